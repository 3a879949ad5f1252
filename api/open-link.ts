/**
 * Who comes by a mail's link: its signature is checked before anything is looked at, then whether what it is
 * about still concerns its person. Nothing is changed and nothing recorded by it; no session is opened.
 */
import { dueOf, type Role, roleKey } from '../domain/obligations/obligation.js';
import { receiverIds } from '../domain/obligations/receivers.js';
import type { CivilDate } from '../domain/time/civil-date.js';
import { townNow } from '../domain/time/town-clock.js';
import { civilDateAt } from '../domain/time/zone.js';
import { townOfDigest } from '../store/across-towns.js';
import { findLinkKey } from '../store/entry/link-keys.js';
import { isSigned, type ReadToken, readToken } from '../store/entry/link-token.js';
import { inTown, type Tx } from '../store/in-town.js';
import { type LinkedMail, latestMailAbout, linkedMail } from '../store/obligations/answer-links.js';
import type { ObligationRecord } from '../store/obligations/obligation-rows.js';
import { findObligation } from '../store/obligations/obligations.js';
import { loadStaff, rolesOfPerson } from '../store/people/absences.js';
import { findPerson } from '../store/people/people.js';
import { rolesWithCode } from '../store/people/role-codes.js';
import { findTown, type Town } from '../store/towns/towns.js';
import type { AnswerRefusal } from './answer-refusals.js';
import type { Deps } from './deps.js';
import { actingRole, reachOf } from './rights.js';
import type { Viewer } from './viewer.js';

export interface AnswerLink {
  /** As typed in the address. */
  readonly token: string;
  /** The person of the link, with the roles they hold today. No session stands behind it. */
  readonly viewer: Viewer;
  readonly digest: string;
  readonly mailDay: CivilDate;
  readonly obligation: string;
  /** May they answer, or only read? */
  readonly mode: 'answer' | 'read';
  /** Whoever answers must say their name. */
  readonly asksName: boolean;
  /** … and the code of this role; `null`: none is set. */
  readonly code: Role | null;
  /** Term or owner changed after the mail. */
  readonly isMoved: boolean;
}

export type OpenedLink<More> =
  | { readonly ok: true; readonly link: AnswerLink; readonly more: More }
  /** `town`: `null` as long as the signature was not found true. */
  | { readonly ok: false; readonly refusal: AnswerRefusal; readonly town: Town | null };

/** What opening refuses. */
export type RefusedLink = Extract<OpenedLink<never>, { ok: false }>;

const BROKEN: RefusedLink = { ok: false, refusal: { code: 'link-broken' }, town: null };

/** `more` is read in the same transaction, once the link has opened: for a page, or nothing. */
export async function openLink<More>(
  deps: Deps,
  token: string,
  more: (tx: Tx, link: AnswerLink, record: ObligationRecord) => Promise<More>,
): Promise<OpenedLink<More>> {
  const read = readToken(token);
  if (!read.ok) return BROKEN;
  const town = await townOfDigest(deps.sql, read.claim.digest);
  if (town === null) return BROKEN;
  return inTown(deps.sql, town, async (tx) => {
    const opened = await openIn(tx, deps, { token, town, read });
    if (!opened.ok) return opened;
    return { ok: true, link: opened.link, more: await more(tx, opened.link, opened.more) };
  });
}

interface Asked {
  readonly token: string;
  readonly town: string;
  readonly read: Extract<ReadToken, { ok: true }>;
}

async function openIn(
  tx: Tx,
  deps: Deps,
  { token, town: id, read }: Asked,
): Promise<OpenedLink<ObligationRecord>> {
  const { claim } = read;
  const [mail, key, town] = await Promise.all([
    linkedMail(tx, claim.digest, claim.link),
    findLinkKey(tx, claim.key),
    findTown(tx),
  ]);
  if (mail === null || mail.obligation === null || key === null || town === null) return BROKEN;
  const { person, obligation } = mail;
  if (!isSigned(read, { town: id, person, obligation }, key.key)) return BROKEN;
  const now = townNow(deps.now(), town.clock);
  const today = civilDateAt(now, town.clock.zone);
  if (today > claim.expires) {
    const latest = await latestMailAbout(tx, person, obligation);
    return { ok: false, refusal: { code: 'link-expired', latest }, town };
  }
  const [record, bearer] = await Promise.all([findObligation(tx, obligation), bearerOf(tx, mail, today)]);
  if (record === null || bearer === null) return { ok: false, refusal: { code: 'link-not-yours' }, town };
  const { owner } = record.obligation;
  const receives = bearer.answersFor(owner);
  // Whoever stands in without a role of their own that allows it acts in the role they stand in for.
  const isOwnersStead = receives && actingRole(bearer.roles, 'obligation.complete', [owner]) === null;
  const roles = isOwnersStead ? [...bearer.roles, owner] : bearer.roles;
  if (!receives && reachOf(roles, 'obligations.read')?.relation !== 'town')
    return { ok: false, refusal: { code: 'link-not-yours' }, town };
  const hasCode =
    bearer.person.sharedMailbox && bearer.codes.some((role) => roleKey(role) === roleKey(owner));
  return {
    ok: true,
    more: record,
    link: {
      token,
      viewer: { town, person: bearer.person, roles, compiles: [], now, today, formToken: '' },
      digest: claim.digest,
      mailDay: mail.day,
      obligation,
      mode: receives ? 'answer' : 'read',
      asksName: bearer.person.sharedMailbox,
      code: hasCode ? owner : null,
      isMoved: isMoved(mail, record),
    },
  };
}

/** The notice spoke of another version: since then the term or the owner changed. */
const isMoved = ({ version }: LinkedMail, { obligation }: ObligationRecord): boolean =>
  version !== null && version < obligation.version && dueOf(obligation) !== null;

/** `null`: the person was erased. */
async function bearerOf(tx: Tx, { person: id, isErased }: LinkedMail, today: CivilDate) {
  if (isErased) return null;
  const [person, roles, staff, codes] = await Promise.all([
    findPerson(tx, id),
    rolesOfPerson(tx, id, today),
    loadStaff(tx, today),
    rolesWithCode(tx),
  ]);
  if (person === null) return null;
  const receivers = receiverIds(staff);
  return {
    person,
    codes,
    roles,
    /** Whoever holds the role and is absent may answer all the same. */
    answersFor: (role: Role): boolean =>
      receivers(role).includes(id) || roles.some((one) => roleKey(one) === roleKey(role)),
  };
}
