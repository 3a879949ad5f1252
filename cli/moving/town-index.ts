/** The page of an archive: what is in it, for whoever opens it in ten years with nothing but a browser. */

import { italianMoment, shortDate } from '../../api/views/italian-time.js';
import { ORGANS_IN_WORDS } from '../../api/views/words.js';
import {
  type PrintedBlock,
  type PrintedDocument,
  said,
  tabled,
} from '../../domain/printed-document/printed-document.js';
import { instant } from '../../domain/time/instant.js';
import { counted } from '../../mail/italian-numbers.js';
import type { TownContents } from '../../store/moving/town-contents.js';
import type { TownManifest } from '../../store/moving/town-manifest.js';
import { STAYS_BEHIND } from '../../store/moving/town-tables.js';

/** All but the index itself. */
export type IndexedArchive = Omit<TownManifest, 'index'> & { readonly zone: string };

const STATES = { 'in-force': 'In corso', withdrawn: 'Ritirato', evaluated: 'Valutato' } as const;
const CHAINS = { objective: 'Obiettivo', sector: 'Settore', cycle: 'Anno' } as const;

export const townIndex = (archive: IndexedArchive, contents: TownContents): PrintedDocument => ({
  title: `${archive.town.name}: archivio della performance`,
  subtitle: `Tutti i dati del comune, com’erano ${italianMoment(instant(archive.madeAt), archive.zone)}.`,
  footer: `${archive.town.name} – ${archive.format}. Contiene dati personali: si conserva come gli altri atti dell’ufficio.`,
  across: false,
  contents: true,
  lead: [
    {
      kind: 'facts',
      facts: [
        ['Comune', archive.town.name],
        ['Codice IPA', archive.town.ipaCode ?? 'non indicato'],
        ['Formato', archive.format],
        ['Schema dei dati', archive.migrations.at(-1)?.name ?? ''],
        [
          'Dentro',
          `${counted(archive.tables.length, 'tabella', 'tabelle')}, ${counted(archive.files.length, 'file', 'file')}`,
        ],
      ],
    },
  ],
  sections: [
    { heading: 'Obiettivi', blocks: [objectives(contents)] },
    { heading: 'Atti', blocks: [acts(contents)] },
    { heading: 'Registro degli avvisi', blocks: [...REGISTER_WORDS, chains(contents), seals(contents)] },
    { heading: 'File', blocks: [files(archive, contents)] },
    { heading: 'Tabelle', blocks: [said(CSV_WORDS), tables(archive)] },
    {
      heading: 'Che cosa non c’è',
      blocks: [
        said(NOT_IN),
        { kind: 'list', items: Object.entries(STAYS_BEHIND).map(([name, why]) => `${name}: ${why}`) },
      ],
    },
  ],
});

const objectives = ({ objectives: all }: TownContents): PrintedBlock =>
  tabled({
    caption: 'Obiettivi di ogni anno e a che punto sono',
    columns: [
      { title: 'Anno', share: 8 },
      { title: 'N.', share: 8 },
      { title: 'Obiettivo', share: 40, as: 'name' },
      { title: 'Settori', share: 20 },
      { title: 'Stato', share: 12 },
      { title: 'Scadenze concluse', share: 12 },
    ],
    rows: all.map(({ year, number, title, sectors, state, done, owed }) => [
      ...[String(year), number ?? '', title, sectors, STATES[state], `${done} di ${owed}`],
    ]),
    empty: 'nessuno',
  });

const acts = ({ acts: all }: TownContents): PrintedBlock =>
  tabled({
    caption: 'Atti registrati',
    columns: [
      { title: 'Organo', share: 20 },
      { title: 'Numero', share: 15 },
      { title: 'Data', share: 15 },
      { title: 'Oggetto', share: 50, as: 'name' },
    ],
    rows: all.map(({ organ, number, adoptedOn, subject }) => [
      ...[ORGANS_IN_WORDS[organ][1], number, shortDate(adoptedOn), subject.trim() || 'senza oggetto'],
    ]),
    empty: 'nessuno',
  });

const REGISTER_WORDS = [
  said(
    'Ogni voce del registro porta l’impronta di quella prima: l’ultima impronta di una catena vale per tutte. I sigilli fissano ogni settimana le ultime impronte; chi ne ha una stampata può confrontarla con queste.',
  ),
];

const chains = ({ chains: all }: TownContents): PrintedBlock =>
  tabled({
    caption: 'Catene del registro, con la loro ultima impronta',
    columns: [
      { title: 'Di', share: 12 },
      { title: 'Nome', share: 38, as: 'name' },
      { title: 'Voci', share: 10, as: 'figure' },
      { title: 'Ultima impronta (SHA-256)', share: 40 },
    ],
    rows: all.map(({ kind, name, seq, hash }) => [CHAINS[kind], name || 'senza nome', seq, hash]),
    empty: 'nessuna',
  });

const seals = ({ seals: all }: TownContents): PrintedBlock =>
  tabled({
    caption: 'Sigilli settimanali',
    columns: [
      { title: 'Settimana dal', share: 20, as: 'name' },
      { title: 'Fatto il', share: 20 },
      { title: 'Catene', share: 10, as: 'figure' },
      { title: 'Impronta (SHA-256)', share: 50 },
    ],
    rows: all.map(({ week, day, hash, chains: sealed }) => [shortDate(week), shortDate(day), sealed, hash]),
    empty: 'nessuno',
  });

const KINDS: Readonly<Record<string, string>> = {
  evidence: 'Prova',
  import_draft: 'Piano o variazione, come caricati',
  signed_copy: 'Copia firmata',
};

function files({ files: all, readable }: IndexedArchive, { evidence }: TownContents): PrintedBlock {
  const about = new Map(evidence.map(({ id, objective, owed }) => [id, [objective, owed]]));
  return tabled({
    caption: 'File, con la loro impronta',
    columns: [
      { title: 'File', share: 25, as: 'name' },
      { title: 'Che cos’è', share: 35 },
      { title: 'Impronta (SHA-256)', share: 40 },
    ],
    rows: [
      ...all.map(({ of, id, name, file, sha256 }) => [
        { text: name, to: file },
        [KINDS[of] ?? of, ...(about.get(id) ?? [])].filter(Boolean).join(' – '),
        sha256,
      ]),
      ...readable.map(({ name, file, sha256 }) => [
        { text: name, to: file },
        'Pacchetto per la pubblicazione della Relazione',
        sha256,
      ]),
    ],
    empty: 'nessuno',
  });
}

const CSV_WORDS =
  'Le tabelle sono file CSV in UTF-8 con la riga dei nomi: si aprono con qualunque foglio di calcolo. Un campo vuoto senza virgolette è un dato che manca.';

const tables = ({ tables: all }: IndexedArchive): PrintedBlock =>
  tabled({
    caption: 'Tabelle, con la loro impronta',
    columns: [
      { title: 'Tabella', share: 30, as: 'name' },
      { title: 'Righe', share: 15, as: 'figure' },
      { title: 'Impronta (SHA-256)', share: 55 },
    ],
    rows: all.map(({ name, rows, file, sha256 }) => [{ text: name, to: file }, rows, sha256]),
    empty: '',
  });

const NOT_IN =
  'Non escono segreti né ciò che vale solo per l’installazione di prima: accessi, sessioni e chiavi personali, e le tabelle che seguono. Chi entrava con la sua casella entra anche dopo, da un collegamento nuovo.';
