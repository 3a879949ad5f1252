/** What a draft changes of the plan in force, objective by objective; and what of it keeps it from being confirmed. */
import type { FC } from 'hono/jsx';
import type { ObjectiveDifference } from '../../domain/plan/plan-difference.js';
import type { PlanObjective } from '../../domain/plan/plan-document.js';
import { counted } from '../../mail/italian-numbers.js';
import type { VariationAhead } from '../queries/confirm-page.js';
import { nameOf } from './draft-parts.js';
import { termInWords } from './milestone-words.js';
import { decimalIn } from './objective-values.js';
import { Table } from './table.js';
import { actCited } from './words.js';

export const VariationAheadView: FC<{ readonly ahead: VariationAhead }> = ({ ahead }) => {
  const { difference, beyond, of } = ahead;
  const { objectives } = difference;
  const added = objectives.filter(({ before }) => before === null).length;
  const gone = objectives.filter(({ after }) => after === null).length;
  return (
    <section aria-labelledby="differenze">
      <p class="lead">
        {`Il piano in vigore è ${actOf(of)}. Rispetto a quello: ${counted(added, 'obiettivo aggiunto', 'obiettivi aggiunti')}, ${counted(gone, 'obiettivo tolto', 'obiettivi tolti')}, ${counted(objectives.length - added - gone, 'obiettivo cambiato', 'obiettivi cambiati')}.`}
      </p>
      {beyond.length === 0 ? null : (
        <div class="tr-flash tr-flash-wrong" role="alert">
          <p>
            <strong>Questa variazione non si può ancora confermare.</strong> Contiene modifiche che il
            programma non sa riportare sulle scadenze già aperte:
          </p>
          <ul>
            {beyond.map((sentence) => (
              <li>{sentence}</li>
            ))}
          </ul>
          <p>
            Correggi la bozza in modo che queste parti restino come nel piano in vigore, e registra le altre.
          </p>
        </div>
      )}
      <h2 id="differenze">Che cosa cambia</h2>
      <Table
        caption="Differenze tra il piano in vigore e la bozza"
        columns={[
          { title: 'Settore', cell: ({ sector }: ObjectiveDifference) => sector },
          {
            title: 'Obiettivo',
            heading: true,
            cell: ({ before, after }) => nameOf((after ?? before)?.said ?? { number: null, title: '' }),
          },
          { title: 'Differenza', cell: (one) => <Changes one={one} /> },
        ]}
        rows={objectives}
        empty="La bozza dice le stesse cose del piano in vigore: non c'è nessuna variazione da registrare."
      />
    </section>
  );
};

const Changes: FC<{ readonly one: ObjectiveDifference }> = ({ one }) => {
  const { before, after, fields, milestones } = one;
  if (before === null) return <>aggiunto</>;
  if (after === null) return <>tolto: le sue scadenze aperte non sono più dovute</>;
  return (
    <ul class="tr-lines">
      {fields.map((field) => (
        <li>{`${FIELDS[field]}: ${saidOf(before.said, field)} → ${saidOf(after.said, field)}`}</li>
      ))}
      {milestones.map((change) => (
        <li>
          {change.before === null
            ? 'fase nuova: '
            : `«${change.before.phrase}» ${termInWords(change.before)}`}
          {' → '}
          {change.after === null ? 'tolta' : `«${change.after.phrase}» ${termInWords(change.after)}`}
        </li>
      ))}
    </ul>
  );
};

const FIELDS: Readonly<Record<ObjectiveDifference['fields'][number], string>> = {
  number: 'numero',
  title: 'titolo',
  weight: 'peso',
  owner: 'responsabile',
  shared: 'comune a più settori',
  indicators: 'indicatori',
};

function saidOf(said: PlanObjective, field: ObjectiveDifference['fields'][number]): string {
  switch (field) {
    case 'weight':
      return said.weight === null ? 'nessuno' : decimalIn(said.weight);
    case 'shared':
      return said.shared ? 'sì' : 'no';
    case 'indicators':
      return said.indicators.map(({ text }) => `«${text}»`).join(', ') || 'nessuno';
    default:
      return said[field] ?? 'nessuno';
  }
}

/** "quello di G.C. n. 20 del 28/02/2023". */
const actOf = (version: VariationAhead['of']): string =>
  actCited(version) === '' ? `la versione ${version.number}` : `quello di ${actCited(version)}`;
