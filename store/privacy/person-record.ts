/**
 * Everything held about a person of a town, for that person (art. 15 and 20 GDPR): the rows that are theirs, their deeds
 * on rows that are not, the entries of the register that name them. No secrets, nothing that others wrote or are.
 */
import type { Json } from '../connection.js';
import type { Tx } from '../in-town.js';
import { type RegisterBody, readTexts } from '../register/register.js';
import { PERSON_PLACES, type PersonPlace } from './person-record-tables.js';

type Row = { readonly [column: string]: Json };

/** Rows of one table. */
export interface RecordSection {
  /** The table, and the column that names the person. */
  readonly of: string;
  readonly title: string;
  /** Columns for reading, with their titles; the first one sorts. */
  readonly shown: Readonly<Record<string, string>>;
  readonly rows: readonly Row[];
}

/** JSON as it is handed over. */
export interface PersonRecord {
  readonly person: Row;
  /** What lets them in: address, sessions, keys. */
  readonly access: Json;
  /** Those with a row. */
  readonly sections: readonly RecordSection[];
  /** Entries of the register that name them, with the words that they wrote. */
  readonly register: readonly {
    readonly body: RegisterBody;
    readonly texts: Readonly<Record<string, string>>;
  }[];
}

/** Secrets, copies of files, and what only ties rows together. */
const LEFT_OUT = [
  'town',
  'token_hash',
  'salt',
  'hash',
  'key',
  'fingerprint',
  'fiscal_hash',
  'html',
  'links',
  'lease_until',
  'account',
];

/** `null`: no such person. `themselves`: it is they who ask, so that notes that nobody else may read are in it. */
export async function personRecord(
  tx: Tx,
  person: string,
  { themselves }: { readonly themselves: boolean },
): Promise<PersonRecord | null> {
  if (themselves) await tx`select set_config('app.person', ${person}, true)`;
  const [self] = await tx<{ row: Row }[]>`
    select to_jsonb(p) - ${LEFT_OUT}::text[] as row from person p where id = ${person}`;
  if (self === undefined) return null;
  const sections: RecordSection[] = [];
  for (const place of PERSON_PLACES) sections.push(await sectionOf(tx, place, person));
  sections.push(await individualsOf(tx, person), await changesAbout(tx, person));
  const [access] = await tx<{ held: Json }[]>`select person_access(${person}) as held`;
  return {
    person: self.row,
    access: access?.held ?? null,
    sections: sections.filter(({ rows }) => rows.length > 0),
    register: await registerOf(tx, person),
  };
}

async function sectionOf(
  tx: Tx,
  { table, column, title, own, shown }: PersonPlace,
  person: string,
): Promise<RecordSection> {
  const others = PERSON_PLACES.filter((one) => one.table === table && one.column !== column).map(
    (one) => one.column,
  );
  const rows = await tx<{ row: Row }[]>`
    select to_jsonb(t) - ${[...LEFT_OUT, ...others]}::text[] as row from ${tx(table)} t
    where ${tx(column)} = ${person} order by ${tx(Object.keys(shown)[0] ?? column)}`;
  const whole = rows.map(({ row }) => row);
  return {
    of: `${table}.${column}`,
    title,
    shown,
    rows: own === true ? whole : whole.map((row) => only(row, Object.keys(shown))),
  };
}

const only = (row: Row, columns: readonly string[]): Row =>
  Object.fromEntries(columns.map((column) => [column, row[column] ?? null]));

/** Those that were assigned to them: the row names them through their place in a sector. */
async function individualsOf(tx: Tx, person: string): Promise<RecordSection> {
  const rows = await tx<{ row: Row }[]>`
    select to_jsonb(i) - ${[...LEFT_OUT, 'assigned_by', 'assessed_by']}::text[] as row
    from individual_objective i join collaborator k on k.town = i.town and k.id = i.collaborator
    where k.person = ${person} order by i.assigned_at`;
  const shown = { assigned_at: 'Quando', title: 'Obiettivo', due: 'Entro il', note: 'Nota' };
  return {
    ...{ of: 'individual_objective.collaborator', title: 'Obiettivi individuali', shown },
    rows: rows.map(({ row }) => row),
  };
}

/** What was changed about them; not who did it. */
async function changesAbout(tx: Tx, person: string): Promise<RecordSection> {
  const rows = await tx<{ row: Row }[]>`
    select to_jsonb(a) - ${[...LEFT_OUT, 'person', 'role', 'sector']}::text[] as row from audit a
    where subject_kind = 'person' and subject = ${person} order by seq`;
  return {
    ...{
      of: 'audit.subject',
      title: 'Modifiche che la riguardano',
      shown: { at: 'Quando', action: 'Che cosa' },
    },
    rows: rows.map(({ row }) => row),
  };
}

async function registerOf(tx: Tx, person: string): Promise<PersonRecord['register']> {
  const entries = await tx<{ body: RegisterBody }[]>`
    select e.body from register_entry e where e.body ->> 'person' = ${person}
    order by (e.body ->> 'at')::bigint, e.chain, e.seq`;
  const hashes = entries.flatMap(({ body }) => Object.values(body).filter((one) => typeof one === 'string'));
  const texts = await readTexts(
    tx,
    hashes.filter((one) => /^[0-9a-f]{64}$/.test(one)),
  );
  return entries.map(({ body }) => ({
    body,
    texts: Object.fromEntries(
      Object.entries(body).flatMap(([field, value]) => {
        const text = typeof value === 'string' ? texts.get(value) : undefined;
        return text === undefined ? [] : [[field, text]];
      }),
    ),
  }));
}
