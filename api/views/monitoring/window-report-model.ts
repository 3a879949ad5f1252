/** The report to the Giunta in Italian: one document for page and DOCX, the same tables as sheets. */

import type {
  SectorLine,
  SectorStanding,
  SectorState,
  WindowReport,
} from '../../../domain/cycle/window-report.js';
import {
  type PrintedDocument,
  type PrintedSection,
  type PrintedSheet,
  type PrintedTable,
  said,
  tabled,
} from '../../../domain/printed-document/printed-document.js';
import { dayCell } from '../../../domain/relazione/relazione-words.js';
import { italianDate } from '../../../mail/italian-dates.js';
import { counted, listed } from '../../../mail/italian-numbers.js';
import { shortDate } from '../italian-time.js';
import { titleOf } from '../obligations/obligation-parts.js';
import { CAUSE_WORDS, PROGRESS_WORDS, PROPOSAL_WORDS } from './monitoring-words.js';
import { targetInWords } from './submission-read.js';

const STANDING_WORDS: Readonly<Record<SectorStanding, string>> = {
  'on-time': 'Trasmesso',
  late: 'Trasmesso oltre il termine',
  awaited: 'Non ancora trasmesso',
  missing: 'Non trasmesso, oltre il termine',
  returned: 'Restituito, in attesa di integrazioni',
};

/** `sectorWord`: the town's own, as "Settore". */
export function reportDocument(report: WindowReport, sectorWord: string): PrintedDocument {
  const { window, town, asOf } = report;
  const title = `${window.title}: relazione alla Giunta`;
  return {
    title,
    subtitle: `${town}. Periodo dal ${shortDate(window.coversFrom)} al ${shortDate(window.referenceOn)}, come risulta ${italianDate(asOf)}.`,
    ...{ footer: title, across: true, contents: false, lead: [] },
    sections: [
      {
        heading: 'In sintesi',
        blocks: [...summaryOf(report).map(said), tabled(sectorTable(report.sectors, sectorWord))],
      },
      decisionsOf(report, sectorWord),
      ...report.sectors
        .filter(({ lines }) => lines.length > 0)
        .map((sector): PrintedSection => {
          const lines = sector.lines.map((line) => ({ ...line, sector: sector.name }));
          return {
            heading: `${sectorWord} ${sector.name}`,
            blocks: [tabled(objectiveTable(lines, `Obiettivi di ${sector.name}`, null))],
          };
        }),
    ],
  };
}

export const reportSheets = (report: WindowReport, sectorWord: string): readonly PrintedSheet[] => [
  { name: 'Settori', table: sectorTable(report.sectors, sectorWord) },
  {
    name: 'Obiettivi',
    table: objectiveTable(
      report.sectors.flatMap(({ name, lines }) => lines.map((line) => ({ ...line, sector: name }))),
      'Obiettivi',
      sectorWord,
    ),
  },
  { name: 'Proposte di variazione', table: variationTable(report.variations, sectorWord) },
];

function summaryOf({ sectors, deviations, variations, window }: WindowReport): readonly string[] {
  const sent = sectors.filter(({ transmitted }) => transmitted !== null).length;
  const lines = sectors.reduce((sum, sector) => sum + sector.lines.length, 0);
  return [
    `Monitoraggi trasmessi: ${sent} su ${sectors.length}. Termine: ${italianDate(window.due)}.`,
    lines === 0
      ? 'Nessun obiettivo è stato ancora illustrato.'
      : `Obiettivi illustrati: ${lines}. Con uno scostamento: ${deviations.length}. Proposte di variazione: ${variations.length}.`,
  ];
}

function sectorTable(sectors: readonly SectorState[], sectorWord: string): PrintedTable {
  return {
    caption: `Come sta ogni ${sectorWord.toLowerCase()}`,
    columns: [
      { title: sectorWord, share: 20 },
      { title: 'Monitoraggio', share: 22 },
      { title: 'Entro il', share: 10 },
      { title: 'Trasmesso il', share: 10 },
      { title: 'Obiettivi', share: 9, as: 'figure' },
      { title: 'In linea o conclusi', share: 10, as: 'figure' },
      { title: 'In ritardo o fermi', share: 9, as: 'figure' },
      { title: 'Con scostamento', share: 10, as: 'figure' },
    ],
    rows: sectors.map((sector) => {
      const { name, standing, daysLate, due, transmitted, asked, progress, deviating } = sector;
      const late = daysLate === 0 ? '' : ` (${counted(daysLate, 'giorno', 'giorni')})`;
      return [
        ...[name, `${STANDING_WORDS[standing]}${late}`],
        ...[dayCell(due), dayCell(transmitted?.on)],
        ...[asked, progress['on-track'] + progress.done, progress.late + progress.stopped, deviating],
      ];
    }),
    empty: 'Nessuno deve compilare questo monitoraggio.',
  };
}

function decisionsOf(report: WindowReport, sectorWord: string): PrintedSection {
  const { unheard, stopped, variations } = report;
  const named = (lines: readonly SectorLine[]) =>
    lines.map((line) => `${titleOf({ number: line.number, objective: line.title })} (${line.sector})`);
  const told = [
    unheard.length === 0
      ? ''
      : `Non hanno un monitoraggio completo, oltre il termine: ${listed(unheard.map(({ name }) => name))}.`,
    stopped.length === 0
      ? ''
      : `Sono fermi senza una proposta di variazione: ${listed(named(stopped))}. Va deciso come proseguire.`,
    variations.length === 0
      ? ''
      : 'Le proposte qui sotto modificano il piano: servono una deliberazione e la data da cui ha effetto.',
  ].filter((text) => text !== '');
  return {
    heading: 'Che cosa richiede una decisione',
    blocks: [
      ...(told.length === 0
        ? [said('Nulla: nessuna proposta di variazione e nessun obiettivo fermo.')]
        : told.map(said)),
      ...(variations.length === 0 ? [] : [tabled(variationTable(variations, sectorWord))]),
    ],
  };
}

const variationTable = (lines: readonly SectorLine[], sectorWord: string): PrintedTable => ({
  caption: 'Proposte di variazione',
  columns: [
    { title: sectorWord, share: 18 },
    { title: 'N.', share: 5 },
    { title: 'Obiettivo', share: 32, as: 'name' },
    { title: 'Proposta', share: 45 },
  ],
  rows: lines.map(({ sector, number, title, content }) => [
    sector,
    number ?? '',
    title,
    content.proposalText,
  ]),
  empty: 'Nessuna proposta di variazione.',
});

/** `sectorWord`: title of the column that names the sector; `null`: all are of one. */
const objectiveTable = (
  lines: readonly SectorLine[],
  caption: string,
  sectorWord: string | null,
): PrintedTable => ({
  caption,
  columns: [
    ...(sectorWord === null ? [] : [{ title: sectorWord, share: 12 }]),
    { title: 'N.', share: 4 },
    { title: 'Obiettivo', share: sectorWord === null ? 18 : 15, as: 'name' },
    { title: 'Avanzamento', share: sectorWord === null ? 11 : 10 },
    { title: 'Indicatori', share: sectorWord === null ? 21 : 17 },
    { title: 'Scostamento', share: sectorWord === null ? 15 : 13 },
    { title: 'Causa', share: sectorWord === null ? 9 : 8 },
    { title: 'Azione correttiva', share: 12 },
    { title: 'Proposta', share: sectorWord === null ? 10 : 9 },
  ],
  rows: lines.map((line) => [
    ...(sectorWord === null ? [] : [line.sector]),
    ...[line.number ?? '', line.title],
    line.content.progress === null ? '–' : PROGRESS_WORDS[line.content.progress],
    indicatorsIn(line),
    line.content.deviation,
    causeIn(line),
    line.content.remedy,
    line.content.proposal === null ? '–' : PROPOSAL_WORDS[line.content.proposal],
  ]),
  empty: 'Nessun obiettivo.',
});

const causeIn = ({ content: { cause, causeText } }: SectorLine): string =>
  [cause === null ? '' : CAUSE_WORDS[cause], causeText].filter((text) => text !== '').join(': ');

/** "Tempestività: 12 giorni. Valore atteso: al più 0 giorni." on a line each. */
const indicatorsIn = ({ content, indicators }: SectorLine): string =>
  content.indicators
    .map(({ indicator, value, waiting }) => {
      const known = indicators.find(({ id }) => id === indicator);
      const said = value === '' ? (waiting ? 'in attesa del dato' : '–') : value;
      if (known === undefined) return said;
      // Of most the plan says none: told on each line it would be half of what the Giunta reads.
      return `${known.text}: ${said}.${known.target === null ? '' : ` ${targetInWords(known)}`}`;
    })
    .join('\n');
