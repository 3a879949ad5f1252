/** What a field of a card becomes in the objective. */
import { numberAlone } from '../plan/title-parts.js';
import { weightIn } from '../plan/weight-words.js';
import { joinFragments } from '../source/joined.js';
import type { Fragment } from '../source/source-document.js';
import type { Passage } from './draft.js';
import { ownerOf } from './heading-owner.js';
import type { Field } from './labels.js';
import { addIndicator, addPassage, addPhase, type OpenDraft } from './open-draft.js';
import { saysEverySector, sharesIn } from './participants.js';
import type { CardField } from './prose-card-field.js';
import { readTitle } from './prose-card-title.js';
import { readWeight, readWeightInWords, weighPhase } from './prose-card-weight.js';
import { phasesIn } from './prose-phases.js';

/** Adds what the field holds to the objective; a field without words adds nothing. */
export function closeField(draft: OpenDraft, field: CardField): void {
  const text = field.paragraphs.map((one) => joinFragments(one).text).join(' ');
  if (field.paragraphs.length > 0) VALUES[field.field]?.(draft, field, text);
}

type Put = (draft: OpenDraft, field: CardField, text: string) => void;

/** By field; `text` is all of its words. Fields that are not here say nothing of the plan. */
const VALUES: Readonly<Partial<Record<Field, Put>>> = {
  title: (draft, { paragraphs, sentence }, text) => {
    // "Obiettivo: 3", and the title under a label of its own.
    const number = numberAlone(text);
    if (number === null) readTitle(draft, paragraphs, sentence);
    else draft.number ??= number;
  },
  number: (draft, _, text) => {
    draft.number ??= numberAlone(text) ?? (text.length < 12 ? text : null);
  },
  weight: (draft, { paragraphs }, text) => {
    const shares = sharesIn(paragraphs).filter(({ weight }) => weight !== null);
    // "Peso:" and below it a weight for each sector.
    if (shares.length > 1 || (shares.length === 1 && paragraphs.length > 1)) draft.sharedBy.push(...shares);
    else readWeight(draft, text);
  },
  'phase-weight': (draft, _, text) => weighPhase(draft, text),
  owner: (draft, { paragraphs }) => {
    draft.owner ??= ownerOf(joinFragments(paragraphs[0] ?? []).text);
  },
  sector: (draft, _, text) => {
    if (saysEverySector(text)) draft.everySector = true;
    else [draft.sector, draft.everySector] = [text.replace(/[.;,\s]+$/u, ''), false];
  },
  participants: (draft, { paragraphs }, text) => {
    if (saysEverySector(text)) draft.everySector = true;
    draft.sharedBy.push(...sharesIn(paragraphs));
  },
  indicator: (draft, { paragraphs }) => {
    for (const one of paragraphs) addIndicator(draft, [one], null);
  },
  target: (draft, { paragraphs }) => readTargets(draft, paragraphs),
  times: (draft, field) => {
    // A schedule whose lines have weights is one of steps.
    if (field.paragraphs.some((one) => weightIn(joinFragments(one).text).weight !== null))
      VALUES.phases?.(draft, field, '');
    else readTimes(draft, field.paragraphs);
  },
  end: (draft, { paragraphs }) => readTimes(draft, paragraphs),
  start: (draft, { paragraphs }) => addPassage(draft.texts, paragraphs),
  phases: (draft, field) => {
    for (const phase of phasesIn(field)) addPhase(draft, phase);
  },
  result: (draft, { paragraphs }, text) => {
    // "Risultato: 22 servizi", then "Grado di raggiungimento: 92 %": the degree is the result.
    const better = draft.result === null || (!draft.result.includes('%') && text.includes('%'));
    if (better) draft.result = joinFragments(paragraphs[0] ?? []).text;
  },
  description: (draft, { paragraphs }, text) => {
    addPassage(draft.texts, paragraphs);
    readWeightInWords(draft, text);
  },
};

function readTimes(draft: OpenDraft, paragraphs: readonly Fragment[][]): void {
  for (const one of paragraphs) addPassage(draft.times, [one]);
}

/** As many values as indicators without one: a pair each, in order; else the value of the last indicator. */
function readTargets(draft: OpenDraft, paragraphs: readonly Fragment[][]): void {
  const open = draft.targets.flatMap((target, at) => (target === null ? [at] : []));
  if (paragraphs.length > 1 && open.length === paragraphs.length) {
    for (const [index, at] of open.entries()) draft.targets[at] = [paragraphs[index] ?? []];
    return;
  }
  const target: Passage = paragraphs;
  if (open.length > 0) draft.targets[open.at(-1) ?? 0] = target;
  else addIndicator(draft, [], target);
}
