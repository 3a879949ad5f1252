/** What a field of an objective says in a column or beside a label. */
import type { ResolvedIndicator, ResolvedObjective, ResolvedSector } from './resolved.js';
import type { Field, Style } from './style.js';

/** A number as Italian prints it: comma, no zeros at the end. */
export const italian = (value: number): string => String(value).replace('.', ',');

export const weightText = (weight: number | undefined, style: Style): string =>
  weight === undefined ? '' : style.weight.replace('{w}', italian(weight));

/** The sector in which an objective is printed; `null` in a section for all. */
export type Place = ResolvedSector | null;

/** The weight printed in this place; of a shared objective with several, the first one's. */
export function weightIn(one: ResolvedObjective, place: Place): number | undefined {
  return place === null ? Object.values(one.weights)[0] : one.weights[place.key];
}

export function titleText(one: ResolvedObjective, place: Place, style: Style): string {
  const written = one.shared && place !== null ? (style.sharedNumber ?? style.number) : style.number;
  const number =
    one.number === null || style.fields.includes('number') || style.cardHeading !== undefined
      ? ''
      : written.replace('{n}', one.number) + (style.numberJoin ?? ' ');
  const weight =
    style.weightInTitle === undefined || weightIn(one, place) === undefined
      ? ''
      : style.weightInTitle + weightText(weightIn(one, place), style);
  return number + one.title + weight;
}

/** The clause with its value, where there is no column of values. */
export const withValue = ({ text, value }: ResolvedIndicator): string =>
  value === '' ? text : `${text}: ${value}`;

/** The indicators of a place that has a column of values, or of one that has not. */
export function indicatorTexts(one: ResolvedObjective, style: Style): string[] {
  const clauses = one.indicators.map((item) =>
    style.fields.includes('target') ? item.text : withValue(item),
  );
  return inPlace(clauses, style);
}

function inPlace(clauses: readonly string[], style: Style): string[] {
  if (clauses.length === 0) return [];
  if (style.clauses === 'joined') return [clauses.join('; ')];
  if (style.clauses === 'dashes') return clauses.map((clause) => `- ${clause}`);
  return [...clauses];
}

const MISSIONS = [
  'Missione 01 – Programma 02 Segreteria generale',
  'Missione 10 Programma 05',
  'Missione 12 – Diritti sociali, politiche sociali e famiglia',
];
const PEOPLE = [
  'n. 2 istruttori, n. 1 funzionario',
  'tutto il personale assegnato',
  '3 unità (50% del tempo di lavoro)',
];

/** The paragraphs of one field; empty when the objective has nothing to say there. */
export function fieldTexts(field: Field, one: ResolvedObjective, place: Place, style: Style): string[] {
  const only = (text: string): string[] => (text === '' ? [] : [text]);
  switch (field) {
    case 'sector':
      return only(place?.name ?? '');
    case 'owner':
      return only(one.owner ?? place?.ownerPrinted ?? '');
    case 'number':
      return only(one.number === null ? '' : style.number.replace('{n}', one.number));
    case 'title':
      return only(titleText(one, place, style));
    case 'description':
      return only(one.description);
    case 'weight':
      return weightTexts(one, place, style);
    case 'indicator':
      return indicatorTexts(one, style);
    case 'target':
      return one.indicators.flatMap(({ value }) => only(value));
    case 'times':
      return only(one.times);
    case 'phases':
      return phaseTexts(one, style);
    case 'result':
      return only(resultText(one, place));
    case 'notes':
      return only(one.notes);
    case 'mission':
      return [MISSIONS[one.title.length % MISSIONS.length] ?? ''];
    case 'people':
      return [PEOPLE[one.title.length % PEOPLE.length] ?? ''];
    default:
      throw new Error(`no field: ${field satisfies never}`);
  }
}

function weightTexts(one: ResolvedObjective, place: Place, style: Style): string[] {
  const several = new Set(Object.values(one.weights)).size > 1;
  if (place !== null || !several) {
    const text = weightText(weightIn(one, place), style);
    return text === '' ? [] : [text];
  }
  return Object.entries(one.weights).map(([key, weight]) =>
    (style.sharedWeight ?? '{s}: {w}').replace('{s}', key).replace('{w}', weightText(weight, style)),
  );
}

function phaseTexts(one: ResolvedObjective, style: Style): string[] {
  const lines = one.phases.map((phase, index) => {
    const when = phase.when === '' ? '' : ` – ${phase.when}`;
    const weight = phase.weight === null ? '' : ` (peso ${italian(phase.weight)}%)`;
    return style.clauses === 'dashes'
      ? `- ${phase.text}${when}${weight}`
      : `Fase ${index + 1}: ${phase.text}${when}${weight}`;
  });
  return style.clauses === 'joined' && lines.length > 0 ? [lines.join('; ')] : lines;
}

/** The result printed in this place; the first one's in a section for all. */
function resultText(one: ResolvedObjective, place: Place): string {
  const value = place === null ? Object.values(one.results)[0] : one.results[place.key];
  return value === undefined ? '' : `${italian(value)}%`;
}
