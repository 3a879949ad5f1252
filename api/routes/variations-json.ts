/** Variations and their previews as the JSON API writes them. */
import { dueOf } from '../../domain/obligations/obligation.js';
import type { ObligationChange } from '../../domain/obligations/obligation-changes.js';
import { changeOf, type ObjectiveChange } from '../../domain/plan/objective-change.js';
import type { VariationFlag } from '../../domain/plan/variation-flags.js';
import type { NoticeChange } from '../../domain/rehearsal/notice-difference.js';
import type { VariationAhead } from '../queries/plan-ahead.js';
import type { VariationPreview } from '../queries/variation-preview.js';
import type { ListedVariation, VariationsPage } from '../queries/variations.js';
import { sentenceOf } from '../refusals.js';
import { detailSentence, flagSentence } from '../views/plan/change-words.js';
import { roleJson } from './json.js';

const flagJson = (flag: VariationFlag) => ({ ...flag, sentence: flagSentence(flag) });

const changeJson = ({ details, weight, ...change }: ObjectiveChange) => ({
  ...change,
  weight: { ...weight },
  details: details.map((detail) => ({ ...detail, sentence: detailSentence(detail) })),
});

const actJson = ({ act }: ListedVariation) =>
  act.organ === null || act.actNumber === null || act.actDate === null
    ? null
    : {
        ...{ organ: act.organ, number: act.actNumber, date: act.actDate, subject: act.subject },
        ...{ protocolNumber: act.protocolNumber, protocolDate: act.protocolOn },
      };

/** As `variationsSchema`. */
export const variationsJson = ({ year, variations }: VariationsPage) => ({
  year,
  variations: variations.map((one) => ({
    ...{ version: one.number, kind: one.kind, ordinal: one.ordinal, act: actJson(one) },
    ...{ effectiveFrom: one.effectiveFrom, reason: one.reason },
    flags: one.flags.map(flagJson),
    changes: one.changes.map(changeJson),
  })),
});

/** `preview`: `null` when nothing of it can be carried out. */
export const variationPreviewJson = (ahead: VariationAhead, preview: VariationPreview | null) => ({
  kind: ahead.kind,
  notCarriedOut: ahead.isStale
    ? [sentenceOf({ code: 'plan-varied-since', version: ahead.of.number })]
    : [...ahead.beyond],
  changes: ahead.difference.objectives.map((one) => changeJson(changeOf(one, []))),
  flags: (preview?.flags ?? []).map(flagJson),
  obligations: (preview?.obligations ?? []).map(obligationJson),
  notices: (preview?.notices ?? []).map(noticeJson),
  mails: { before: preview?.mails.before ?? 0, after: preview?.mails.after ?? 0 },
});

function obligationJson(change: ObligationChange) {
  const [was, is] = ['before' in change ? change.before : null, 'after' in change ? change.after : null];
  const one = is ?? was;
  return {
    kind: change.kind,
    ...{ sector: one?.subject.sector ?? '', objective: one?.subject.objective ?? '' },
    milestone: one?.subject.milestone ?? null,
    owner: roleJson(one?.owner ?? { role: 'secretary' }),
    before: was === null ? null : dueOf(was),
    after: is === null ? null : dueOf(is),
  };
}

const noticeJson = ({ kind, to, line, before, after }: NoticeChange) => ({
  ...{ kind, to, rung: line.rung ?? '', before, after, owner: roleJson(line.owner) },
  ...{ sector: line.subject.sector, objective: line.subject.objective, milestone: line.subject.milestone },
});
