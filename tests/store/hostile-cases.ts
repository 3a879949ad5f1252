/** What somebody may have done to an archive of a town, and what is said of it. */
import type { TakenApart } from './altered-archive.js';

/** The town of the archive, and one of the installation that it comes to. */
export interface Towns {
  readonly town: string;
  readonly neighbour: string;
}

const tableOf = ({ manifest }: TakenApart, name: string) => {
  const found = manifest.tables.find((one) => one.name === name);
  if (found === undefined) throw new Error(name);
  return found;
};
const deep = `${'['.repeat(10_000)}${']'.repeat(10_000)}`;
const settings = (json: string) => (one: TakenApart) =>
  one.change('tabelle/town.csv', (csv) => {
    const [head = '', row = ''] = csv.trimEnd().split('\n');
    const at = head.split(',').indexOf('settings');
    // The columns before it have no comma but in closures, which come right before ladders and settings.
    const cells = row.match(/("([^"]|"")*"|[^,]*)(,|$)/g) ?? [];
    cells[at] = `"${json.replaceAll('"', '""')}",`;
    return `${head}\n${cells.join('')}\n`;
  });

export const HOSTILE: readonly (readonly [
  what: string,
  how: (one: TakenApart, towns: Towns) => void,
  message: string | RegExp,
])[] = [
  [
    'whose manifest has another hash',
    (one) => {
      tableOf(one, 'person').sha256 = '0'.repeat(64);
    },
    "tabelle/person.csv dell'archivio non corrisponde alla sua impronta",
  ],
  [
    'whose page has another hash',
    (one) => {
      one.manifest.index.sha256 = '0'.repeat(64);
    },
    "index.html dell'archivio non corrisponde",
  ],
  [
    'with a file that the manifest does not name',
    (one) => {
      one.parts.set('altro.txt', Buffer.from('x'));
    },
    'il manifesto non nomina: altro.txt',
  ],
  [
    'that climbs out by its names',
    (one) => {
      one.parts.set('../fuori.txt', Buffer.from('x'));
    },
    'il manifesto non nomina: ../fuori.txt',
  ],
  [
    'that climbs out by its manifest',
    (one) => {
      tableOf(one, 'person').file = '../fuori.csv';
    },
    'manifest.json non si legge',
  ],
  [
    'without a file',
    (one) => {
      one.parts.delete('tabelle/person.csv');
    },
    'manca il file tabelle/person.csv',
  ],
  [
    'without a manifest to speak of',
    (one) => {
      one.manifest = {} as never;
    },
    'manifest.json non si legge',
  ],
  [
    'of another format',
    (one) => {
      Object.assign(one.manifest, { format: 'traguardo.town/2' });
    },
    'manifest.json non si legge',
  ],
  [
    'whose manifest is 10,000 deep',
    (one) => {
      one.manifestText = deep;
    },
    'manifest.json non si legge',
  ],
  ['with settings 10,000 deep', settings(deep), /non entrano|non si leggono/],
  ['with settings that do not read', settings('{"words":3}'), 'le impostazioni non si leggono'],
  [
    'of a demonstration',
    (one) => {
      Object.assign(one.manifest.town, { mode: 'demo' });
    },
    'manifest.json non si legge',
  ],
  [
    'of another town than it says',
    (one) => {
      one.manifest.town.name = 'Un altro';
    },
    'non è quello che il manifesto dice',
  ],
  [
    'with rows of a town that is here',
    (one, { town, neighbour }) => one.change('tabelle/person.csv', (csv) => csv.replace(town, neighbour)),
    '«person» ha righe di un altro comune',
  ],
  [
    'that is a town that is here',
    (one, { neighbour }) => {
      one.manifest.town.id = neighbour;
    },
    'Il comune è già in questa installazione',
  ],
  [
    'with a table of the installation',
    (one) => {
      one.manifest.tables.push({ ...tableOf(one, 'person'), name: 'account' });
    },
    /account|stesso file/,
  ],
  [
    'without a table',
    (one) => {
      one.manifest.tables = one.manifest.tables.filter(({ name }) => name !== 'person');
      one.parts.delete('tabelle/person.csv');
    },
    'manca la tabella «person»',
  ],
  [
    'with a column unknown here',
    (one) => {
      tableOf(one, 'person').columns.push('admin');
    },
    'non ha le colonne attese: «admin»',
  ],
  [
    'whose rows have other columns than it says',
    (one) => one.change('tabelle/person.csv', (csv) => csv.replace('email', 'name')),
    "«person» dell'archivio non si legge",
  ],
  [
    'with fewer rows than it says',
    (one) => {
      tableOf(one, 'person').rows += 1;
    },
    'il manifesto ne dice',
  ],
  [
    'with a row that refers to nothing',
    (one) => one.change('tabelle/role_holder.csv', (csv) => csv.replace(/,(head),/, ',$1x,')),
    'non entrano',
  ],
  [
    'whose file is another than its row says',
    (one) => {
      const [file] = one.manifest.files.filter(({ of }) => of === 'evidence');
      one.put(file?.file ?? '', Buffer.from('altro'));
    },
    'non è quello che la sua riga dice',
  ],
  [
    'without the file of a row',
    (one) => {
      const [file] = one.manifest.files.filter(({ of }) => of === 'evidence');
      one.manifest.files = one.manifest.files.filter((other) => other !== file);
      one.parts.delete(file?.file ?? '');
    },
    'Un file di «evidence» manca',
  ],
  [
    'whose register was written anew in one word',
    (one) =>
      one.change('tabelle/register_entry.csv', (csv) =>
        csv.replace(/""kind"": ""[a-z-]+""/, '""kind"": ""altro""'),
      ),
    'non è integro',
  ],
  [
    'whose register lost its end',
    (one) => {
      one.change('tabelle/register_chain.csv', (csv) => csv.replace(/,1,([0-9a-f]{64})/, ',2,$1'));
    },
    'non è integro: manca la fine',
  ],
  [
    'of a newer program',
    (one) => {
      one.manifest.migrations.push({ number: 999, name: '000999_later.sql', checksum: '0'.repeat(64) });
    },
    'programma più nuovo (000999_later.sql): aggiorna questa installazione',
  ],
  [
    'of another schema',
    (one) => {
      Object.assign(one.manifest.migrations[0] ?? {}, { checksum: '0'.repeat(64) });
    },
    'di un altro schema: 000001_towns_and_people.sql',
  ],
  [
    'with 100 MB of nothing, said to be small',
    (one) => {
      one.parts.set('tabelle/person.csv', Buffer.alloc(100_000_000));
    },
    'più di quanto un comune può avere',
  ],
  [
    'with 100 MB of nothing, said to be so',
    (one) => one.put('tabelle/person.csv', Buffer.alloc(100_000_000)),
    'più di quanto un comune può avere',
  ],
];
