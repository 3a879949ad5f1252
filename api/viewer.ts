/** Who is asking: the person of the session with the roles they hold today, in their town and by its clock. */
import type { Role } from '../domain/obligations/obligation.js';
import type { CivilDate } from '../domain/time/civil-date.js';
import type { Instant } from '../domain/time/instant.js';
import { townNow } from '../domain/time/town-clock.js';
import { civilDateAt } from '../domain/time/zone.js';
import type { KeyBearer } from '../store/entry/api-keys.js';
import { inTown, type Tx } from '../store/in-town.js';
import { rolesActedIn } from '../store/people/absences.js';
import { type Compiling, compilingOn, namingsOf } from '../store/people/compilers.js';
import { findPerson, type Person, tenuresOf } from '../store/people/people.js';
import { findTown, type Town } from '../store/towns/towns.js';
import { accountOf } from './account.js';
import type { Deps } from './deps.js';
import { type Action, isForCompilers, reachOf } from './rights.js';
import { formToken, isId, openSession, type Session } from './session.js';

export interface Viewer {
  readonly town: Town;
  readonly person: Person;
  /** In which they act on `today`. */
  readonly roles: readonly Role[];
  /** What they may prepare on `today` without a role: submissions of a sector, or lines of them. */
  readonly compiles: readonly Compiling[];
  /** Town time. */
  readonly now: Instant;
  readonly today: CivilDate;
  /** Goes into every form. */
  readonly formToken: string;
}

/** May they do it to anything at all? For actions that need a role, or somebody who named them. */
export const mayAtAll = ({ roles, compiles }: Pick<Viewer, 'roles' | 'compiles'>, action: Action): boolean =>
  reachOf(roles, action) !== null || (compiles.length > 0 && isForCompilers(action));

/** Who a key stands for; `null` when they are not there any more. A form that bears it is none of ours. */
export const viewerWithKey = (deps: Deps, { town, person }: KeyBearer): Promise<Viewer | null> =>
  lookUp(deps, { town, person, formToken: '' });

/** `null` for a stranger, and for an account that has not chosen its town. */
export async function viewerOf(deps: Deps, cookie: string | undefined): Promise<Viewer | null> {
  if (cookie === undefined) return null;
  if (deps.demo === null) {
    const account = await accountOf(deps, cookie);
    return account?.as == null ? null : lookUp(deps, { ...account.as, formToken: account.formToken });
  }
  const session = openSession(cookie, deps.secret, Math.floor(deps.now() / 1000));
  return session === null
    ? null
    : lookUp(deps, { ...session, formToken: formToken(session.nonce, deps.secret) });
}

type Entered = Pick<Session, 'town' | 'person'> & Pick<Viewer, 'formToken'>;

const lookUp = (deps: Deps, session: Entered): Promise<Viewer | null> =>
  !isId(session.town) || !isId(session.person)
    ? Promise.resolve(null)
    : inTown(deps.sql, session.town, (tx) => viewerInside(tx, deps.now(), session));

/** In a transaction of their town, at the real instant `real`; `null` when they are not there any more. */
export async function viewerInside(
  tx: Tx,
  real: Instant,
  { person: id, formToken: token }: Pick<Entered, 'person' | 'formToken'>,
): Promise<Viewer | null> {
  // In one go, before the town's day is known: this is asked with every page.
  const [town, person, tenures, namings] = await Promise.all([
    findTown(tx),
    findPerson(tx, id),
    tenuresOf(tx, id),
    namingsOf(tx, id),
  ]);
  if (town === null || person === null) return null;
  const now = townNow(real, town.clock);
  const today = civilDateAt(now, town.clock.zone);
  const roles = await rolesActedIn(tx, id, tenures, today);
  return { town, person, roles, compiles: compilingOn(namings, today), now, today, formToken: token };
}
