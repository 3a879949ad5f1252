/** A fact that closes a step of the year is recorded or withdrawn; what it makes people owe follows in the same transaction. */
import { roundFor } from '../../domain/cycle/closing-duties.js';
import type { ClosingStep } from '../../domain/cycle/closing-rules.js';
import type { Tx } from '../in-town.js';
import { listRounds } from '../review/review.js';
import { settleQuestions } from '../review/review-questions.js';
import {
  type KeptDuty,
  type KeptFact,
  listDuties,
  listFacts,
  type NewClosingFact,
  recordFact,
  standing,
  withdrawFact,
} from './closing.js';
import { alignClosing, type ClosingSetting, openDuty } from './closing-duties.js';
import type { Cycle } from './cycles.js';

/** The fact and the obligation that it concludes; or why it is not recorded. */
export type RecordedStep =
  | { readonly ok: true; readonly fact: string; readonly obligation: string; readonly round: number }
  /** It is recorded already, and stands. */
  | { readonly ok: false; readonly there: KeptFact };

/** The duty of a step in the round that is running; `null`: nothing asks for it yet. */
async function dutyNow(
  tx: Tx,
  cycle: Cycle,
  step: ClosingStep,
  { rules }: Pick<ClosingSetting, 'rules'>,
): Promise<{ readonly duty: KeptDuty | null; readonly round: number }> {
  const [duties, facts] = await Promise.all([listDuties(tx, cycle.id), listFacts(tx, cycle.id)]);
  const round = roundFor(step, rules, standing(facts));
  return { duty: duties.find((one) => one.step === step && one.round === round) ?? null, round };
}

/** A fact that comes before its phase opens the duty that it concludes. The caller holds the cycle. */
export async function recordStep(
  tx: Tx,
  cycle: Cycle,
  step: ClosingStep,
  fact: Omit<NewClosingFact, 'obligation'>,
  setting: ClosingSetting,
): Promise<RecordedStep> {
  await alignClosing(tx, cycle, setting);
  const { duty, round } = await dutyNow(tx, cycle, step, setting);
  const before = step === 'validation' ? await refusedJustNow(tx, cycle, round) : null;
  if (before !== null) return { ok: false, there: before };
  const early = { step, round, due: fact.on };
  const obligation = duty?.obligation ?? (await openDuty(tx, cycle, early, setting.today));
  const id = await recordFact(tx, { ...fact, obligation });
  if (id === null) {
    const there = (await listFacts(tx, cycle.id)).find(
      (one) => one.obligation === obligation && one.kind === fact.kind && one.withdrawn === null,
    );
    if (there === undefined) throw new Error('the fact is neither new nor there');
    return { ok: false, there };
  }
  await alignClosing(tx, cycle, setting);
  await followQuestions(tx, cycle, step, setting);
  return { ok: true, fact: id, obligation, round };
}

/** The outcome that began this round, when nothing was prepared in it yet: of two who record it, the second is told. */
async function refusedJustNow(tx: Tx, cycle: Cycle, round: number): Promise<KeptFact | null> {
  const facts = standing(await listFacts(tx, cycle.id));
  if (facts.some((one) => one.round === round && one.step !== 'publication' && round > 1)) return null;
  return facts.find((one) => one.step === 'validation' && one.round === round - 1) ?? null;
}

/** `null`: nothing of that id stands. */
export async function withdrawStep(
  tx: Tx,
  cycle: Cycle,
  fact: string,
  said: Parameters<typeof withdrawFact>[2],
  setting: ClosingSetting,
): Promise<KeptFact | null> {
  const found = (await listFacts(tx, cycle.id)).find(({ id }) => id === fact) ?? null;
  if (found === null || !(await withdrawFact(tx, fact, said))) return null;
  await alignClosing(tx, cycle, setting);
  await followQuestions(tx, cycle, found.step, setting);
  return found;
}

/** With an outcome its round's questions end; without it they are asked again. */
async function followQuestions(
  tx: Tx,
  cycle: Cycle,
  step: ClosingStep,
  { rules }: Pick<ClosingSetting, 'rules'>,
): Promise<void> {
  if (step !== 'validation') return;
  const running = (await listRounds(tx, cycle.id, rules)).at(-1);
  await settleQuestions(tx, cycle.id, running?.state === 'closed' ? null : (running?.duty ?? null));
}
