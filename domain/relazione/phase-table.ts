/** The terms of a sector's objectives: when each was due, when it was done. Occurrences of one recurrence make a row. */
import type { PrintedTable } from '../printed-document/printed-document.js';
import type { RelazioneObjective, RelazionePhase } from './relazione-objective.js';
import { dayIn, daysIn, phaseIn, termIn } from './relazione-words.js';
import { titleIn } from './title-in.js';

const IMPLICIT = 'Il piano non indica un termine';

/** `caption`: told to who does not see the table. */
export function phaseTable(objectives: readonly RelazioneObjective[], caption: string): PrintedTable {
  return {
    caption,
    columns: [
      { title: 'Obiettivo', share: 32, as: 'name' },
      { title: 'Fase, con le parole del piano', share: 28 },
      { title: 'Entro il', share: 13 },
      { title: 'Conclusa il', share: 12 },
      { title: 'Esito', share: 15 },
    ],
    rows: objectives.flatMap((one) =>
      rowsOf(one.phases).map((row) => [titleIn(one), ...row] as readonly string[]),
    ),
    empty: 'Nessun termine.',
  };
}

function rowsOf(phases: readonly RelazionePhase[]): readonly (readonly string[])[] {
  const recurring = new Map<string | null, RelazionePhase[]>();
  for (const one of phases.filter(({ recurs }) => recurs))
    recurring.set(one.phrase, [...(recurring.get(one.phrase) ?? []), one]);
  return [
    ...phases
      .filter(({ recurs }) => !recurs)
      .map((one) => [one.phrase ?? IMPLICIT, termIn(one), dayIn(one.doneOn), phaseIn(one)]),
    ...[...recurring.values()].map(recurrenceRow),
  ];
}

/** "mensile da 1 marzo | 10 volte | 10 su 10 | 3 dopo il termine, al più di 3 giorni". */
function recurrenceRow(all: readonly RelazionePhase[]): readonly string[] {
  const owed = all.filter(({ state }) => state !== 'waived');
  const done = owed.filter(({ state }) => state === 'done');
  const late = done.filter(({ daysLate }) => daysLate > 0);
  const most = Math.max(0, ...late.map(({ daysLate }) => daysLate));
  return [
    all[0]?.phrase ?? '',
    all.map(({ due }) => dayIn(due)).join('\n'),
    all.map(({ doneOn }) => dayIn(doneOn)).join('\n'),
    `${done.length} su ${owed.length}${late.length === 0 ? '' : `; ${late.length} dopo il termine, ${late.length === 1 ? 'di' : 'al più di'} ${daysIn(most)}`}`,
  ];
}
