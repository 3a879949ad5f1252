/** Who is asking: the person of the session with the roles they hold today, in their town and by its clock. */
import type { Role } from '../domain/obligations/obligation.js';
import type { CivilDate } from '../domain/time/civil-date.js';
import type { Instant } from '../domain/time/instant.js';
import { townNow } from '../domain/time/town-clock.js';
import { civilDateAt } from '../domain/time/zone.js';
import { rolesOfPerson } from '../store/absences.js';
import { inTown } from '../store/in-town.js';
import { findPerson, type Person } from '../store/people.js';
import { findTown, type Town } from '../store/towns.js';
import type { Deps } from './deps.js';
import { formToken, isId, openSession, type Session } from './session.js';

export interface Viewer {
  readonly town: Town;
  readonly person: Person;
  /** In which they act on `today`. */
  readonly roles: readonly Role[];
  /** Town time. */
  readonly now: Instant;
  readonly today: CivilDate;
  /** Goes into every form. */
  readonly formToken: string;
}

/** `null` for a stranger, which outside the demo everybody is. */
export async function viewerOf(deps: Deps, cookie: string | undefined): Promise<Viewer | null> {
  if (deps.demo === null || cookie === undefined) return null;
  const session = openSession(cookie, deps.secret, Math.floor(deps.now() / 1000));
  return session === null ? null : lookUp(deps, session);
}

const lookUp = (deps: Deps, session: Session): Promise<Viewer | null> =>
  !isId(session.town) || !isId(session.person)
    ? Promise.resolve(null)
    : inTown(deps.sql, session.town, async (tx) => {
        const [town, person] = await Promise.all([findTown(tx), findPerson(tx, session.person)]);
        if (town === null || person === null) return null;
        const now = townNow(deps.now(), town.clock);
        const today = civilDateAt(now, town.clock.zone);
        const roles = await rolesOfPerson(tx, person.id, today);
        return { town, person, roles, now, today, formToken: formToken(session.nonce, deps.secret) };
      });
