/** What the buttons of an objective's page do, but for saving its fields: one line each, read from its form. */
import type { DraftPlan } from '../../../domain/plan/draft/draft-plan.js';
import {
  moveObjective,
  type Placing,
  setDiscarded,
  shareObjective,
} from '../../../domain/plan/draft/place-objective.js';
import { mergeObjectives, splitObjective } from '../../../domain/plan/draft/split-merge.js';
import { discardWhole } from '../../../domain/plan/draft/whole-objective.js';
import type { Json } from '../../../store/connection.js';
import type { FieldProblem } from '../../refusals.js';
import type { Form } from '../../uploads/read-form.js';
import type { Flash } from '../../views/page/flash.js';
import { decimalOf } from '../form-values.js';

type Values = Readonly<Record<string, string>>;

type ReadStep =
  | {
      readonly ok: true;
      readonly values: Values;
      /** What the request is, for its key. */
      readonly said: Json;
      /** Other things that it changes. */
      readonly about: readonly string[];
      readonly edit: (plan: DraftPlan, id: string, rev: number) => Placing;
    }
  | { readonly ok: false; readonly values: Values; readonly problems: readonly FieldProblem[] };

interface Step {
  readonly flash: Flash;
  readonly read: (form: Form) => ReadStep;
}

/** Most indicators and milestones of one objective. */
const MOST_ROWS = 200;
/** Most sectors of one plan, those added by hand among them. */
const MOST_SECTORS = 200;

export const OBJECTIVE_STEPS: Readonly<Record<string, Step>> = {
  scarta: { flash: 'tolto', read: () => discarding(true) },
  riprendi: { flash: 'salvato', read: () => discarding(false) },
  /** Of a variation: under every sector. */
  togli: { flash: 'ritirato', read: () => withdrawing(true) },
  rimetti: { flash: 'salvato', read: () => withdrawing(false) },
  dividi: { flash: 'diviso', read: splitting },
  unisci: {
    flash: 'unito',
    read: (form) => {
      const other = form.text('other');
      return step({ other }, [other], (plan, id, rev) => mergeObjectives(plan, id, other, rev));
    },
  },
  sposta: {
    flash: 'spostato',
    read: (form) => {
      const sector = form.text('sector');
      return step({ sector }, [], (plan, id, rev) => moveObjective(plan, id, sector, rev));
    },
  },
  condividi: {
    flash: 'salvato',
    read: (form) => {
      const chosen = Array.from({ length: MOST_SECTORS }, (_, index) => `s${index + 1}`).filter(
        (sector) => form.text(`sector-${sector}`) === 'si',
      );
      return step({ sectors: chosen.join(' ') }, [], (plan, id, rev) =>
        shareObjective(plan, id, new Set(chosen), rev),
      );
    },
  },
};

const step = (
  values: Values,
  about: readonly string[],
  edit: (plan: DraftPlan, id: string, rev: number) => Placing,
): ReadStep => ({ ok: true, values, said: values, about, edit });

const discarding = (discarded: boolean): ReadStep =>
  step({}, [], (plan, id, rev) => setDiscarded(plan, id, discarded, rev));

const withdrawing = (discarded: boolean): ReadStep =>
  step({}, [], (plan, id, rev) => discardWhole(plan, id, discarded, rev));

function splitting(form: Form): ReadStep {
  const problems: FieldProblem[] = [];
  const title = form.text('title').replace(/\s+/g, ' ').trim();
  if (title === '') problems.push({ field: 'title', message: 'Scrivi il titolo del secondo obiettivo.' });
  const weight = decimalOf(form.text('weight'), 'weight', (field, message) =>
    problems.push({ field, message }),
  );
  const ticked = (prefix: string): readonly number[] =>
    Array.from({ length: MOST_ROWS }, (_, index) => index).filter(
      (index) => form.text(`${prefix}-${index}`) === 'si',
    );
  const [indicators, milestones] = [ticked('indicator'), ticked('milestone')];
  const values = {
    title: form.text('title'),
    number: form.text('number'),
    weight: form.text('weight'),
    ...Object.fromEntries(indicators.map((index) => [`indicator-${index}`, 'si'])),
    ...Object.fromEntries(milestones.map((index) => [`milestone-${index}`, 'si'])),
  };
  if (problems.length > 0) return { ok: false, values, problems };
  const asked = {
    title,
    number: form.text('number').trim() || null,
    weight,
    indicators: new Set(indicators),
    milestones: new Set(milestones),
  };
  return step(values, [], (plan, id, rev) => splitObjective(plan, id, asked, rev));
}
