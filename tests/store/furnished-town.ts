import { createHash, randomUUID } from 'node:crypto';
import { EMPTY_LINE } from '../../domain/cycle/submission-line.js';
import { DEFAULT_WINDOWS } from '../../domain/cycle/windows.js';
import type { Obligation } from '../../domain/obligations/obligation.js';
import { points } from '../../domain/plan/points.js';
import { civilDate } from '../../domain/time/civil-date.js';
import { type Instant, instant } from '../../domain/time/instant.js';
import { announce } from '../../store/announcements.js';
import { once } from '../../store/commands.js';
import type { Sql } from '../../store/connection.js';
import { recordFact, withdrawFact } from '../../store/cycle/closing.js';
import { openDuty } from '../../store/cycle/closing-duties.js';
import { findCycle } from '../../store/cycle/cycles.js';
import { openLegalDuty } from '../../store/cycle/legal-duties.js';
import { linkKeyAt } from '../../store/entry/link-keys.js';
import { newSecret } from '../../store/entry/secret-token.js';
import { inTown, type Tx } from '../../store/in-town.js';
import { askedLines } from '../../store/monitoring/asked-lines.js';
import { planMonitoring } from '../../store/monitoring/monitoring.js';
import { insertVersion, saveLine } from '../../store/monitoring/submission-lines.js';
import { listSubmissions, recordEvent } from '../../store/monitoring/submissions.js';
import { insertAcknowledgment } from '../../store/notices/acknowledgments.js';
import { raiseAlert } from '../../store/notices/alerts.js';
import { addCalendarFeed } from '../../store/notices/calendar-feeds.js';
import { freezeDigests, type NewDigest, recordAnswer } from '../../store/notices/digests.js';
import { insertNotices, insertPassedOver } from '../../store/notices/notices.js';
import { recordPaperHandOver } from '../../store/notices/paper-mails.js';
import { recordRound } from '../../store/notices/rounds.js';
import { insertAnswer } from '../../store/obligations/answers.js';
import { storeEvidence } from '../../store/obligations/evidence.js';
import { loadObligations } from '../../store/obligations/obligations.js';
import { insertRulings } from '../../store/obligations/rulings.js';
import { addAbsence } from '../../store/people/absences.js';
import { addCollaborator } from '../../store/people/collaborators.js';
import { addCompiler } from '../../store/people/compilers.js';
import { addPerson, assignRole } from '../../store/people/people.js';
import { sectorIds } from '../../store/people/roles.js';
import { keepDraft, type NewImport, recordConfirmed } from '../../store/plan/import-drafts.js';
import { insertIndividual } from '../../store/plan/individual-objectives.js';
import { type StoredPlan, storePlan } from '../../store/plan/plans.js';
import { appendAudit } from '../../store/register/audit.js';
import { appendEntries, commitText } from '../../store/register/register.js';
import { sealWeek } from '../../store/register/seals.js';
import { addCopy } from '../../store/relazione/signed-copies.js';
import { createTown, loadTown } from '../../store/towns/towns.js';
import { storeNext } from '../../store/workflow-next.js';
import { furnishMeasurement } from './furnished-measurement.js';
import { furnishRelazione } from './furnished-relazione.js';
import { furnishReview } from './furnished-review.js';
import { confirmedPlan, SMALL_PLAN } from './small-plan.js';

export const NOON: Instant = instant(Date.UTC(2023, 5, 29, 10));
export const TODAY = civilDate('2023-06-29');

/** A town without plan or people. */
export async function bareTown(sql: Sql, name = 'Comune di Prova'): Promise<string> {
  const id = randomUUID();
  await inTown(sql, id, (tx) =>
    createTown(tx, { id, slug: `prova-${id}`, name, mode: 'demo', createdAt: NOON }),
  );
  return id;
}

export interface PlannedTown {
  readonly town: string;
  readonly secretary: string;
  readonly head: string;
  readonly plan: Extract<StoredPlan, { ok: true }>;
  readonly obligations: readonly Obligation[];
}

/** A town with the small plan, its Segretario and the head of the Finanziario. */
export async function plannedTown(sql: Sql, name?: string): Promise<PlannedTown> {
  const town = await bareTown(sql, name);
  return inTown(sql, town, async (tx) => {
    const plan = await storePlan(tx, confirmedPlan());
    if (!plan.ok) throw new Error(plan.refusal);
    const person = (who: string): Promise<string> =>
      addPerson(tx, { name: who, email: `${who.toLowerCase()}@prova.example`, createdAt: NOON });
    const [secretary, head] = [await person('Segretaria'), await person('Responsabile')];
    const validFrom = civilDate('2023-01-01');
    await assignRole(tx, { person: secretary, role: { role: 'secretary' }, validFrom });
    await assignRole(tx, { person: head, role: { role: 'head', sector: 'Finanziario' }, validFrom });
    return { town, secretary, head, plan, obligations: await loadObligations(tx) };
  });
}

/** The small plan as an import of a text file of 60 lines. */
export function smallImport(change: Partial<NewImport> = {}): NewImport {
  const lines = Array.from({ length: 60 }, (_, index) => ({ page: 1, text: `riga ${index + 1} del piano` }));
  const bytes = Buffer.from(lines.map(({ text }) => text).join('\n'));
  return {
    ...{ fileName: 'piano.txt', mediaType: 'text/plain', bytes, lines, partial: null, plan: SMALL_PLAN },
    ...{ uploadedBy: null, uploadedAt: NOON },
    sha256: createHash('sha256').update(bytes).digest('hex'),
    ...change,
  };
}

export const digestFor = (person: string, change: Partial<NewDigest> = {}): NewDigest => ({
  id: randomUUID(),
  person,
  day: TODAY,
  kind: 'daily',
  roles: [{ role: 'secretary' }],
  subject: 'Una scadenza oggi',
  text: 'Testo {{link:1}}',
  html: '<p>Testo {{link:1}}</p>',
  contentHash: createHash('sha256').update('Testo').digest('hex'),
  messageId: `<${randomUUID()}@prova.example>`,
  links: [{ n: 1 }],
  frozenAt: NOON,
  lines: [],
  ...change,
});

/** A planned town with at least one row in every table of a town. */
export async function furnishedTown(sql: Sql, name?: string): Promise<PlannedTown> {
  const planned = await plannedTown(sql, name);
  await inTown(sql, planned.town, (tx) => furnish(tx, planned));
  return planned;
}

async function furnishAnswers(
  tx: Tx,
  { person, obligation, digest }: { person: string; obligation: Obligation; digest: string },
): Promise<void> {
  const role = { role: 'head', sector: 'Finanziario' } as const;
  const answer = await insertAnswer(tx, {
    ...{ obligation: obligation.id, version: obligation.version, kind: 'in-progress', person, role, digest },
    ...{ asOwner: true, channel: 'mail-answer', declaredName: 'Una di noi', at: NOON, doneOn: null },
    ...{ forecast: civilDate('2023-07-31'), forecastBefore: null, note: 'motivo' },
  });
  const told = { answers: [answer], at: NOON, by: person, reason: 'resta a te', to: [person] };
  await insertRulings(tx, told);
  await tx`update answer set repeated_in = ${digest} where id = ${answer}`;
  await tx`update ruling_for set told_in = ${digest} where answer = ${answer}`;
  await linkKeyAt(tx, NOON);
  // Of no code: to derive one takes longer than all the rest of the town.
  const [sector, bytes] = [(await sectorIds(tx)).get(role.sector) ?? null, Buffer.alloc(32, 1)];
  await tx`insert into role_code (role, sector, salt, hash, set_at, set_by)
    values (${role.role}, ${sector}, ${bytes}, ${bytes}, ${NOON}, ${person})`;
}

/** Two windows; the Finanziario's first submission has a line, a version and an event; somebody prepared it in January. */
async function furnishMonitoring(tx: Tx, head: string): Promise<void> {
  const cycle = await findCycle(tx, 2023);
  if (cycle === null) throw new Error('the furnished town has no cycle');
  await planMonitoring(tx, cycle, DEFAULT_WINDOWS);
  const submission = (await listSubmissions(tx, 2023)).find(({ sectorName }) => sectorName === 'Finanziario');
  if (submission === undefined) throw new Error('the Finanziario owes no submission');
  const [line] = await askedLines(tx, { ...submission, until: submission.window.referenceOn });
  if (line === undefined) throw new Error('the Finanziario has no objective');
  const { objective, number, title } = line;
  await saveLine(tx, submission.id, { objective, content: EMPTY_LINE }, { at: NOON, by: head });
  await addCompiler(tx, {
    ...{ sector: submission.sector, person: head, objectives: [objective], at: NOON, by: head },
    ...{ from: civilDate('2023-01-01'), to: civilDate('2023-01-31') },
  });
  const lines = [{ objective, number, title, content: EMPTY_LINE }];
  const kept = { lines, sha256: 'a'.repeat(64), at: NOON, by: head, due: TODAY, late: false };
  const version = await insertVersion(tx, submission.id, kept);
  const event = { kind: 'transmit', version, at: NOON, person: head, text: null } as const;
  await recordEvent(tx, submission.id, { ...event, role: { role: 'head', sector: 'Finanziario' } });
}

/** A publication that was recorded by mistake: the fact is withdrawn, and nobody owes it. */
async function furnishClosing(tx: Tx, secretary: string): Promise<void> {
  const cycle = await findCycle(tx, 2023);
  if (cycle === null) throw new Error('the furnished town has no cycle');
  const obligation = await openDuty(tx, cycle, { step: 'publication', round: 1, due: TODAY }, TODAY);
  const nothing = { outcome: null, act: null, protocolNumber: null, protocolOn: null, note: null };
  const addresses = ['https://comune.example/performance'];
  const done = { kind: 'done', on: TODAY, at: NOON, by: secretary, addresses, ...nothing } as const;
  const fact = await recordFact(tx, { ...done, obligation });
  await withdrawFact(tx, fact ?? '', { at: NOON, by: secretary, because: 'era un altro anno' });
  await tx`update obligation set state = 'superseded' where id = ${obligation}`;
}

/** A term that was an obligation, and ended with its year. */
async function furnishLegal(tx: Tx, secretary: string): Promise<void> {
  const rule = {
    year: 2023,
    rule: 'regularity-checks',
    reading: 'only',
    kind: 'act',
    title: 'Controlli',
  } as const;
  const owed = {
    owner: { role: 'secretary' },
    sector: null,
    term: { kind: 'external', anchor: null },
  } as const;
  const duty = await openLegalDuty(tx, { ...rule, ...owed, today: TODAY }, { at: NOON, by: secretary });
  await tx`update obligation set state = 'superseded' where id = ${duty}`;
}

/** A collaborator of the Finanziario with one objective, linked to the first of the sector's. */
async function furnishIndividual(tx: Tx, head: string, parent: string): Promise<void> {
  const [sector, cycle] = [(await sectorIds(tx)).get('Finanziario'), await findCycle(tx, 2023)];
  if (sector === undefined || cycle === null)
    throw new Error('the furnished town has no Finanziario in 2023');
  const person = await addPerson(tx, { name: 'Collaboratrice', email: null, createdAt: NOON });
  const from = civilDate('2023-01-01');
  const collaborator = (await addCollaborator(tx, { person, sector, from })) ?? '';
  const said = { parent, title: 'Riscossione puntuale', weight: points(100), due: civilDate('2023-11-30') };
  await insertIndividual(tx, { ...said, collaborator, cycle: cycle.id }, { at: NOON, by: head });
}

/** The act of the plan, as it came back from the protocol. */
async function furnishSignedCopy(tx: Tx, secretary: string): Promise<void> {
  const [act] = await tx<{ id: string }[]>`select id from act`;
  const about = { name: 'delibera.pdf', type: 'application/pdf', signature: 'pades', holds: null } as const;
  const file = { ...about, content: () => [Buffer.from('%PDF-')] };
  const protocol = { protocolNumber: '1234', protocolOn: TODAY };
  const paper = { kind: 'act', of: act?.id ?? '' } as const;
  await addCopy(tx, { paper, ...protocol, file, seen: null, at: NOON, by: secretary });
}

async function furnish(tx: Tx, { secretary, head, plan, obligations }: PlannedTown): Promise<void> {
  const obligation = obligations[0] as Obligation;
  const recipient = { role: 'secretary' } as const;
  const notice = randomUUID();
  const digest = digestFor(secretary, { lines: [{ obligation: obligation.id, notice, rung: 'due-day' }] });
  await insertNotices(tx, [
    {
      id: notice,
      obligation: obligation.id,
      obligationVersion: 1,
      rung: 'due-day',
      recipient,
      person: secretary,
      day: TODAY,
    },
  ]);
  await insertPassedOver(tx, [{ obligation, rung: 'three-days', recipient, day: TODAY, reason: 'no-round' }]);
  await freezeDigests(tx, [digest]);
  const seen = { digest: digest.id, channel: 'mail-answer', declaredName: 'Una di noi', at: NOON } as const;
  await insertAcknowledgment(tx, { notice, person: secretary, ...seen });
  await recordAnswer(tx, {
    digest: digest.id,
    kind: 'temporary',
    at: NOON,
    code: 451,
    response: 'più tardi',
  });
  await tx`insert into stopped_mailbox (address, stopped_at, digest) values ('prima@prova.example', ${NOON}, ${digest.id})`;
  const handed = { on: TODAY, by: 'Usciere', at: NOON, recordedBy: secretary };
  await recordPaperHandOver(tx, digest.id, handed);
  await recordRound(tx, { day: TODAY, at: NOON, notices: 1, digests: 1, passedOver: 1 });
  await raiseAlert(tx, { toRole: 'secretary', kind: 'prova', about: digest.id, raisedAt: NOON, detail: {} });
  const objective = plan.objectives[0] as string;
  await appendEntries(tx, [
    {
      subject: { kind: 'objective', id: objective },
      body: { at: NOON, kind: 'notice', note: await commitText(tx, 'nota') },
    },
  ]);
  // In the month before: its page for the protocol can be printed.
  await sealWeek(tx, (await loadTown(tx)).id, civilDate('2023-05-31'));
  const request = { key: randomUUID(), person: secretary, action: 'prova', fingerprint: 'x', at: NOON };
  await once(tx, request, async () => ({ status: 200, body: {} }));
  await appendAudit(tx, {
    at: NOON,
    person: secretary,
    role: { role: 'secretary' },
    channel: 'page',
    action: 'obligation.complete',
    subjectKind: 'obligation',
    subject: obligation.id,
  });
  const workflow = { workflowId: `t/${objective}`, workflowType: 'round', args: [{ town: objective }] };
  await announce(tx, [workflow], NOON);
  await storeNext(tx, { ...workflow, nextAt: NOON, storedAt: NOON });
  const file = {
    obligation: obligation.id,
    name: 'delibera.pdf',
    type: 'application/pdf',
    addedAt: NOON,
    addedBy: secretary,
  };
  await storeEvidence(tx, file, [Buffer.from('%PDF-')]);
  const away = { person: head, from: civilDate('2023-08-01'), to: civilDate('2023-08-12'), substitute: null };
  await addAbsence(tx, { ...away, at: NOON, by: secretary });
  await furnishAnswers(tx, { person: head, obligation, digest: digest.id });
  const { hash } = newSecret();
  await addCalendarFeed(tx, { person: head, hash, at: NOON });
  await furnishMonitoring(tx, head);
  await furnishReview(tx, { head, secretary, at: NOON, today: TODAY });
  await furnishMeasurement(tx, { head, secretary, at: NOON, today: TODAY });
  await furnishClosing(tx, secretary);
  await furnishRelazione(tx, { by: secretary, objective, at: NOON });
  await furnishSignedCopy(tx, secretary);
  await furnishLegal(tx, secretary);
  await furnishIndividual(tx, head, objective);
  const imported = await keepDraft(tx, smallImport({ uploadedBy: secretary }));
  const on = { planVersion: plan.version, decisions: [] };
  await recordConfirmed(tx, imported, on, { by: secretary, at: NOON });
  await keepDraft(tx, smallImport({ uploadedBy: secretary }));
}
