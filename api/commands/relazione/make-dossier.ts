/**
 * A dossier of an objective or a person. That it was made is itself an entry of the register, which binds
 * everything the dossier says to the chain; so whoever makes one acts, and each one is a new one.
 */

import type { Role } from '../../../domain/obligations/obligation.js';
import {
  closedDossier,
  DOSSIER_FORMAT,
  DOSSIER_KIND,
  type Dossier,
  envelopeHash,
} from '../../../domain/register/dossier.js';
import type { ChainSubject } from '../../../domain/register/seal.js';
import { listCycles } from '../../../store/cycle/cycles.js';
import { type FactsClock, factsClock } from '../../../store/facts-clock.js';
import { inTown, type Tx } from '../../../store/in-town.js';
import { obligationsOfObjective } from '../../../store/obligations/obligations.js';
import { findPerson } from '../../../store/people/people.js';
import { roleColumns, sectorIds } from '../../../store/people/roles.js';
import { findObjective } from '../../../store/plan/objectives.js';
import { chainsNaming } from '../../../store/register/dossier-facts.js';
import { appendEntries, holdChain, readChain, sha256Hex } from '../../../store/register/register.js';
import { dossierParts, type PersonAsked } from '../../queries/dossier-parts.js';
import type { Refusal } from '../../refusals.js';
import { actingRole, reachOf } from '../../rights.js';
import { auditCommand } from '../audit-command.js';
import type { Commander } from '../run-command.js';

/** Whom or what a dossier is about. */
export interface DossierAsked {
  readonly kind: 'objective' | 'person';
  readonly id: string;
}

export type DossierMade =
  | { readonly ok: true; readonly dossier: Dossier }
  | { readonly ok: false; readonly refusal: Refusal };

/** What may be told, to whom, and in which chains it stands; the first one takes the closing entry. */
interface Scope {
  readonly title: string;
  readonly role: Role | null;
  readonly chains: readonly [ChainSubject, ...ChainSubject[]];
  readonly asked: PersonAsked | null;
}

/** Owners have that of their objectives, everybody their own, Segretario and Nucleo any. */
export function makeDossier(commander: Commander, asked: DossierAsked): Promise<DossierMade> {
  const { deps, viewer } = commander;
  const real = deps.now();
  return inTown(deps.sql, viewer.town.id, async (tx) => {
    const clock = await factsClock(tx, real);
    const scope = await (asked.kind === 'objective' ? ofObjective : ofPerson)(tx, commander, asked.id);
    if ('code' in scope) return { ok: false, refusal: scope };
    await holdChain(tx, scope.chains[0]);
    const open: Dossier = {
      format: DOSSIER_FORMAT,
      town: { id: viewer.town.id, name: viewer.town.name, zone: clock.clock.zone },
      about: { ...asked, title: scope.title },
      madeAt: clock.now,
      madeOn: clock.today,
      ...(await dossierParts(tx, viewer, scope.chains, scope.asked)),
    };
    return { ok: true, dossier: await close(tx, commander, clock, open, scope) };
  });
}

async function ofObjective(tx: Tx, { viewer }: Commander, id: string): Promise<Scope | Refusal> {
  const objective = await findObjective(tx, id);
  if (objective === null) return { code: 'not-found' };
  const owners = (await obligationsOfObjective(tx, id)).map(({ obligation }) => obligation.owner);
  const role = actingRole(viewer.roles, 'dossier.make', owners);
  if (role === null) return { code: 'not-allowed' };
  const title = objective.number === null ? objective.title : `${objective.number}. ${objective.title}`;
  return { title, role, chains: [{ kind: 'objective', id }], asked: null };
}

async function ofPerson(tx: Tx, { viewer }: Commander, id: string): Promise<Scope | Refusal> {
  const person = await findPerson(tx, id);
  const [cycle] = await listCycles(tx);
  if (person === null || cycle === undefined) return { code: 'not-found' };
  const everyWord = reachOf(viewer.roles, 'dossier.make')?.relation === 'town';
  if (!everyWord && id !== viewer.person.id) return { code: 'not-allowed' };
  // A person has no chain: the dossier is entered under the town's latest year.
  const first = { kind: 'cycle', id: cycle.id } as const;
  const naming = (await chainsNaming(tx, id)).filter((one) => one.id !== first.id);
  return {
    title: person.name,
    role: viewer.roles[0] ?? null,
    chains: [first, ...naming],
    asked: { person: id, everyWord },
  };
}

async function close(
  tx: Tx,
  commander: Commander,
  clock: FactsClock,
  open: Dossier,
  { role, chains: [subject] }: Scope,
): Promise<Dossier> {
  const { viewer, channel } = commander;
  const columns = role === null ? null : roleColumns(role, await sectorIds(tx));
  const { kind, id } = open.about;
  const body = {
    at: clock.now,
    kind: DOSSIER_KIND,
    about: { kind, id },
    envelope: envelopeHash(open, sha256Hex),
    person: viewer.person.id,
    role: columns?.role ?? null,
    sector: columns?.sector ?? null,
    channel,
  };
  await appendEntries(tx, [{ subject, body }]);
  const closing = (await readChain(tx, subject)).at(-1);
  if (closing === undefined) throw new Error('the entry of the dossier is not there');
  const after = { hash: closing.hash };
  await auditCommand(tx, commander, clock, {
    role,
    action: 'dossier.make',
    subjectKind: kind,
    subject: id,
    after,
  });
  return closedDossier(open, closing);
}
