/** Facts as the JSON API writes them. */
import type { Role } from '../../domain/obligations/obligation.js';
import { type Points, pointsToDecimal } from '../../domain/plan/points.js';
import type { Instant } from '../../domain/time/instant.js';
import type { DigestSummary } from '../../store/notices/digest-list.js';
import type { Evidence } from '../../store/obligations/evidence.js';
import type { ObjectiveSummary } from '../../store/plan/objectives.js';
import type { AskedTerm, ConfirmPage } from '../queries/confirm-page.js';
import type { ObligationView, RecordView } from '../queries/obligation-view.js';
import type { PersonRoles } from '../queries/people.js';

/** ISO 8601 in UTC. */
export const isoOf = (at: Instant): string => new Date(at).toISOString();
const decimalOf = (points: Points | null): string | null =>
  points === null ? null : pointsToDecimal(points);

/** As `roleSchema`: only a head has a sector. */
export const roleJson = (role: Role): { role: Role['role']; sector?: string } =>
  role.role === 'head' ? { role: role.role, sector: role.sector } : { role: role.role };

/** Without what was said when it was concluded: for lists that do not load it. */
export function obligationJson({ obligation, due, standing }: ObligationView) {
  const { id, year, kind, subject, objectiveId, owner, term, state, doneOn, forecast } = obligation;
  return {
    id,
    year,
    kind,
    sector: subject.sector,
    objective: { id: objectiveId, number: subject.number, title: subject.objective },
    milestone: subject.milestone,
    owner: roleJson(owner),
    term: { kind: term.kind, due, anchor: term.kind === 'external' ? term.anchor : null },
    standing: { ...standing },
    weight: decimalOf(subject.weight),
    state,
    doneOn,
    forecast,
  };
}

/** As `obligationSchema`. */
export const recordJson = (view: RecordView) => ({
  ...obligationJson(view),
  recordedAt: view.record.doneRecordedAt === null ? null : isoOf(view.record.doneRecordedAt),
  recordedBy: view.record.doneBy === null ? null : { ...view.record.doneBy },
  note: view.record.doneNote,
  rowVersion: view.record.rowVersion,
});

/** As `evidenceSchema`, without the bytes. */
export const evidenceJson = ({ id, name, type, size, sha256 }: Evidence) => ({
  id,
  name,
  type,
  size,
  sha256,
});

/** As `objectiveSchema`. */
export const objectiveJson = ({
  id,
  year,
  number,
  title,
  shared,
  state,
  lead,
  sectors,
}: ObjectiveSummary) => ({
  id,
  year,
  number,
  title,
  shared,
  state,
  lead,
  sectors: sectors.map((sector) => ({ id: sector.id, name: sector.name, weight: decimalOf(sector.weight) })),
});

/** As `personSchema`. */
export const personJson = ({ person, tenures, absences, stoppedSince }: PersonRoles) => ({
  id: person.id,
  name: person.name,
  email: person.email,
  sharedMailbox: person.sharedMailbox,
  mailboxStoppedSince: stoppedSince === null ? null : isoOf(stoppedSince),
  roles: tenures.map(({ id, role, validFrom, validTo, state }) => ({
    id,
    role: roleJson(role),
    from: validFrom,
    to: validTo,
    state,
  })),
  absences: absences.map(({ id, from, to, substitute }) => ({
    id,
    from,
    to,
    substitute: substitute === null ? null : { id: substitute.id, name: substitute.name },
  })),
});

/** As `digestSchema`. */
export const digestJson = (digest: DigestSummary) => ({
  id: digest.id,
  day: digest.day,
  kind: digest.kind,
  person: { id: digest.person, name: digest.personName },
  roles: digest.roles.map(roleJson),
  subject: digest.subject,
  state: digest.state,
  lines: digest.lines,
  answeredAt: digest.answeredAt === null ? null : isoOf(digest.answeredAt),
  response: digest.response,
});

/** As `previewSchema`. */
export const previewJson = (page: ConfirmPage) => ({
  draft: page.draft.id,
  version: page.draft.version,
  fileName: page.draft.fileName,
  sha256: page.draft.sha256,
  partial: page.draft.partial,
  year: page.made.plan.document.year,
  plan: page.made.plan,
  warnings: page.warnings.map(({ code, where, message }) => ({ code, where: { ...where }, message })),
  noteNeeded: page.noteNeeded,
  yearTaken: page.variation !== null,
  notCarriedOut: [...(page.variation?.beyond ?? [])],
  firstNotice: page.firstNotice,
  counts: { ...page.counts },
  sectors: page.sectors.map(({ id, name, printedOwner, owner, holders }) => ({
    id,
    name,
    printedOwner,
    owner: roleJson(owner),
    holders: holders.map((person) => ({ id: person.id, name: person.name })),
  })),
  shared: page.shared.map(({ id, number, title, sectors }) => ({
    ...{ id, number, title },
    sectors: sectors.map((sector) => ({ id: sector.id, name: sector.name })),
  })),
  external: page.external.map(termJson),
  beforeStart: page.beforeStart.map(termJson),
});

const termJson = ({ key, planned }: AskedTerm) => ({
  key,
  sector: planned.subject.sector,
  number: planned.subject.number,
  objective: planned.subject.objective,
  milestone: planned.subject.milestone,
  due: planned.term.kind === 'external' ? null : planned.term.due,
  anchor: planned.term.kind === 'external' ? planned.term.anchor : null,
});
