/**
 * A Relazione as one flat table, an objective of a sector a row: what its CSV holds, and the first sheet of its
 * workbook. The version for publication has neither points nor totals, and no reason that was not released.
 */
import type { PrintedCell, PrintedTable } from '../domain/printed-document/printed-document.js';
import type { Relazione, RelazioneSector } from '../domain/relazione/relazione.js';
import type { RelazioneObjective } from '../domain/relazione/relazione-objective.js';
import {
  dayIn,
  decimalIn,
  evaluatorReasonIn,
  figureOr,
  indicatorIn,
  OUTCOME_WORDS,
  reasonIn,
  roleIn,
} from '../domain/relazione/relazione-words.js';
import type { CivilDate } from '../domain/time/civil-date.js';
import { numericDate } from '../domain/time/italian-date.js';

interface Column {
  readonly title: string;
  readonly share: number;
  /** `figure`: a decimal with a point, or words where there is none; `day`: an ISO day, `number`: of an objective. */
  readonly as?: 'name' | 'figure' | 'day' | 'number';
  readonly of: (one: RelazioneObjective, sector: RelazioneSector) => string | null | undefined;
  /** Where `of` gives no figure. */
  readonly otherwise?: (one: RelazioneObjective) => string;
}

function columnsOf(relazione: Relazione): readonly Column[] {
  const { version, words, sectors } = relazione;
  const isInternal = version === 'internal';
  const areTotalsTold = sectors.some(({ total }) => total !== undefined);
  const figure = { as: 'figure' } as const;
  const column = (title: string, share: number, of: Column['of']): Column => ({ title, share, of });
  const day = (title: string, share: number, of: Column['of']): Column => ({ title, share, of, as: 'day' });
  return [
    column(words.sector, 20, (_, sector) => sector.name),
    { ...column('Numero', 8, ({ number }) => number), as: 'number' },
    { ...column('Obiettivo', 36, ({ title }) => title), as: 'name' },
    column('Obiettivo di struttura', 10, ({ shared }) => (shared ? 'sì' : 'no')),
    { ...column('Peso', 8, ({ weight }) => weight), ...figure },
    column('Indicatori e valori attesi', 40, ({ indicators }) => indicators.map(indicatorIn).join('\n')),
    column('Risultati', 30, ({ indicators }) => indicators.map(({ result }) => result ?? '–').join('\n')),
    column('Termini', 26, ({ phases }) =>
      phases.map(({ phrase, due }) => `${phrase ?? 'termine implicito'}: ${dayIn(due)}`).join('\n'),
    ),
    column('Concluso il', 14, ({ phases }) => phases.map(({ doneOn }) => dayIn(doneOn)).join('\n')),
    {
      ...column('Grado di raggiungimento', 12, ({ degree }) => degree),
      ...figure,
      otherwise: ({ outcome }) => OUTCOME_WORDS[outcome],
    },
    column('Motivazione dello scostamento', 50, reasonIn),
    ...(isInternal
      ? [
          column('Motivazione di', 16, ({ reason }) =>
            reason?.by === undefined ? '' : roleIn(reason.by, words),
          ),
          day('Del', 11, ({ reason }) => reason?.on),
          column("D'ufficio", 8, ({ reason }) => (reason?.exOfficio === true ? 'sì' : '')),
          day('Rilasciata dal RPCT il', 12, ({ reason }) => reason?.releasedOn),
        ]
      : []),
    ...evaluatorColumns(relazione, column, day),
    column('Riscontri', 10, ({ evidence }) => evidence.join(', ')),
    ...(areTotalsTold
      ? [
          { ...column('Peso che conta', 8, ({ counts }) => counts), ...figure },
          { ...column('Punti', 9, ({ brings }) => brings), ...figure },
          { ...column(`Totale del ${words.sector.toLowerCase()}`, 10, (_, { total }) => total), ...figure },
        ]
      : []),
  ];
}

/** Only where somebody gave a reason of their own with the degree. */
function evaluatorColumns(
  { version, words, sectors }: Relazione,
  column: (title: string, share: number, of: Column['of']) => Column,
  day: typeof column,
): readonly Column[] {
  const isAny = sectors.some(({ objectives }) => objectives.some((one) => evaluatorReasonIn(one) !== ''));
  if (!isAny) return [];
  const told = column('Motivazione di chi ha valutato', 50, evaluatorReasonIn);
  if (version !== 'internal') return [told];
  const role = ({ evaluatorReason: own }: RelazioneObjective): string =>
    own?.by === undefined ? '' : roleIn(own.by, words);
  return [
    told,
    column('Ha valutato', 16, role),
    day('Valutato il', 11, ({ evaluatorReason: own }) => own?.on),
    day('Rilasciata dal RPCT il (valutazione)', 12, ({ evaluatorReason: own }) => own?.releasedOn),
  ];
}

/** As {@link PrintedTable}: figures are numbers, days are days. */
export function relazioneTable(relazione: Relazione): PrintedTable {
  const columns = columnsOf(relazione);
  return {
    caption: 'Obiettivi',
    columns: columns.map(({ title, share, as }) => ({
      title,
      share,
      ...(as === 'figure' || as === 'name' ? { as } : {}),
    })),
    rows: relazione.sectors.flatMap((sector) =>
      sector.objectives.map((one) => columns.map((column) => cellOf(column, one, sector))),
    ),
    empty: 'Nessun obiettivo.',
  };
}

function cellOf(
  { as, of, otherwise }: Column,
  one: RelazioneObjective,
  sector: RelazioneSector,
): PrintedCell {
  const value = of(one, sector) ?? null;
  if (as === 'figure') return figureOr(value, otherwise?.(one) ?? '');
  if (value === null) return '';
  if (as === 'day') return { day: value as CivilDate };
  return as === 'number' && PLAIN_NUMBER.test(value) ? Number(value) : value;
}

/** "4", not "04" or "4.a": a spreadsheet would warn of a number kept as words. */
const PLAIN_NUMBER = /^[1-9]\d{0,5}$/;

/** All as texts, decimals exact and with a comma. */
export function relazioneRows(relazione: Relazione): readonly (readonly string[])[] {
  const columns = columnsOf(relazione);
  return relazione.sectors.flatMap((sector) =>
    sector.objectives.map((one) =>
      columns.map(({ as, of, otherwise }) => {
        const value = of(one, sector) ?? null;
        if (as === 'figure') return value === null ? (otherwise?.(one) ?? '') : decimalIn(value);
        return as === 'day' && value !== null ? numericDate(value as CivilDate) : (value ?? '');
      }),
    ),
  );
}
