/** *Registro delle modifiche*: what was asked for, within what the viewer may see, with the names that its ids stand for. */
import { addDays, type CivilDate, civilDate } from '../../domain/time/civil-date.js';
import { instantAt } from '../../domain/time/zone.js';
import { listCycles } from '../../store/cycle/cycles.js';
import type { Tx } from '../../store/in-town.js';
import { type AuditChannel, type AuditFilter, type AuditRow, listAudit } from '../../store/register/audit.js';
import type { AuditAction } from '../../store/register/audit-actions.js';
import { namesOf } from '../../store/register/dossier-facts.js';
import { reachOf } from '../rights.js';
import type { Viewer } from '../viewer.js';
import { actCited } from '../views/words.js';

/** What does not restrict is absent. Days are of the town, both included. */
export interface AuditAsked {
  readonly person?: string;
  readonly objective?: string;
  readonly action?: AuditAction;
  readonly channel?: AuditChannel;
  readonly from?: CivilDate;
  readonly until?: CivilDate;
  /** Entries below this number of the history. */
  readonly below?: number;
}

/** What an id stands for, in Italian. */
export type Names = ReadonlyMap<string, string>;

export interface AuditPage {
  readonly rows: readonly AuditRow[];
  readonly names: Names;
  /** Where the next page begins; `null`: this is the last. */
  readonly next: number | null;
}

/** Everything for the Segretario; for others what they did themselves and what was done about them. */
export const readsEveryChange = ({ roles }: Pick<Viewer, 'roles'>): boolean =>
  reachOf(roles, 'audit.read')?.relation === 'town';

export async function loadAudit(
  tx: Tx,
  viewer: Viewer,
  asked: AuditAsked,
  atMost: number,
): Promise<AuditPage> {
  const found = await listAudit(tx, { ...filterOf(viewer, asked), atMost: atMost + 1 });
  const rows = found.slice(0, atMost);
  return {
    rows,
    names: await namesIn(tx, rows),
    next: found.length > atMost ? (rows.at(-1)?.seq ?? null) : null,
  };
}

/** Outside of these years nothing was changed, and not every day has an instant that the database can name. */
const [FIRST, LAST] = [civilDate('1900-01-01'), civilDate('2999-12-31')];

function filterOf(viewer: Viewer, { from, until, ...asked }: AuditAsked): AuditFilter {
  const { zone } = viewer.town.clock;
  return {
    ...asked,
    ...(from === undefined || from < FIRST ? {} : { from: instantAt(from, 0, zone) }),
    ...(until === undefined || until > LAST ? {} : { before: instantAt(addDays(until, 1), 0, zone) }),
    ...(readsEveryChange(viewer) ? {} : { concerning: viewer.person.id }),
  };
}

async function namesIn(tx: Tx, rows: readonly AuditRow[]): Promise<Names> {
  const ids = [
    ...new Set(rows.flatMap(({ subject, act, before, after }) => idsIn([subject, act, before, after]))),
  ];
  const [names, cycles] = [await namesOf(tx, ids, []), await listCycles(tx)];
  return new Map([
    ...[...names.people, ...names.sectors].map(({ id, name }) => [id, name] as const),
    ...names.objectives.map(({ id, number, title }) => [id, numbered(number, title)] as const),
    ...names.obligations.map(
      ({ id, title, milestone, sector }) =>
        [id, [title, milestone, sector].filter((one) => one !== null && one !== '').join(' – ')] as const,
    ),
    ...names.acts.map(
      ({ id, organ, number, adoptedOn }) =>
        [id, actCited({ organ: organ as never, actNumber: number, actDate: adoptedOn })] as const,
    ),
    ...cycles.map(({ id, year }) => [id, `Ciclo ${year}`] as const),
  ]);
}

const numbered = (number: string | null, title: string): string =>
  number === null ? title : `${number}. ${title}`;

const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

function idsIn(value: unknown): readonly string[] {
  if (typeof value === 'string') return UUID.test(value) ? [value] : [];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(idsIn) : [];
}
