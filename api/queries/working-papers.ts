/** The facts of a review's working papers. Private notes stay out of them, the reader's own too. */
import { declaredValue } from '../../domain/review/drafts/declared-value.js';
import type {
  WorkingFacts,
  WorkingLine,
  WorkingObjective,
} from '../../domain/review/drafts/working-facts.js';
import { ownReasonOfDecision } from '../../domain/scoring/own-reason.js';
import { workingCalendar } from '../../domain/time/working-calendar.js';
import { civilDateAt } from '../../domain/time/zone.js';
import { italianDate } from '../../mail/italian-dates.js';
import { roleInWords } from '../../mail/roles.js';
import type { Tx } from '../../store/in-town.js';
import { type Evidence, listEvidence } from '../../store/obligations/evidence.js';
import { listObligations } from '../../store/obligations/obligations.js';
import { type AuditRow, listAudit } from '../../store/register/audit.js';
import type { KeptNote } from '../../store/review/review-notes.js';
import type { Viewer } from '../viewer.js';
import { proposalInWords, stepInWords, verdictInWords } from '../views/evaluation/measurement-words.js';
import { shortDate, shortMoment } from '../views/italian-time.js';
import { targetInWords } from '../views/monitoring/submission-read.js';
import { sizeInWords } from '../views/obligations/evidence-list.js';
import { distanceInWords, titleOf, weightInWords } from '../views/obligations/obligation-parts.js';
import { townWords } from '../views/page/frame.js';
import { actionInWords } from '../views/register/audit-words.js';
import { OBJECTIVE_CONCLUSIONS } from '../views/review/review-words.js';
import { STANDINGS } from '../views/words.js';
import { type RecordView, recordView } from './obligation-view.js';
import { draftFacts, questionFacts } from './review-drafts.js';
import type { ReviewedObjective, ReviewPage } from './review-page.js';

/** Changes of terms that are told, of all objectives together. */
const MOST_CHANGES = 20_000;

interface Known {
  readonly viewer: Viewer;
  readonly page: ReviewPage;
  readonly terms: ReadonlyMap<string, readonly RecordView[]>;
  /** By obligation, oldest first. */
  readonly evidence: ReadonlyMap<string, readonly Evidence[]>;
  readonly changes: ReadonlyMap<string, readonly AuditRow[]>;
}

export async function workingFacts(tx: Tx, viewer: Viewer, page: ReviewPage): Promise<WorkingFacts> {
  const calendar = workingCalendar(viewer.town.closures);
  const records = await listObligations(tx, { year: page.cycle.year, kind: 'milestone' });
  const views = records.map((one) => recordView(one, viewer.today, calendar));
  const ids = views.map(({ obligation }) => obligation.id);
  const known: Known = {
    ...{ viewer, page },
    terms: grouped(views, ({ obligation }) => obligation.objectiveId ?? ''),
    evidence: grouped(await listEvidence(tx, ids), ({ obligation }) => obligation),
    changes: grouped(
      await listAudit(tx, { subjectKind: 'obligation', subjects: ids, atMost: MOST_CHANGES }),
      ({ subject }) => subject ?? '',
    ),
  };
  const all = page.sectors.flatMap(({ name, objectives }) =>
    objectives.map((reviewed) => ({ sector: name, reviewed })),
  );
  const byObjective = grouped(all, ({ reviewed }) => reviewed.measured.objective.id);
  return {
    ...draftFacts(viewer, page),
    sectorWord: viewer.town.settings.words.sector,
    objectives: [...byObjective.values()].map((places) => objectiveOf(known, places)),
    notes: notesOf(known, null),
  };
}

/** In the order in which they come. */
function grouped<One>(all: readonly One[], keyOf: (one: One) => string): ReadonlyMap<string, readonly One[]> {
  const groups = new Map<string, One[]>();
  for (const one of all) {
    const group = groups.get(keyOf(one));
    if (group === undefined) groups.set(keyOf(one), [one]);
    else group.push(one);
  }
  return groups;
}

type Places = readonly { readonly sector: string; readonly reviewed: ReviewedObjective }[];

function objectiveOf(known: Known, places: Places): WorkingObjective {
  const { measured, conclusion } = (places[0] as Places[number]).reviewed;
  const { objective } = measured;
  const { zone } = known.viewer.town.clock;
  const terms = known.terms.get(objective.id) ?? [];
  return {
    title: titleOf({ number: objective.number, objective: objective.title }),
    places: places.map(({ sector, reviewed }) => placeOf(sector, reviewed)),
    terms: terms.map((view) => termOf(known, view)),
    indicators: objective.indicators.map((indicator) => ({
      ...{ text: indicator.text, target: targetInWords(indicator) },
      declared: declaredIn(places, indicator.id),
    })),
    evidence: terms.flatMap(({ obligation }) =>
      (known.evidence.get(obligation.id) ?? []).map((one) => ({
        ...{ name: `${one.name} (${sizeInWords(one.size)})`, about: phaseOf(obligation.subject.milestone) },
        ...{ added: shortMoment(one.addedAt, zone), sha256: one.sha256 },
      })),
    ),
    history: historyOf(known, places, terms),
    questions: questionFacts(known.viewer, known.page, objective.id),
    notes: notesOf(known, objective.id),
    conclusion:
      conclusion === null
        ? null
        : {
            ...{ words: OBJECTIVE_CONCLUSIONS[conclusion.conclusion], note: conclusion.note },
            given: `${conclusion.byName}, ${shortMoment(conclusion.at, zone)}`,
          },
  };
}

const declaredIn = (places: Places, indicator: string): string =>
  declaredValue(
    places.map(({ sector, reviewed }) => {
      const said = reviewed.measured.assessment.claim?.indicators ?? [];
      return { sector, value: said.find((one) => one.indicator === indicator)?.value ?? '' };
    }),
  );

function placeOf(sector: string, { measured }: ReviewedObjective): WorkingObjective['places'][number] {
  const { objective, proposal, assessment } = measured;
  const { stands, claim } = assessment;
  return {
    ...{ sector, weight: weightInWords(objective.weight), proposed: proposalInWords(proposal) },
    ...{ claimed: verdictInWords(stands.selfEvaluated), decided: verdictInWords(stands.decided) },
    reason: reasonsIn(assessment),
    proof: claim?.evidence ?? '',
  };
}

/** With whose words they are where there are two. */
function reasonsIn({ steps, stands }: ReviewedObjective['measured']['assessment']): string {
  if (stands.reason === null) return '';
  const head = stands.reason.text || 'Testo cancellato.';
  const own = ownReasonOfDecision(steps);
  return own === null ? head : `Chi ne risponde: ${head}\nChi ha valutato: ${own.text}`;
}

const phaseOf = (milestone: string | null): string => milestone ?? 'Termine implicito (31 dicembre)';

function termOf(
  { viewer }: Known,
  { obligation, due, standing }: RecordView,
): WorkingObjective['terms'][number] {
  const distance = distanceInWords(standing);
  return {
    phase: phaseOf(obligation.subject.milestone),
    owner: roleInWords(obligation.owner, townWords(viewer.town)),
    due: due === null ? 'da definire' : shortDate(due),
    done: obligation.doneOn === null ? '–' : shortDate(obligation.doneOn),
    standing: `${STANDINGS[standing.code]}${distance === '' ? '' : `, ${distance}`}`,
  };
}

/** What was done about its terms and its degrees, as it was recorded. */
function historyOf(known: Known, places: Places, terms: readonly RecordView[]): readonly WorkingLine[] {
  const { clock } = known.viewer.town;
  const several = places.length > 1;
  const lines = [
    ...terms.flatMap(({ obligation }) =>
      (known.changes.get(obligation.id) ?? []).map((row) => ({
        ...{ at: row.at, by: row.personName ?? 'Traguardo' },
        text: `${phaseOf(obligation.subject.milestone)}: ${actionInWords(row)}${noteIn(row)}`,
      })),
    ),
    ...places.flatMap(({ sector, reviewed }) =>
      reviewed.measured.assessment.steps.map((step) => ({
        ...{ at: step.at, by: step.personName ?? 'Traguardo' },
        text: `${several ? `${sector}: ` : ''}${stepInWords(step)}`,
      })),
    ),
  ];
  return lines
    .toSorted((a, b) => a.at - b.at)
    .map(({ at, by, text }) => ({ on: shortMoment(at, clock.zone), by, text }));
}

function noteIn({ after }: AuditRow): string {
  const note = (after as { readonly note?: unknown } | null)?.note;
  return typeof note === 'string' && note !== '' ? ` – ${note}` : '';
}

const notesOf = ({ viewer, page }: Known, objective: string | null): readonly WorkingLine[] =>
  page.notes
    .filter((note): note is KeptNote => note.sharedAt !== null && note.objective === objective)
    .map(({ writtenAt, authorName, text }) => ({
      on: italianDate(civilDateAt(writtenAt, viewer.town.clock.zone)),
      by: authorName,
      text: text === '' ? 'Testo cancellato.' : text,
    }));
