/** The people of a list with their roles; what is wrong with it, line by line. Pure: nothing is written. */
import { plainName } from '../../domain/cycle/pasted-names.js';
import { type Role, roleKey } from '../../domain/obligations/obligation.js';
import { isMailAddress } from '../../mail/mail-address.js';
import { hasForeignLetters, lookOf } from './look-alike.js';
import { type PeopleRow, peopleTable } from './people-table.js';
import { isShared, roleIn } from './role-words.js';

export interface ListedPerson {
  readonly name: string;
  /** `null`: no mailbox. */
  readonly email: string | null;
  readonly sharedMailbox: boolean;
  readonly roles: readonly Role[];
  /** Of the list; 0: they were named elsewhere. */
  readonly line: number;
}

export interface LineNote {
  /** 0: of the whole list. */
  readonly line: number;
  readonly message: string;
}

export interface PeopleList {
  readonly people: readonly ListedPerson[];
  /** Each keeps the list from being taken. */
  readonly problems: readonly LineNote[];
  /** To be looked at; the list is taken all the same. */
  readonly notes: readonly LineNote[];
}

/** Lines of a list, and signs of a name. */
export const PEOPLE_LIMITS = { lines: 1_000, name: 120 } as const;

interface Gathering {
  readonly people: Map<string, ListedPerson>;
  readonly problems: LineNote[];
  readonly notes: LineNote[];
}

/** `secretary`: who is named as such beside the list. Empty text: nobody else. */
export function readPeopleList(
  text: string,
  sectors: readonly string[],
  secretary: Pick<ListedPerson, 'name' | 'email'>,
): PeopleList {
  const first: ListedPerson = {
    ...{ ...secretary, sharedMailbox: false, line: 0 },
    roles: [{ role: 'secretary' }],
  };
  const gathered: Gathering = { people: new Map([[keyOf(first), first]]), problems: [], notes: [] };
  const listed = (): PeopleList => ({ ...gathered, people: [...gathered.people.values()] });
  if (text.trim() === '') return listed();
  const table = peopleTable(text);
  if (!table.ok) {
    const message =
      'La prima riga deve dire che cosa c’è in ogni colonna, per esempio: Nome;Casella;Ruolo;Settore.';
    gathered.problems.push({ line: 1, message });
    return listed();
  }
  if (table.rows.length > PEOPLE_LIMITS.lines) {
    const message = `L’elenco ha ${table.rows.length} righe: al massimo ${PEOPLE_LIMITS.lines}. Qui servono le persone con un ruolo; i collaboratori si aggiungono dopo.`;
    gathered.problems.push({ line: 0, message });
    return listed();
  }
  for (const row of table.rows) take(gathered, row, sectors);
  gathered.notes.push(...looks(listed().people), ...severalHolders(listed().people));
  return listed();
}

function take(gathered: Gathering, row: PeopleRow, sectors: readonly string[]): void {
  const said = personIn(row, sectors);
  const wrong = typeof said === 'string' ? said : add(gathered.people, said);
  if (wrong !== null) gathered.problems.push({ line: row.line, message: wrong });
}

/** The person of one line, or what is wrong with it. */
function personIn({ line, cells }: PeopleRow, sectors: readonly string[]): ListedPerson | string {
  const formula = Object.values(cells).find((cell) => /^[=+\-@]/.test(cell));
  if (formula !== undefined) return `«${short(formula)}» sembra una formula: scrivilo come testo.`;
  const name = [cells.name, cells.surname].filter((part) => part !== '').join(' ');
  if (name === '') return 'Manca il nome.';
  if (name.length > PEOPLE_LIMITS.name)
    return `Il nome supera i ${PEOPLE_LIMITS.name} caratteri: mancano le virgolette di chiusura?`;
  const email = cells.email === '' ? null : cells.email;
  if (email !== null && !isMailAddress(email)) return `«${short(email)}» non è un indirizzo di posta.`;
  if (email !== null && hasForeignLetters(email))
    return `«${short(email)}» ha lettere che non sono dell'alfabeto latino semplice: riscrivi l'indirizzo a mano.`;
  const read = roleIn(cells, sectors);
  if (!read.ok) return read.message;
  const roles = read.role === null ? [] : [read.role];
  return { name, email, line, sharedMailbox: isShared(cells.shared), roles };
}

const keyOf = ({ name, email }: Pick<ListedPerson, 'name' | 'email'>): string =>
  `${email?.toLowerCase() ?? ''} ${plainName(name)}`;

/** Why this line cannot be joined to an earlier one; `null`: it was. */
function add(people: Map<string, ListedPerson>, said: ListedPerson): string | null {
  const email = said.email?.toLowerCase();
  const other = [...people.values()].find(
    (one) =>
      email !== undefined &&
      one.email?.toLowerCase() === email &&
      plainName(one.name) !== plainName(said.name) &&
      !(one.sharedMailbox && said.sharedMailbox),
  );
  if (other !== undefined)
    return `La casella ${short(said.email ?? '')} è già di ${other.name}${placeOf(other)}: se la leggono in più persone, scrivi «sì» nella colonna «Casella condivisa» di tutte.`;
  const known = people.get(keyOf(said));
  if (known === undefined) {
    people.set(keyOf(said), said);
    return null;
  }
  const held = new Set(known.roles.map(roleKey));
  if (said.roles.length === 0 || said.roles.some((role) => held.has(roleKey(role))))
    return `${said.name} è già nell’elenco con questo ruolo${placeOf(known)}.`;
  people.set(keyOf(said), { ...known, roles: [...known.roles, ...said.roles] });
  return null;
}

const placeOf = ({ line }: ListedPerson): string =>
  line === 0 ? ', indicato come Segretario qui sopra' : ` (riga ${line})`;

function looks(people: readonly ListedPerson[]): readonly LineNote[] {
  const seen = new Map<string, ListedPerson>();
  return people.flatMap((one) => {
    if (one.email === null) return [];
    const look = lookOf(one.email);
    const other = seen.get(look);
    if (other === undefined || other.email?.toLowerCase() === one.email.toLowerCase()) {
      seen.set(look, one);
      return [];
    }
    const message = `«${short(one.email)}» somiglia a «${short(other.email ?? '')}» di ${other.name}: controlla che non sia un errore.`;
    return [{ line: one.line, message }];
  });
}

function severalHolders(people: readonly ListedPerson[]): readonly LineNote[] {
  const first = new Map<string, ListedPerson>();
  return people.flatMap((one) =>
    one.roles.flatMap((role) => {
      const other = first.get(roleKey(role));
      if (other === undefined || role.role === 'oiv') {
        first.set(roleKey(role), one);
        return [];
      }
      const message = `${one.name} ha lo stesso ruolo di ${other.name}: gli avvisi vanno a tutti e due, basta una risposta.`;
      return [{ line: one.line, message }];
    }),
  );
}

const short = (text: string): string => (text.length > 60 ? `${text.slice(0, 59)}…` : text);
