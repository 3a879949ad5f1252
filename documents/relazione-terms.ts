/** The terms of a Relazione as a sheet: each occurrence a row, its days days, its delay a figure. */
import type { PrintedTable } from '../domain/printed-document/printed-document.js';
import type { Relazione } from '../domain/relazione/relazione.js';
import type { RelazionePhase } from '../domain/relazione/relazione-objective.js';
import { dayCell, phaseIn } from '../domain/relazione/relazione-words.js';
import { titleIn } from '../domain/relazione/title-in.js';

const KINDS: Readonly<Record<RelazionePhase['term'], string>> = {
  date: 'del piano',
  implicit: 'implicito',
  external: 'esterno',
};

export const termTable = ({ sectors, words }: Relazione): PrintedTable => ({
  caption: 'Termini',
  columns: [
    { title: words.sector, share: 22 },
    { title: 'Obiettivo', share: 36, as: 'name' },
    { title: 'Fase, con le parole del piano', share: 30 },
    { title: 'Termine', share: 8 },
    { title: 'Entro il', share: 8 },
    { title: 'Conclusa il', share: 8 },
    { title: 'Esito', share: 16 },
    { title: 'Giorni di ritardo', share: 8, as: 'figure' },
  ],
  rows: sectors.flatMap(({ name, objectives }) =>
    objectives.flatMap((one) =>
      one.phases.map((phase) => [
        ...[name, titleIn(one), phase.phrase ?? 'Il piano non indica un termine', KINDS[phase.term]],
        ...[dayCell(phase.due), dayCell(phase.doneOn), phaseIn(phase), phase.daysLate],
      ]),
    ),
  ),
  empty: 'Nessun termine.',
});
