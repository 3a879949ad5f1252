/** What a Relazione tells of the year: variations with their acts, monitoring, acts and terms, the index of evidence. */
import {
  type PrintedBlock,
  type PrintedSection,
  type PrintedTable,
  said,
  tabled,
} from '../printed-document/printed-document.js';
import type { Relazione, RelazioneVariation } from './relazione.js';
import { dayCell, daysIn, VALIDATION_WORDS } from './relazione-words.js';
import type { TimelineEntry } from './timeline.js';

export function variationSection({ variations }: Relazione): PrintedSection {
  const made = variations.filter(({ kind }) => kind === 'variation');
  const corrected = variations.filter(({ kind }) => kind === 'correction');
  return {
    heading: 'Variazioni del piano',
    blocks: [
      tabled(variationTable(made, 'Variazioni dell’anno', 'Nessuna variazione nell’anno.')),
      ...(corrected.length === 0
        ? [said('Nessuna correzione di errore materiale.')]
        : [tabled(variationTable(corrected, 'Correzioni di errore materiale', ''))]),
    ],
  };
}

const variationTable = (
  all: readonly RelazioneVariation[],
  caption: string,
  empty: string,
): PrintedTable => ({
  caption,
  columns: [
    { title: 'Atto', share: 18, as: 'name' },
    { title: 'Decorrenza', share: 12 },
    { title: 'Motivo', share: 30 },
    { title: 'Che cosa cambia', share: 40 },
  ],
  rows: all.map(({ act, effectiveFrom, reason, effects, flags }) => [
    act ?? 'Senza atto',
    dayCell(effectiveFrom),
    reason,
    [...effects, ...flags].join('\n') || 'Il dettaglio non è registrato',
  ]),
  empty,
});

export function monitoringSection({ monitoring, words }: Relazione): PrintedSection {
  const bySector = monitoring.flatMap(({ title, sectors = [] }) =>
    sectors.map((one) => [
      ...[title, one.sector, dayCell(one.due), dayCell(one.transmittedOn)],
      [
        one.daysLate === 0 ? '' : daysIn(one.daysLate),
        one.returns === 0 ? '' : `restituito ${one.returns === 1 ? 'una volta' : `${one.returns} volte`}`,
      ]
        .filter((part) => part !== '')
        .join('; ') || '–',
    ]),
  );
  const windows: PrintedTable = {
    caption: 'Monitoraggi dell’anno',
    columns: [
      { title: 'Monitoraggio', share: 40, as: 'name' },
      { title: 'Situazione al', share: 15 },
      { title: 'Entro il', share: 15 },
      { title: 'Trasmessi', share: 15 },
      { title: 'Di cui oltre il termine', share: 15, as: 'figure' },
    ],
    rows: monitoring.map(({ title, referenceOn, due, asked, transmitted, late }) => [
      ...[title, dayCell(referenceOn), dayCell(due), `${transmitted} su ${asked}`, late],
    ]),
    empty: 'Nessun monitoraggio nell’anno.',
  };
  const sectors: PrintedTable = {
    caption: `Monitoraggi per ${words.sector.toLowerCase()}`,
    columns: [
      { title: 'Monitoraggio', share: 36 },
      { title: words.sector, share: 28, as: 'name' },
      { title: 'Entro il', share: 12 },
      { title: 'Trasmesso il', share: 13 },
      { title: 'Ritardo', share: 11 },
    ],
    rows: bySector,
    empty: '',
  };
  return {
    heading: 'Monitoraggio',
    blocks: [tabled(windows), ...(bySector.length === 0 ? [] : [tabled(sectors)])],
  };
}

export function timelineSection({ timeline }: Relazione): PrintedSection {
  const rules = timeline.flatMap(({ daysLate, rule, title }): readonly PrintedBlock[] =>
    daysLate > 0 && rule !== null ? [{ kind: 'note', text: `${title}: ${rule}` }] : [],
  );
  return { heading: 'Atti e termini dell’anno', blocks: [tabled(timelineTable(timeline)), ...rules] };
}

/** Of an act whose subject says it already. */
const TWICE = /^Variazione: (?=variazion)/i;

export const timelineTable = (timeline: readonly TimelineEntry[]): PrintedTable => ({
  caption: 'Adempimenti e atti, con il termine e il giorno',
  columns: [
    { title: 'Che cosa', share: 38, as: 'name' },
    { title: 'Entro il', share: 12 },
    { title: 'Avvenuto il', share: 13 },
    { title: 'Ritardo', share: 12 },
    { title: 'Atto', share: 25 },
  ],
  rows: timeline.map(({ title, due, on, daysLate, outcome, act }) => [
    outcome === null ? title.replace(TWICE, '') : `${title}: ${VALIDATION_WORDS[outcome]}`,
    ...[dayCell(due), dayCell(on), daysLate === 0 ? '–' : daysIn(daysLate), act ?? '–'],
  ]),
  empty: 'Nessun atto.',
});
