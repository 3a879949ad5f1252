/** The weights of a sector in a variation: what an objective that goes leaves free, with a proposal to accept or change. */
import type { FC } from 'hono/jsx';
import type { DraftSector } from '../../../domain/plan/draft/draft-plan.js';
import {
  type SectorWeights,
  sectorWeights,
  type WeightLine,
  weightIn,
} from '../../../domain/plan/draft/sector-weights.js';
import type { DraftPage } from '../../queries/draft-page.js';
import type { Viewer } from '../../viewer.js';
import { blank, CommandForm, Input, type Typed } from '../fields.js';
import { decimalIn } from '../obligations/objective-values.js';
import { draftPath, nameOf } from './draft-parts.js';

interface WeightsProps {
  readonly viewer: Viewer;
  readonly page: DraftPage;
  readonly sector: DraftSector;
  /** Sent back; `null`: not sent yet. */
  readonly typed: Typed | null;
}

export const DraftWeights: FC<WeightsProps> = ({ viewer, page, sector, typed }) => {
  const { base, draft } = page;
  const weights = base === null ? null : sectorWeights(base, draft.plan, sector.id);
  if (weights === null || weights.lines.length === 0) return null;
  const { before, now, lines, isProposed } = weights;
  const values =
    typed ??
    blank(Object.fromEntries(lines.map((line) => [`peso-${line.objective.id}`, said(line.proposed)])));
  return (
    <details class="tr-details" open={typed !== null || before !== now}>
      <summary>
        Pesi<span class="visually-hidden">{` di ${sector.name}`}</span>
        {before === now ? '' : `: sommano a ${said(now)}, sommavano a ${said(before)}`}
      </summary>
      <CommandForm viewer={viewer} action={`${draftPath(page)}/settori/${sector.id}/pesi`}>
        <input type="hidden" name="visto" value={String(draft.version)} />
        <input type="hidden" name="voci" value={lines.map(({ objective }) => objective.id).join(' ')} />
        <p class="tr-hint">{hintOf(weights, isProposed)}</p>
        {lines.map((line) => (
          <Input
            name={`peso-${line.objective.id}`}
            label={nameOf(line.objective)}
            typed={values}
            of={sector.id}
            inputmode="decimal"
            autocomplete="off"
            hint={lineHint(line)}
          />
        ))}
        <button type="submit" class="btn btn-primary btn-sm">
          {isProposed ? 'Accetta questi pesi' : 'Salva i pesi'}
        </button>
      </CommandForm>
    </details>
  );
};

const said = (weight: SectorWeights['before'] | null): string =>
  weight === null ? '' : decimalIn(weightIn(weight));

function hintOf({ before, now }: SectorWeights, isProposed: boolean): string {
  if (before === now) return `I pesi del settore sommano a ${said(now)}, come nel piano in vigore.`;
  const gap =
    now < before
      ? `Restano liberi ${decimalIn(weightIn((before - now) as typeof before))} punti.`
      : `Ci sono ${decimalIn(weightIn((now - before) as typeof before))} punti in più.`;
  return isProposed
    ? `${gap} La proposta riporta la somma a ${said(before)} in proporzione ai pesi che non hai cambiato: accettala o correggila.`
    : `${gap} Correggi i pesi, oppure lascia così: la variazione sarà segnata.`;
}

function lineHint({ objective, isNew, before, proposed }: WeightLine): string {
  const now = objective.weight === null ? 'nessuno' : decimalIn(objective.weight);
  const start = isNew ? 'Obiettivo aggiunto' : `Nel piano in vigore: ${said(before) || 'nessuno'}`;
  const isSame = proposed === null || weightIn(proposed) === objective.weight;
  return isSame ? `${start}.` : `${start}. Adesso ${now}, proposto ${said(proposed)}.`;
}
