/** Whom one can enter as in the demo: the people of every town, with their roles of that town's day. */
import type { Role } from '../../domain/obligations/obligation.js';
import type { CivilDate } from '../../domain/time/civil-date.js';
import type { Instant } from '../../domain/time/instant.js';
import { listTowns } from '../../store/across-towns.js';
import type { Sql } from '../../store/connection.js';
import { factsClock } from '../../store/facts-clock.js';
import { inTown } from '../../store/in-town.js';
import { listPeople, roleHolders } from '../../store/people/people.js';
import { loadTown, type Town } from '../../store/towns/towns.js';

export interface Entrant {
  readonly id: string;
  readonly name: string;
  readonly roles: readonly Role[];
}

export interface EntryTown {
  readonly town: Town;
  readonly today: CivilDate;
  readonly now: Instant;
  readonly people: readonly Entrant[];
}

/** Towns in demo mode; people without a role today come last. */
export async function loadEntrants(sql: Sql, real: Instant): Promise<readonly EntryTown[]> {
  const towns = (await listTowns(sql)).filter(({ mode }) => mode === 'demo');
  return Promise.all(
    towns.map(({ id }) =>
      inTown(sql, id, async (tx) => {
        const { today, now } = await factsClock(tx, real);
        const tenures = await roleHolders(tx, today);
        const people = (await listPeople(tx)).map((person) => ({
          id: person.id,
          name: person.name,
          roles: tenures.filter((one) => one.person.id === person.id).map(({ role }) => role),
        }));
        return { town: await loadTown(tx), today, now, people: people.sort(byRank) };
      }),
    ),
  );
}

const RANK: Readonly<Record<Role['role'], number>> = {
  ...{ secretary: 0, head: 1, 'vice-secretary': 2, oiv: 3, mayor: 4, assessor: 5, rpct: 6 },
};
const rankOf = ({ roles }: Entrant): number => Math.min(7, ...roles.map(({ role }) => RANK[role]));
const byRank = (a: Entrant, b: Entrant): number => rankOf(a) - rankOf(b) || (a.name < b.name ? -1 : 1);
