/** The facts of the minutes with the proposal for one sector, in words. */
import { termsIn } from '../../domain/cycle/year-terms.js';
import { excludedSectors, isAbstained, type Member, standingDeclarations } from '../../domain/review/body.js';
import type { ProposalFacts } from '../../domain/review/drafts/proposal-minutes.js';
import { italianDate } from '../../mail/italian-dates.js';
import { townName } from '../../mail/town-name.js';
import type { Cycle } from '../../store/cycle/cycles.js';
import type { Tx } from '../../store/in-town.js';
import { holdersOn } from '../../store/people/people.js';
import { listRounds, membersOn } from '../../store/review/review.js';
import { listDeclarations } from '../../store/review/review-declarations.js';
import type { Viewer } from '../viewer.js';
import {
  ACT_WORDS,
  EVALUATORS,
  paymentGateInWords,
  pointsGateInWords,
  totalInWords,
  verdictInWords,
} from '../views/evaluation/measurement-words.js';
import { shortDate } from '../views/italian-time.js';
import { titleOf, weightInWords } from '../views/obligations/obligation-parts.js';
import { loadMeasurementPage } from './measurement-page.js';

/** `null`: no such year or sector, or it is not the viewer's to see. */
export async function proposalFacts(
  tx: Tx,
  viewer: Viewer,
  asked: { readonly year: number | null; readonly sector: string },
): Promise<ProposalFacts | null> {
  const page = await loadMeasurementPage(tx, viewer, asked.year);
  const sector = page?.sectors.find(({ id }) => id === asked.sector);
  if (page === null || sector === undefined) return null;
  const { words } = viewer.town.settings;
  const { rules, cycle } = page.year;
  const { evaluator, shownPlaces } = rules.rules;
  const members =
    evaluator === 'oiv'
      ? await membersFor(tx, viewer, cycle, sector.name)
      : ((await holdersOn(tx, viewer.today)).get(evaluator) ?? []);
  return {
    ...{ town: townName(viewer.town.name), year: cycle.year, printed: italianDate(viewer.today) },
    evaluator: evaluator === 'oiv' ? words.evaluator : EVALUATORS[evaluator],
    decides: evaluator === 'mayor',
    ...{ sectorWord: words.sector, sector: sector.name, members: members.map(({ name }) => name) },
    objectives: sector.objectives.map(({ objective, assessment: { stands } }) => ({
      title: titleOf({ number: objective.number, objective: objective.title }),
      weight: weightInWords(objective.weight),
      claimed: verdictInWords(stands.selfEvaluated),
      decided: verdictInWords(stands.decided),
      reason: stands.reason === null ? '' : stands.reason.text || 'Testo cancellato.',
    })),
    total: totalInWords(sector.total, shownPlaces),
    points: pointsGateInWords(sector.points),
    payment: sector.pay === null ? 'Non indicati' : paymentGateInWords(sector.pay),
    acts: page.acts
      .filter((act) => act.withdrawnReason === null && act.sector === sector.id)
      .map(({ kind, number, onDay }) =>
        [ACT_WORDS[kind], number === '' ? '' : `n. ${number}`, `del ${shortDate(onDay)}`]
          .filter((part) => part !== '')
          .join(' '),
      ),
  };
}

/** Of the evaluators' body, without who answered for the sector or abstained, from it or from all. */
async function membersFor(
  tx: Tx,
  { town, today }: Viewer,
  cycle: Cycle,
  sector: string,
): Promise<readonly Member[]> {
  const rounds = await listRounds(tx, cycle.id, termsIn(town.settings, cycle.year).closing);
  const duty = rounds.at(-1)?.duty ?? null;
  const standing = standingDeclarations(duty === null ? [] : await listDeclarations(tx, duty));
  return (await membersOn(tx, cycle, today)).filter(
    (one) => !isAbstained(one.person, standing) && !excludedSectors(one, standing).has(sector),
  );
}
