/**
 * Who may do what to which thing: one table, role × action × relation. Every route names its action
 * (`gate.ts`), and a test walks all routes. `town`: anything of the person's own town. `own`: what one
 * of their roles owes, or a mail addressed to them. Nothing is ever another town's: row-level security
 * sees to that below, whatever stands here.
 */
import { type Role, roleKey } from '../domain/obligations/obligation.js';

export type Relation = 'town' | 'own';
type RoleName = Role['role'];
/** `anyone`: strangers too. `entered`: whoever has entered, also without a role today. */
type Rule = 'anyone' | 'entered' | Readonly<Partial<Record<RoleName, Relation>>>;

const EVERY_ROLE = {
  secretary: 'town',
  'vice-secretary': 'town',
  oiv: 'town',
  mayor: 'town',
  rpct: 'town',
  head: 'town',
} as const;
/** A Vice owes nothing, but was sent mails while standing in. */
const OWN = {
  secretary: 'own',
  'vice-secretary': 'own',
  oiv: 'own',
  mayor: 'own',
  rpct: 'own',
  head: 'own',
} as const;
const SECRETARY = { secretary: 'town' } as const;

export const RIGHTS = {
  'health.read': 'anyone',
  'assets.read': 'anyone',
  'api.describe': 'anyone',
  /** By the link of a mail, which is signed for one person: it opens no session. */
  'link.open': 'anyone',
  'link.answer': 'anyone',
  /** The page of strangers: who may enter, or that nobody can. */
  'home.read': 'anyone',
  /** Demo only: the gate is shut outside it. */
  'session.enter': 'anyone',
  'session.leave': 'entered',
  'session.read': 'entered',
  'clock.read': 'entered',
  'clock.move': 'entered',
  'inbox.read': 'entered',
  /** A mail of the demo's inbox is sent back, as a mail server would. */
  'inbox.return': 'entered',

  /** The inbox of a town on trial: everybody's mails, with their links. */
  'trial.read': SECRETARY,
  'town.go-live': SECRETARY,

  'dashboard.read': { secretary: 'town', oiv: 'town', mayor: 'town' },
  'round.ask': SECRETARY,
  'deadlines.read': OWN,
  /** The file of a personal calendar, by its secret address. */
  'calendar.read': 'anyone',
  /** The address of one's own calendar. */
  'calendar.keep': OWN,
  'obligations.read': { ...OWN, secretary: 'town', oiv: 'town', mayor: 'town' },
  /** The Segretario may answer for a role that nobody holds; the audit says in which role it was done. */
  'obligation.complete': { ...OWN, secretary: 'town' },
  'obligation.reopen': { ...OWN, secretary: 'town' },
  /** *In corso*, and *Non è di mia competenza*, which nobody says for somebody else. */
  'obligation.explain': { ...OWN, secretary: 'town' },
  'obligation.disclaim': OWN,
  /** Only of one's own answers, which the command sees to. */
  'answer.withdraw': { ...OWN, secretary: 'town' },
  'obligation.set-date': { ...OWN, secretary: 'town' },
  /** The notice to the Sindaco; never about an obligation of one's own, which the command sees to. */
  'obligation.hold-back': SECRETARY,
  /** To another role, or back to whoever said it is not theirs. */
  'obligation.reassign': SECRETARY,
  'evidence.add': { ...OWN, secretary: 'town' },
  'evidence.read': { ...OWN, secretary: 'town', oiv: 'town' },
  /** The sectors' half-year submissions. */
  'monitoring.read': { head: 'own', mayor: 'own', secretary: 'town', oiv: 'town' },
  /** A draft; in the end only who owes it transmits, or who stands in for them. */
  'monitoring.write': { head: 'own', mayor: 'own', secretary: 'town' },
  'monitoring.transmit': { head: 'own', mayor: 'own', secretary: 'town' },
  /** *Acquisisci*, *Restituisci per integrazioni*, *Riapri*. */
  'monitoring.accept': SECRETARY,
  /** The Nucleo; the Segretario for one that writes on paper. */
  'monitoring.observe': { oiv: 'town', secretary: 'town' },
  'objectives.read': EVERY_ROLE,
  /** Notices, the register and the history of changes. */
  'register.read': { ...OWN, secretary: 'town', oiv: 'town' },
  /** The register of the whole town: seals, search. */
  'register.search': { secretary: 'town', oiv: 'town' },
  /** Owners of their objectives, everybody of themselves: the command sees to that. */
  'dossier.make': { ...OWN, secretary: 'town', oiv: 'town' },
  /** Notices to hand over to people without a mailbox. */
  'paper.read': SECRETARY,
  'paper.record': SECRETARY,
  'digests.read': { ...OWN, secretary: 'town', oiv: 'town' },
  /** The mails of days to come, of everybody; the evaluators read as they read the mails sent. */
  'rehearsal.read': { secretary: 'town', oiv: 'town' },
  /** A past day: what was due, sent, not sent, answered. */
  'day.read': { secretary: 'town', oiv: 'town' },
  /** Which notices there are; whoever reads them may know by which ladder. */
  'ladder.read': { secretary: 'town', oiv: 'town' },
  'ladder.change': SECRETARY,
  /** The days on which the offices are closed. */
  'closures.read': { secretary: 'town', oiv: 'town' },
  'closures.change': SECRETARY,
  /** Of an objective that several sectors share. */
  'lead.change': SECRETARY,
  /** The terms that law and own rules set for a year; what the town says of itself for them. */
  'legal-calendar.read': { secretary: 'town', oiv: 'town', mayor: 'town', rpct: 'town' },
  'legal-calendar.change': SECRETARY,
  'plan.import': SECRETARY,
  /** The plan with its acts, what was decided when it was imported, the file it came from. */
  'plan.read': EVERY_ROLE,
  'people.read': SECRETARY,
  'people.change': SECRETARY,
  /** What a person wrote, and what others wrote about what they owed. */
  'person.erase': SECRETARY,
} as const satisfies Record<string, Rule>;

export type Action = keyof typeof RIGHTS;

/** What exists in the demo alone: refused elsewhere, whoever asks. */
export const DEMO_ONLY: ReadonlySet<Action> = new Set([
  'session.enter',
  'clock.move',
  'clock.read',
  'inbox.read',
  'inbox.return',
]);

/** How far a person reaches: `roles` are those that the relation `own` is about. */
export type Reach =
  | { readonly relation: 'town' }
  | { readonly relation: 'own'; readonly roles: readonly Role[] };

const ruleOf = (action: Action): Rule => RIGHTS[action];

/** `null`: none of these roles may do it to anything. For actions that need a role. */
export function reachOf(roles: readonly Role[], action: Action): Reach | null {
  const rule = ruleOf(action);
  if (rule === 'anyone' || rule === 'entered') return { relation: 'town' };
  if (roles.some((role) => rule[role.role] === 'town')) return { relation: 'town' };
  const own = roles.filter((role) => rule[role.role] === 'own');
  return own.length > 0 ? { relation: 'own', roles: own } : null;
}

/** The role in which a person may do it to what `owners` owe: their own first. `null`: they may not. */
export function actingRole(roles: readonly Role[], action: Action, owners: readonly Role[]): Role | null {
  const rule = ruleOf(action);
  if (rule === 'anyone' || rule === 'entered') return roles[0] ?? null;
  const owning = new Set(owners.map(roleKey));
  const may = (relation: Relation): Role | undefined =>
    roles.find(
      (role) =>
        rule[role.role] !== undefined &&
        (relation === 'town' || owning.has(roleKey(role))) &&
        (relation === 'own' || rule[role.role] === 'town'),
    );
  return may('own') ?? may('town') ?? null;
}

/** May anybody at all do it without having entered? */
export const isPublic = (action: Action): boolean => ruleOf(action) === 'anyone';
