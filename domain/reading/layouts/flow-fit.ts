/** How well a cell fits a column: what a weight, a term, a result and a title look like. */
import { titleParts } from '../plan/title-parts.js';
import { type FlowCell, inCapitals } from './flow-cells.js';
import { isOfficeName } from './heading-words.js';
import type { Field } from './labels.js';

const WEIGHT = /^(?:(?:peso|p\.)\s*)?(?:[x×]\s*)?\d{1,3}(?:[.,]\d{1,3})?\s*(?:%|\/\s*100|punti)?$/iu;
const NUMBER = /^(?:n\.?\s*)?(?:\d{1,3}(?:\.\d{1,3})*|\p{Lu}{1,4}[.\-_ ]?\d{1,3})[.)]?$/u;
const VALUE =
  /^(?:n\.?\s*)?[<>≤≥=+-]*\s*(?:€\s*)?\d[\d.,]*\s*(?:%|€|\p{L}+){0,2}$|^(?:s[iì]|no|sì\/no|almeno\b.{1,30}|non (?:inferiore|superiore)\b.{1,30})$/iu;
const TIME =
  /\d{1,2}[./-]\d{1,2}(?:[./-]\d{2,4})?|(?<!\p{L})(?:gennaio|febbraio|marzo|aprile|maggio|giugno|luglio|agosto|settembre|ottobre|novembre|dicembre|trimestr|semestr|quadrimestr|mensil|annual|bimestr|settiman|quotidian|fine anno|entro|nei termini|scadenz|tutto l|continuativ|giorni|ogni mese)/iu;

const looksLikeTime = (text: string): boolean => TIME.test(text) && text.length <= 90;

/** Above 0 the cell speaks for the column, below 0 against it. `numbered`: titles of the table have numbers. */
export function fitOf(cell: FlowCell, field: Field, numbered: boolean): number {
  const own = FITS[field];
  return own === undefined ? wordsFit(cell.text, numbered) : own(cell, numbered);
}

type Fit = (cell: FlowCell, numbered: boolean) => number;

const weightFit: Fit = ({ text, weight }) =>
  WEIGHT.test(text) || (weight !== null && text.length < 14) ? 3 : -6;
const timesFit: Fit = ({ text }) => (looksLikeTime(text) ? 2 : -3);

function officeFit({ text }: FlowCell): number {
  if (WEIGHT.test(text) || /[.;:]$/u.test(text)) return -3;
  return isOfficeName(text, true) ? 1 : 0;
}

function targetFit({ text }: FlowCell): number {
  if (VALUE.test(text)) return 2;
  return looksLikeTime(text) ? 0 : -0.5;
}

const FITS: Readonly<Partial<Record<Field, Fit>>> = {
  weight: weightFit,
  'phase-weight': weightFit,
  number: ({ text }) => (NUMBER.test(text) ? 3 : -6),
  result: ({ results }) => (results.length > 0 ? 3 : -2),
  times: timesFit,
  start: timesFit,
  end: timesFit,
  target: targetFit,
  title: ({ text }, numbered) => titleFit(text, WEIGHT.test(text), numbered),
  sector: officeFit,
  owner: officeFit,
};

/** Descriptions, indicators, phases: words, and no number before them where titles have one. */
function wordsFit(text: string, numbered: boolean): number {
  if (WEIGHT.test(text)) return -4;
  if (!/\p{L}{3}/u.test(text)) return -2;
  return numbered && titleParts(text).number !== null ? -1 : 0.5;
}

function titleFit(text: string, digits: boolean, numbered: boolean): number {
  if (digits || !/\p{L}{3}/u.test(text)) return -6;
  const own = titleParts(text).number !== null || inCapitals(text) ? 2 : numbered ? -2 : 0;
  return (
    own + (/^\p{Ll}/u.test(text) ? -2 : 0) + (/^entro/iu.test(text) ? -2 : 0) + (text.length > 200 ? -1 : 0)
  );
}
