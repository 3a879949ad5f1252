/**
 * A Relazione as one flat table, an objective of a sector a row: what its CSV holds, and the first sheet of its
 * workbook. The version for publication has neither points nor totals, and no reason that was not released.
 */
import type { PrintedTable } from '../domain/printed-document/printed-document.js';
import type { Relazione, RelazioneSector } from '../domain/relazione/relazione.js';
import type { RelazioneObjective } from '../domain/relazione/relazione-objective.js';
import {
  dayIn,
  decimalIn,
  figureOr,
  indicatorIn,
  OUTCOME_WORDS,
  reasonIn,
  roleIn,
} from '../domain/relazione/relazione-words.js';
import { numericDate } from '../domain/time/italian-date.js';

interface Column {
  readonly title: string;
  readonly share: number;
  /** `figure`: a decimal with a point, or words where there is none. */
  readonly as?: 'figure';
  readonly of: (one: RelazioneObjective, sector: RelazioneSector) => string | null | undefined;
  /** Where `of` gives no figure. */
  readonly otherwise?: (one: RelazioneObjective) => string;
}

function columnsOf({ version, words, sectors }: Relazione): readonly Column[] {
  const isInternal = version === 'internal';
  const areTotalsTold = sectors.some(({ total }) => total !== undefined);
  const figure = { as: 'figure' } as const;
  const column = (title: string, share: number, of: Column['of']): Column => ({ title, share, of });
  return [
    column(words.sector, 20, (_, sector) => sector.name),
    column('Numero', 8, ({ number }) => number),
    column('Obiettivo', 36, ({ title }) => title),
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
          column('Del', 11, ({ reason }) => (reason?.on === undefined ? '' : numericDate(reason.on))),
          column("D'ufficio", 8, ({ reason }) => (reason?.exOfficio === true ? 'sì' : '')),
          column('Rilasciata dal RPCT il', 12, ({ reason }) =>
            reason?.releasedOn == null ? '' : numericDate(reason.releasedOn),
          ),
        ]
      : []),
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

/** As {@link PrintedTable}: figures are numbers. */
export function relazioneTable(relazione: Relazione): PrintedTable {
  const columns = columnsOf(relazione);
  return {
    caption: 'Obiettivi',
    columns: columns.map(({ title, share, as }) => ({ title, share, ...(as && { as }) })),
    rows: relazione.sectors.flatMap((sector) =>
      sector.objectives.map((one) =>
        columns.map(({ as, of, otherwise }) =>
          as === 'figure' ? figureOr(of(one, sector), otherwise?.(one) ?? '') : (of(one, sector) ?? ''),
        ),
      ),
    ),
    empty: 'Nessun obiettivo.',
  };
}

/** All as texts, decimals exact and with a comma. */
export function relazioneRows(relazione: Relazione): readonly (readonly string[])[] {
  const columns = columnsOf(relazione);
  return relazione.sectors.flatMap((sector) =>
    sector.objectives.map((one) =>
      columns.map(({ as, of, otherwise }) => {
        const value = of(one, sector);
        if (as === 'figure') return value == null ? (otherwise?.(one) ?? '') : decimalIn(value);
        return value ?? '';
      }),
    ),
  );
}
