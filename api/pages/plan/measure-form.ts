/** The form of *Come si misura*: the parts of an objective as typed, read by the kind of each. */
import { readFigure } from '../../../domain/cycle/figure.js';
import { type Points, points } from '../../../domain/plan/points.js';
import type { Direction, Figure, Indicator } from '../../../domain/scoring/indicator.js';
import { figure } from '../../../domain/scoring/indicator.js';
import { type CivilDate, parseCivilDate } from '../../../domain/time/civil-date.js';
import type { MeasureFields, MeasuresAsked } from '../../commands/measurement/measure-asked.js';
import { comma, RULE_FIELDS, readRule, valuesOfRule } from '../../commands/measurement/rule-asked.js';
import type { MeasureShown } from '../../queries/measures-page.js';
import type { FieldProblem } from '../../refusals.js';
import { isId } from '../../session.js';

/** As typed, by the names of the fields. */
export type MeasureValues = Readonly<Record<string, string>>;

const OF_INDICATOR = ['kind', 'direction', 'baseline', 'target', 'unit', 'weight', ...RULE_FIELDS] as const;
const CHANGE_FIELDS = ['kind', 'organ', 'number', 'date', 'reason'] as const;
const LONGEST = 10_000;
/** More parts than any objective has. */
const MOST_PARTS = 200;

/** What a field is called here. */
export const FORM_FIELDS: MeasureFields = {
  indicator: (at, field) => `i${at}.${field === 'definition' ? 'kind' : field.replace(/^definition\./, '')}`,
  phase: (at) => `f${at}.weight`,
};

/** Every field of a form with so many parts. */
export function measureValues(text: (name: string) => string): MeasureValues {
  const count = (name: string): number =>
    /^\d{1,3}$/.test(text(name)) ? Math.min(Number(text(name)), MOST_PARTS) : 0;
  const [indicators, phases] = [count('indicatori'), count('fasi')];
  const names = [
    ...['indicatori', 'fasi'],
    ...Array.from({ length: indicators }, (_, at) =>
      [...OF_INDICATOR, 'id', 'versione'].map((name) => `i${at}.${name}`),
    ),
    ...Array.from({ length: phases }, (_, at) => [`f${at}.id`, `f${at}.weight`]),
    ...CHANGE_FIELDS.map((name) => `change.${name}`),
  ].flat();
  return Object.fromEntries(names.map((name) => [name, text(name).replaceAll('\0', '').slice(0, LONGEST)]));
}

export type ReadMeasures =
  | { readonly ok: true; readonly asked: Omit<MeasuresAsked, 'year' | 'objective'> }
  | { readonly ok: false; readonly problems: readonly FieldProblem[] };

export function readMeasures(values: MeasureValues): ReadMeasures {
  const problems: FieldProblem[] = [];
  const indicators = Array.from({ length: Number(values['indicatori']) }, (_, at) => {
    const text = (name: string): string => (values[`i${at}.${name}`] ?? '').trim();
    const wrong = (name: string, message: string): null => {
      problems.push({ field: `i${at}.${name}`, message });
      return null;
    };
    const typed = Object.fromEntries(RULE_FIELDS.map((name) => [name, text(name)]));
    return {
      indicator: text('id'),
      definition: readDefinition(text, wrong),
      rule: text('kind') === '' ? null : readRule(typed, (name) => `i${at}.${name}`, problems),
      weight: readWeight(text('weight'), (message) => wrong('weight', message)),
      rowVersion: /^\d{1,6}$/.test(text('versione')) ? Number(text('versione')) : null,
    };
  });
  const phases = Array.from({ length: Number(values['fasi']) }, (_, at) => ({
    milestone: (values[`f${at}.id`] ?? '').trim(),
    weight: readWeight((values[`f${at}.weight`] ?? '').trim(), (message) => {
      problems.push({ field: `f${at}.weight`, message });
      return null;
    }),
  }));
  if (problems.length > 0) return { ok: false, problems };
  const said = (name: (typeof CHANGE_FIELDS)[number]): string => (values[`change.${name}`] ?? '').trim();
  return {
    ok: true,
    asked: {
      indicators: indicators.filter(({ indicator }) => isId(indicator)),
      phases: phases.filter(({ milestone }) => isId(milestone)),
      change:
        said('kind') === ''
          ? null
          : {
              ...{ kind: said('kind'), organ: said('organ'), number: said('number') },
              ...{ date: said('date'), reason: said('reason') },
            },
    },
  };
}

type Text = (name: string) => string;
type Wrong = (name: string, message: string) => null;

function readDefinition(text: Text, wrong: Wrong): Indicator | null {
  const kind = text('kind');
  if (kind === '') return null;
  if (kind === 'yes-no') return { kind, target: !/^no$/i.test(text('target')) };
  const direction = DIRECTIONS.find((one) => one === text('direction')) ?? 'rising';
  if (kind === 'date') {
    const [target, baseline] = [
      dayIn(text('target')),
      text('baseline') === '' ? null : dayIn(text('baseline')),
    ];
    if (target === null) return wrong('target', 'Indica il giorno, per esempio 31/10/2023.');
    if (baseline === null && text('baseline') !== '') return wrong('baseline', 'Questo giorno non esiste.');
    return { kind, direction, target, baseline };
  }
  if (kind !== 'number' && kind !== 'percentage' && kind !== 'count' && kind !== 'ratio')
    return wrong('kind', 'Scegli uno dei tipi.');
  const unit = kind === 'percentage' ? '%' : text('unit').slice(0, 60) || null;
  const [target, baseline] = [figureIn(text('target'), unit), figureIn(text('baseline'), unit)];
  if (target === null) return wrong('target', 'Indica il valore atteso con un numero.');
  if (baseline === null && text('baseline') !== '')
    return wrong('baseline', 'Il valore di partenza è un numero.');
  return { kind, direction, target, baseline, unit };
}

const DIRECTIONS: readonly Direction[] = ['rising', 'falling', 'on-target'];

const dayIn = (text: string): CivilDate | null =>
  parseCivilDate(
    text.replace(/^(\d{1,2})\/(\d{1,2})\/(\d{4})$/, (_, day: string, month: string, year: string) =>
      [year, month.padStart(2, '0'), day.padStart(2, '0')].join('-'),
    ),
  );

function figureIn(text: string, unit: string | null): Figure | null {
  const read = text === '' ? null : readFigure(text, unit);
  return read?.ok !== true || Math.abs(Number(read.value)) > 1e10 ? null : figure(Number(read.value));
}

function readWeight(text: string, wrong: (message: string) => null): Points | null {
  if (text === '') return null;
  const figures = /^(\d{1,3}(?:[.,]\d{1,4})?)\s*%?$/.exec(text)?.[1];
  const value = Number(figures?.replace(',', '.') ?? Number.NaN);
  if (!(value <= 100)) return wrong('Il peso è un numero da 0 a 100.');
  return points(value);
}

/** The fields as things stand. */
export function valuesOfMeasures({ objective, phases }: MeasureShown): MeasureValues {
  const own = objective.indicators.flatMap(({ id, definition, rule, weight, rowVersion }, at) =>
    Object.entries({
      ...{ id, versione: String(rowVersion), weight: weight === null ? '' : comma(weight) },
      ...definitionValues(definition),
      ...valuesOfRule(rule),
    }).map(([name, value]) => [`i${at}.${name}`, value] as const),
  );
  const lines = phases.flatMap(({ milestone, weight }, at) => [
    [`f${at}.id`, milestone ?? ''] as const,
    [`f${at}.weight`, weight === null ? '' : comma(weight)] as const,
  ]);
  return {
    ...{ indicatori: String(objective.indicators.length), fasi: String(phases.length) },
    ...Object.fromEntries([...own, ...lines]),
  };
}

function definitionValues(definition: Indicator | null): MeasureValues {
  if (definition === null) return { kind: '' };
  if (definition.kind === 'yes-no') return { kind: definition.kind, target: definition.target ? 'sì' : 'no' };
  const { kind, direction, target, baseline } = definition;
  const said = (value: Figure | CivilDate): string =>
    typeof value === 'number' ? comma(value) : value.split('-').reverse().join('/');
  return {
    ...{ kind, direction, target: said(target), baseline: baseline === null ? '' : said(baseline) },
    ...(definition.kind === 'date' ? {} : { unit: definition.unit ?? '' }),
  };
}
