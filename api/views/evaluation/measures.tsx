/** *Come si misura*: for every objective of a year its parts, what each counts, by which rule. */
import type { Child, FC } from 'hono/jsx';
import type { Points } from '../../../domain/plan/points.js';
import { subWeights, type WeightBasis } from '../../../domain/scoring/sub-weights.js';
import { counted } from '../../../mail/italian-numbers.js';
import type { MeasureChange } from '../../../store/measurement/measure-definitions.js';
import type { MeasureShown, MeasuresPage } from '../../queries/measures-page.js';
import type { Viewer } from '../../viewer.js';
import { shortMoment } from '../italian-time.js';
import { titleOf } from '../obligations/obligation-parts.js';
import type { Frame } from '../page/frame.js';
import { Page } from '../page/page.js';
import { type Column, Table } from '../table.js';
import { actCited } from '../words.js';
import { partInWords } from './measure-change-words.js';

export const MeasuresView: FC<{
  readonly frame: Frame;
  readonly viewer: Viewer;
  /** `null`: no plan is approved yet. */
  readonly shown: MeasuresPage | null;
}> = ({ frame, viewer, shown }) => (
  <Page
    frame={frame}
    title="Come si misura"
    {...(shown === null ? {} : { subtitle: `Obiettivi del piano ${shown.page.year.cycle.year}` })}
    back={{ href: '/misurazione', text: 'Misurazione' }}
  >
    {shown === null ? (
      <p class="tr-empty">Compare qui quando il piano è approvato.</p>
    ) : (
      <Whole viewer={viewer} shown={shown} />
    )}
  </Page>
);

const Whole = ({ viewer, shown }: { readonly viewer: Viewer; readonly shown: MeasuresPage }): Child => {
  const { page, measures, changes } = shown;
  const year = page.year.cycle.year;
  const toDefine = measures.reduce((sum, one) => sum + one.toDefine, 0);
  return (
    <>
      {page.years.length < 2 ? null : (
        <nav class="tr-tabs tr-years" aria-label="Anno del piano">
          {page.years.map((one) => (
            <a
              href={`/misurazione/criteri?anno=${one}`}
              {...(one === year ? { 'aria-current': 'page' } : {})}
            >
              {String(one)}
            </a>
          ))}
        </nav>
      )}
      <p class="tr-lead">
        Le parti di ogni obiettivo (fasi e indicatori), quanto conta ciascuna e con quale regola. Da qui viene
        il grado proposto; quello che vale lo decide una persona.
      </p>
      <p>
        {toDefine === 0
          ? 'Ogni indicatore ha il suo modo di misurarsi.'
          : toDefine === 1
            ? '1 indicatore è scritto solo a parole: finché non si dice come misurarlo, nella proposta del grado non conta.'
            : `${toDefine} indicatori sono scritti solo a parole: finché non si dice come misurarli, nella proposta del grado non contano.`}
      </p>
      {page.sectors.map(({ id, name }) => (
        <section aria-labelledby={`settore-${id}`}>
          <h2 id={`settore-${id}`}>{name}</h2>
          <Table
            caption={`Come si misurano gli obiettivi: ${name}`}
            columns={columnsOf(year)}
            rows={measures.filter(({ sectors }) => sectors.includes(name))}
            empty="Nessun obiettivo."
          />
        </section>
      ))}
      <Changes viewer={viewer} changes={changes} />
    </>
  );
};

const columnsOf = (year: number): readonly Column<MeasureShown>[] => [
  {
    title: 'Obiettivo',
    heading: true,
    cell: ({ objective: { id, number, title } }) => (
      <a href={`/misurazione/criteri/${id}?anno=${year}`}>{titleOf({ number, objective: title })}</a>
    ),
  },
  { title: 'Parti', cell: (one) => partsInWords(one) },
  {
    title: 'Pesi delle parti',
    cell: (one) => (countingIn(one).length === 1 ? 'Una parte sola' : BASIS_WORDS[basisOf(one)]),
  },
  {
    title: 'A che punto è',
    cell: ({ toDefine, objective: { indicators } }) => {
      const proposed = indicators.filter(
        ({ isProposed, definition }) => isProposed && definition !== null,
      ).length;
      if (toDefine > 0)
        return (
          <span class="tr-badge tr-badge-due-soon">
            {counted(toDefine, 'indicatore solo a parole', 'indicatori solo a parole')}
          </span>
        );
      if (proposed > 0) return <span class="tr-badge tr-badge-to-do">Letto dal piano</span>;
      return (
        <span class="tr-badge tr-badge-done">{indicators.length === 0 ? 'Solo fasi' : 'Stabilito'}</span>
      );
    },
  },
];

const partsInWords = ({ phases, objective: { indicators } }: MeasureShown): string =>
  [
    phases.length === 0 ? 'Nessuna fase' : counted(phases.length, 'fase', 'fasi'),
    indicators.length === 0 ? null : counted(indicators.length, 'indicatore', 'indicatori'),
  ]
    .filter((one) => one !== null)
    .join(', ');

type Basis = WeightBasis | 'by-hand';
const BASIS_WORDS: Readonly<Record<Basis, string>> = {
  explicit: 'Indicati',
  equal: 'Uguali, perché nessuno è indicato',
  completed: 'In parte indicati; il resto in parti uguali',
  'by-hand': 'Decide chi valuta',
};

/** Weights of the parts that count: those in words alone do not. */
const countingIn = ({ phases, objective: { indicators } }: MeasureShown): readonly (Points | null)[] => [
  ...phases.map(({ weight }) => weight),
  ...indicators.filter(({ definition }) => definition !== null).map(({ weight }) => weight),
];

/** How its parts are weighed. */
export const basisOf = (measure: MeasureShown): Basis => subWeights(countingIn(measure))?.basis ?? 'by-hand';

/** What was set and changed, by an act or as a correction. */
export const Changes = ({
  viewer,
  changes,
  title = 'Che cosa è cambiato',
}: {
  readonly viewer: Viewer;
  readonly changes: readonly MeasureChange[];
  readonly title?: string;
}): Child =>
  changes.length === 0 ? null : (
    <section aria-labelledby="cambiato">
      <h2 id="cambiato">{title}</h2>
      <ul class="tr-lines">
        {changes.map(({ objective, act, reason, parts, recordedAt, recordedBy }) => (
          <li>
            <strong>
              {act === null ? 'Correzione di errore materiale' : `Variazione (${actCited(act)})`}
            </strong>
            {`: ${titleOf({ number: objective.number, objective: objective.title })}. Motivo: ${reason}`}
            {parts.map((part) => (
              <span class="tr-due-note">{partInWords(part)}</span>
            ))}
            <span class="tr-due-note">
              {`${shortMoment(recordedAt, viewer.town.clock.zone)}${recordedBy === null ? '' : `, ${recordedBy}`}`}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
