/**
 * Who may do what to which thing: one table, role × action × relation. Every route names its action
 * (`gate.ts`), and a test walks all routes. `town`: anything of the person's own town. `own`: what one
 * of their roles owes, or a mail addressed to them. Nothing is ever another town's: row-level security
 * sees to that below, whatever stands here. A `compiler` is no role: whom a head named to prepare a sector's
 * submissions (docs/adr/0045); `own` are those submissions.
 */
import { type Role, roleKey } from '../domain/obligations/obligation.js';
import { ENTRY_RIGHTS } from './entry-rights.js';
import { EVALUATION_RIGHTS } from './evaluation-rights.js';
import { EVERY_ROLE, OWN, SECRETARY } from './role-relations.js';

export type Relation = 'town' | 'own';
type RoleName = Role['role'];
/**
 * `anyone`: strangers too. `entered`: whoever has entered, also without a role today. Above towns: `account`, whoever
 * has entered, also before choosing a town; `administrator`, who runs the installation and reads no fact of a town.
 */
type Rule =
  | 'anyone'
  | 'entered'
  | 'account'
  | 'administrator'
  | Readonly<Partial<Record<RoleName | 'compiler', Relation>>>;

export const RIGHTS = {
  'health.read': 'anyone',
  'assets.read': 'anyone',
  'api.describe': 'anyone',
  /** What a town publishes of its years; a town that has it switched off answers as one that is not there. */
  'public.read': 'anyone',
  ...ENTRY_RIGHTS,
  /** The inbox of a town on trial: everybody's mails, with their links. */
  'trial.read': SECRETARY,
  'town.go-live': SECRETARY,

  'dashboard.read': { secretary: 'town', oiv: 'town', mayor: 'town', assessor: 'town' },
  'round.ask': SECRETARY,
  'deadlines.read': OWN,
  /** The file of a personal calendar, by its secret address. */
  'calendar.read': 'anyone',
  /** The address of one's own calendar. */
  'calendar.keep': OWN,
  'obligations.read': { ...OWN, secretary: 'town', oiv: 'town', mayor: 'town', assessor: 'town' },
  /** The Segretario may answer for a role that nobody holds; the audit says in which role it was done. */
  'obligation.complete': { ...OWN, secretary: 'town' },
  'obligation.reopen': { ...OWN, secretary: 'town' },
  /** *In corso*, and *Non è di mia competenza*, which nobody says for somebody else. */
  'obligation.explain': { ...OWN, secretary: 'town' },
  'obligation.disclaim': OWN,
  /** *Ho preso visione*, only of a notice that was addressed to oneself, which the command sees to. */
  'notice.acknowledge': { ...OWN, secretary: 'town', mayor: 'town' },
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
  'monitoring.read': { head: 'own', mayor: 'own', secretary: 'town', oiv: 'town', compiler: 'own' },
  /** A draft; in the end only who owes it transmits, or who stands in for them. */
  'monitoring.write': { head: 'own', mayor: 'own', secretary: 'town', compiler: 'own' },
  'monitoring.transmit': { head: 'own', mayor: 'own', secretary: 'town' },
  /** *Chi prepara*: whom to let prepare the submissions of a sector. */
  'compilers.name': { head: 'own', mayor: 'own', secretary: 'town' },
  /** When the windows open and are due: what a change would move, and the change; a due day put off. */
  'windows.read': { secretary: 'town', oiv: 'town' },
  'windows.change': SECRETARY,
  /** The report on a window to the Giunta. */
  'report.read': { secretary: 'town', oiv: 'town', mayor: 'town', assessor: 'town' },
  /** *Acquisisci*, *Restituisci per integrazioni*, *Riapri*. */
  'monitoring.accept': SECRETARY,
  /** The Nucleo; the Segretario for one that writes on paper. */
  'monitoring.observe': { oiv: 'town', secretary: 'town' },
  ...EVALUATION_RIGHTS,
  'objectives.read': EVERY_ROLE,
  /** Notices, the register and the history of changes. */
  'register.read': { ...OWN, secretary: 'town', oiv: 'town' },
  /** *Registro delle modifiche*: of everybody, or what one did and what was done about one. */
  'audit.read': { ...OWN, secretary: 'town' },
  /** *Conservazione dei dati*: how long what goes by itself is kept; also of somebody without a role. */
  'retention.read': 'entered',
  'retention.change': SECRETARY,
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
  /** What the town calls things, when its mails leave, the links of its footer. */
  'settings.read': SECRETARY,
  'settings.change': SECRETARY,
  /** Of an objective that several sectors share. */
  'lead.change': SECRETARY,
  /** *Il ciclo*: where the year stands. */
  'cycle.read': EVERY_ROLE,
  /** Transmission and acts. */
  'cycle.record': SECRETARY,
  /** The Nucleo's outcome; the Segretario for one that writes on paper. */
  'cycle.validate': { oiv: 'town', secretary: 'town' },
  'cycle.publish': { rpct: 'town', secretary: 'town' },
  /** Only what one may record, which the command sees to. */
  'cycle.withdraw': { secretary: 'town', oiv: 'town', rpct: 'town' },
  /** Ready with things missing, closed by hand, opened again. */
  'cycle.close': SECRETARY,
  /** What came back signed; which paper, `copy-rights.ts` says. */
  'copies.read': EVERY_ROLE,
  'copies.add': { secretary: 'town', oiv: 'town', rpct: 'town' },
  /** The terms that law and own rules set for a year; what the town says of itself for them. */
  'legal-calendar.read': { secretary: 'town', oiv: 'town', mayor: 'town', assessor: 'town', rpct: 'town' },
  'legal-calendar.change': SECRETARY,
  /** A term becomes somebody's obligation, or ceases to be one. */
  'legal-calendar.oblige': SECRETARY,
  /**
   * Individual objectives: of the head's own sectors, not of one they stand in for (docs/adr/0046), which the queries
   * see to; the Segretario writes only where a sector has no head.
   */
  'individual.read': { head: 'own', secretary: 'town' },
  'individual.write': { head: 'own', secretary: 'town' },
  /** One's own, with a role or without. */
  'individual.mine': 'entered',
  'plan.import': SECRETARY,
  /** The plan with its acts, what was decided when it was imported, the file it came from. */
  'plan.read': EVERY_ROLE,
  'people.read': SECRETARY,
  'people.change': SECRETARY,
  /** What a person wrote, and what others wrote about what they owed. */
  'person.erase': SECRETARY,
  /** Everything held about somebody, to hand over to them; one's own, with a role or without. */
  'person.export': SECRETARY,
  'person.mine': 'entered',
} as const satisfies Record<string, Rule>;

export type Action = keyof typeof RIGHTS;

/** How far a person reaches: `roles` are those that the relation `own` is about. */
export type Reach =
  | { readonly relation: 'town' }
  | { readonly relation: 'own'; readonly roles: readonly Role[] };

const ruleOf = (action: Action): Rule => RIGHTS[action];

/** `null`: none of these roles may do it to anything. For actions that need a role. */
export function reachOf(roles: readonly Role[], action: Action): Reach | null {
  const rule = ruleOf(action);
  if (rule === 'anyone' || rule === 'entered') return { relation: 'town' };
  if (typeof rule === 'string') return null;
  if (roles.some((role) => rule[role.role] === 'town')) return { relation: 'town' };
  const own = roles.filter((role) => rule[role.role] === 'own');
  return own.length > 0 ? { relation: 'own', roles: own } : null;
}

/** May compilers do it to submissions of their sector? */
export const isForCompilers = (action: Action): boolean => {
  const rule = ruleOf(action);
  return typeof rule !== 'string' && rule.compiler === 'own';
};

/** The role in which a person may do it to what `owners` owe: their own first. `null`: they may not. */
export function actingRole(roles: readonly Role[], action: Action, owners: readonly Role[]): Role | null {
  const rule = ruleOf(action);
  if (rule === 'anyone' || rule === 'entered') return roles[0] ?? null;
  if (typeof rule === 'string') return null;
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

/** Does it stand above towns: is it an account's, not a person's of one town? */
export const isAboveTowns = (action: Action): action is AboveTowns =>
  ruleOf(action) === 'account' || ruleOf(action) === 'administrator';

/** Actions that no role of a town reaches. */
export type AboveTowns = {
  [A in Action]: (typeof RIGHTS)[A] extends 'account' | 'administrator' ? A : never;
}[Action];

/** May anybody at all do it without having entered? */
export const isPublic = (action: Action): boolean => ruleOf(action) === 'anyone';
