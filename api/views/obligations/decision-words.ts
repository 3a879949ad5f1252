/** Decisions of an import in words; values as they stand in the record. */
import type { Decision, DecisionKind } from '../../../domain/plan/draft/decisions.js';
import type { PlanMilestone } from '../../../domain/plan/plan-document.js';
import { parseCivilDate } from '../../../domain/time/civil-date.js';
import { italianDate } from '../../../mail/italian-dates.js';
import { termInWords } from './milestone-words.js';
import { decimalIn } from './objective-values.js';

export const DECISIONS: Readonly<Record<DecisionKind, string>> = {
  changed: 'corretto',
  added: 'aggiunto',
  split: 'diviso da un altro',
  merged: 'unito a un altro',
  moved: 'spostato di settore',
  discarded: 'scartato',
  owner: 'chi risponde',
  lead: 'settore capofila',
  'external-date': 'data di un termine esterno',
  'done-before': "concluso prima dell'avvio",
};

const FIELDS: Readonly<Record<string, string>> = {
  number: 'numero',
  title: 'titolo',
  weight: 'peso',
  owner: 'responsabile',
  shared: 'comune a più settori',
  indicators: 'indicatori',
  milestones: 'fasi',
  name: 'nome',
  body: 'ente',
  kind: 'genere',
  year: 'anno',
  act: 'atto',
  actDate: "data dell'atto",
  weights: 'come contano i pesi',
};

/** ": peso"; the words of a term; empty where the whole thing is meant. */
export const decisionField = ({ field }: Decision): string =>
  field === undefined ? '' : `: ${Object.hasOwn(FIELDS, field) ? FIELDS[field] : `«${field}»`}`;

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** A day, a number, a text, a list of indicators or of phases. */
export function decidedValue(value: unknown, kind: DecisionKind): string {
  if (value === null || value === undefined) return '–';
  if (kind === 'merged' || kind === 'split') {
    return isObject(value) ? decidedValue(value, 'changed') : 'dal documento';
  }
  if (typeof value === 'number') return decimalIn(value);
  if (typeof value === 'boolean') return value ? 'sì' : 'no';
  if (typeof value === 'string') {
    const day = /^\d{4}-\d{2}-\d{2}$/.test(value) ? parseCivilDate(value) : null;
    return day === null ? value : italianDate(day);
  }
  if (Array.isArray(value)) return value.length === 0 ? 'nessuno' : value.map(itemOf).join('; ');
  return isObject(value) ? String(value['title'] ?? '') : '';
}

function itemOf(item: unknown): string {
  if (!isObject(item)) return String(item);
  if (typeof item['text'] === 'string') return `«${item['text']}»`;
  if (typeof item['phrase'] !== 'string') return '';
  return `«${item['phrase']}» ${termInWords(item as unknown as PlanMilestone)}`;
}
