/** Everything held about a person, to read: what they are called, then table by table in the order of time. */
import {
  type PrintedBlock,
  type PrintedDocument,
  type PrintedSection,
  said,
  tabled,
} from '../../../domain/printed-document/printed-document.js';
import { italianDate } from '../../../mail/italian-dates.js';
import { counted } from '../../../mail/italian-numbers.js';
import type { PersonRecord, RecordSection } from '../../../store/privacy/person-record.js';
import type { Viewer } from '../../viewer.js';
import { valueInWords } from '../register/audit-changes.js';
import { ACTIONS_IN_WORDS } from '../register/audit-words.js';
import { CHANNELS, DIGEST_STATES, RUNGS_IN_WORDS } from '../words.js';

/** Name of the file's format, which a reader checks first. */
export const PERSON_RECORD_FORMAT = 'traguardo.person/1';

/** The record as programs read it; `town`: its name. */
export const recordFile = (record: PersonRecord, town: string) => ({
  ...({ format: PERSON_RECORD_FORMAT, town } as const),
  ...record,
});

/** `viewer`: who takes it out; the days are their town's. */
export function personDocument(record: PersonRecord, { town, today }: Viewer): PrintedDocument {
  const { zone } = town.clock;
  const name = String(record.person['name'] ?? '');
  return {
    title: `Dati di ${name}`,
    subtitle: `${town.name}. Tutto ciò che Traguardo conserva, come risulta ${italianDate(today)}.`,
    ...{ footer: `Dati di ${name}`, across: false, contents: false },
    lead: [
      {
        kind: 'facts',
        facts: [
          ['Nome', name],
          ['Casella', String(record.person['email'] ?? 'nessuna')],
          ['Registrata', valueInWords(record.person['created_at'], NO_NAMES, zone)],
        ],
      },
      said(
        'È la risposta alla richiesta di accesso (art. 15 del Regolamento UE 2016/679). Il file JSON contiene gli stessi dati per intero, in forma leggibile da un programma (art. 20). Non ci sono dati di altre persone, né le chiavi segrete con cui si entra.',
      ),
      ...accessBlocks(record.access, zone),
    ],
    sections: [
      ...record.sections.map((section) => sectionOf(section, zone)),
      ...(record.register.length === 0 ? [] : [registerSection(record.register.length)]),
    ],
  };
}

const NO_NAMES: ReadonlyMap<string, string> = new Map();

function accessBlocks(access: unknown, zone: string): readonly PrintedBlock[] {
  const { sessions = [], keys = [] } = (access ?? {}) as {
    sessions?: readonly Readonly<Record<string, unknown>>[];
    keys?: readonly Readonly<Record<string, unknown>>[];
  };
  const at = (value: unknown): string => valueInWords(value, NO_NAMES, zone);
  return [
    ...sessions.map((one) => `Accesso iniziato ${at(one['made_at'])}, ultimo uso ${at(one['seen_at'])}.`),
    ...keys.map((one) => `Chiave per programmi «${String(one['label'])}», creata ${at(one['made_at'])}.`),
  ].map(said);
}

const sectionOf = ({ title, shown, rows }: RecordSection, zone: string): PrintedSection => {
  const columns = Object.entries(shown);
  return {
    heading: `${title} (${rows.length})`,
    blocks: [
      tabled({
        caption: title,
        columns: columns.map(([, head]) => ({ title: head, share: Math.floor(100 / columns.length) })),
        rows: rows.map((row) => columns.map(([column]) => cellOf(column, row[column], zone))),
        empty: '',
      }),
    ],
  };
};

const WORDS: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  action: ACTIONS_IN_WORDS,
  channel: CHANNELS,
  rung: RUNGS_IN_WORDS,
  state: DIGEST_STATES,
};

const cellOf = (column: string, value: unknown, zone: string): string =>
  (typeof value === 'string' ? WORDS[column]?.[value] : undefined) ?? valueInWords(value, NO_NAMES, zone);

const registerSection = (entries: number): PrintedSection => ({
  heading: `Registro degli avvisi (${entries})`,
  blocks: [
    said(
      `${counted(entries, 'voce', 'voci')} del registro riguardano questa persona: sono nel file JSON, con i testi che ha scritto. Il dossier della persona le riporta con la prova della loro integrità.`,
    ),
  ],
});
