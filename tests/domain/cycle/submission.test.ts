import { describe, expect, it } from 'vitest';
import { readFigure } from '../../../domain/cycle/figure.js';
import { missingIn, wrongIn } from '../../../domain/cycle/line-check.js';
import { mergeLines } from '../../../domain/cycle/line-merge.js';
import { type AskedLine, EMPTY_LINE, type LineContent } from '../../../domain/cycle/submission-line.js';
import { afterStep, dueAgain, isLateOn } from '../../../domain/cycle/submission-state.js';
import { suggestedLine } from '../../../domain/cycle/suggested-line.js';
import { versionDifference } from '../../../domain/cycle/version-difference.js';
import { civilDate } from '../../../domain/time/civil-date.js';
import { DEFAULT_CLOSURES } from '../../../domain/time/closures.js';
import { workingCalendar } from '../../../domain/time/working-calendar.js';

const REFERENCE = civilDate('2023-06-30');
const TODAY = civilDate('2023-07-10');
const milestone = (change: Partial<AskedLine['milestones'][number]> = {}) => ({
  ...{ obligation: 'm1', phrase: 'entro il 30/06', due: REFERENCE, state: 'open' as const, doneOn: null },
  ...{ reason: null, forecast: null, ...change },
});
const ASKED: AskedLine = {
  ...{ objective: 'o1', number: '1', title: 'Tempi di pagamento' },
  indicators: [{ id: 'i1', text: 'Giorni', target: { value: 0, unit: 'giorni', op: '<=' } }],
  milestones: [milestone()],
};
const FULL: LineContent = {
  ...EMPTY_LINE,
  ...{
    progress: 'done',
    proposal: 'confirm',
    indicators: [{ indicator: 'i1', value: '-3', waiting: false }],
  },
  milestones: [{ obligation: 'm1', doneOn: '2023-06-28' }],
};

describe('a line of a submission', () => {
  it('that says everything lacks nothing, and nothing of it is wrong', () => {
    expect(missingIn(FULL, ASKED, REFERENCE)).toEqual([]);
    expect(wrongIn(FULL, ASKED, TODAY)).toEqual([]);
  });

  it.each<[string, Partial<LineContent>, readonly string[]]>([
    ['progress and proposal', { progress: null, proposal: null }, ['progress', 'proposal']],
    ['the indicator', { indicators: [] }, ['indicators']],
    ['nothing, waiting for the figure', { indicators: [{ indicator: 'i1', value: '', waiting: true }] }, []],
    ['the reason of a term left open', { milestones: [] }, ['deviation', 'cause', 'remedy']],
    ['the reason of a delay', { progress: 'late' }, ['deviation', 'cause', 'remedy']],
    [
      'the words of another cause',
      { progress: 'stopped', deviation: 'x', cause: 'other', remedy: 'y' },
      ['causeText'],
    ],
    ['what is proposed', { proposal: 'vary' }, ['proposalText']],
  ])('lacks %s', (_, change, fields) => {
    expect(missingIn({ ...FULL, ...change }, ASKED, REFERENCE).map(({ field }) => field)).toEqual(fields);
  });

  it.each<[string, Partial<LineContent>, string]>([
    [
      'two figures of one indicator',
      { indicators: ['1', '2'].map((value) => ({ indicator: 'i1', value, waiting: false })) },
      'twice',
    ],
    [
      'two days of one term',
      { milestones: ['2023-06-28', '2023-06-29'].map((doneOn) => ({ obligation: 'm1', doneOn })) },
      'twice',
    ],
    ['10,000 characters', { deviation: 'x'.repeat(10_000) }, 'too-long'],
    [
      'words as a figure',
      { indicators: [{ indicator: 'i1', value: 'molti', waiting: false }] },
      'not-a-number',
    ],
    ['another unit', { indicators: [{ indicator: 'i1', value: '5 %', waiting: false }] }, 'other-unit'],
    ['another’s indicator', { indicators: [{ indicator: 'i9', value: '1', waiting: false }] }, 'unknown'],
    ['another’s term', { milestones: [{ obligation: 'm9', doneOn: '2023-06-01' }] }, 'unknown'],
    ['31 June', { milestones: [{ obligation: 'm1', doneOn: '2023-06-31' }] }, 'not-a-day'],
    ['tomorrow', { milestones: [{ obligation: 'm1', doneOn: '2023-07-11' }] }, 'in-the-future'],
  ])('with %s is wrong', (_, change, kind) => {
    expect(wrongIn({ ...FULL, ...change }, ASKED, TODAY).map((one) => one.kind)).toEqual([kind]);
  });

  it('begins as late, with the reason given from the mail, where a term is past; never with a proposal', () => {
    const asked = { ...ASKED, milestones: [milestone({ reason: 'manca un parere' })] };
    expect(suggestedLine(asked, REFERENCE)).toMatchObject({ progress: 'late', deviation: 'manca un parere' });
    const done = { ...ASKED, milestones: [milestone({ state: 'done', doneOn: REFERENCE })] };
    expect(suggestedLine(done, REFERENCE)).toMatchObject({ progress: 'done', proposal: null });
  });
});

describe('a figure', () => {
  it.each([
    ['12,5', 'giorni', '12.5'],
    ['1.250 utenti', 'utenti', '1250'],
    ['-3 giorno', 'giorni', '-3'],
    ['95 per cento', '%', '95'],
    ['007', null, '7'],
  ])('%s in %s is %s', (text, unit, value) => {
    expect(readFigure(text, unit)).toEqual({ ok: true, value });
  });
});

describe('a submission', () => {
  it.each([
    ['draft', 'transmit', 'transmitted'],
    ['returned', 'transmit', 'transmitted'],
    ['reopened', 'transmit', 'transmitted'],
    ['transmitted', 'transmit', null],
    ['transmitted', 'acknowledge', 'acknowledged'],
    ['transmitted', 'return', 'returned'],
    ['draft', 'return', null],
    ['acknowledged', 'return', null],
    ['acknowledged', 'reopen', 'reopened'],
    ['transmitted', 'reopen', null],
  ] as const)('%s, on "%s", becomes %s', (state, step, next) => {
    expect(afterStep(state, step)).toBe(next);
  });

  it('returned on Thursday 10 August 2023 is due again on Friday 18, 5 working days later: the 15th is a holiday', () => {
    expect(dueAgain(civilDate('2023-08-10'), workingCalendar(DEFAULT_CLOSURES))).toBe('2023-08-18');
  });

  it('is late from the day after its due day', () => {
    expect(isLateOn(civilDate('2023-07-31'), civilDate('2023-07-31'))).toBe(false);
    expect(isLateOn(civilDate('2023-08-01'), civilDate('2023-07-31'))).toBe(true);
  });

  it('is merged by objective: what nobody else touched is taken, what both did is a conflict, the same says nothing', () => {
    const said = (deviation: string): LineContent => ({ ...EMPTY_LINE, deviation });
    const stored = new Map([
      ['a', { content: said('mine before'), rowVersion: 1 }],
      ['b', { content: said('theirs'), rowVersion: 2 }],
      ['c', { content: said('both'), rowVersion: 2 }],
    ]);
    const offered = [
      { objective: 'a', content: said('mine'), seen: 1 },
      { objective: 'b', content: said('mine'), seen: 1 },
      { objective: 'c', content: said('both'), seen: 1 },
      { objective: 'd', content: said('new'), seen: 0 },
    ];
    const merged = mergeLines(offered, stored, () => EMPTY_LINE);
    expect(merged.take.map(({ objective }) => objective)).toEqual(['a', 'd']);
    expect(merged.conflicts).toEqual(['b']);
  });

  it('tells what changed between two versions, by objective and field', () => {
    const line = (objective: string, content: LineContent) => ({ objective, content });
    expect(
      versionDifference(
        [line('a', FULL), line('b', FULL), line('gone', FULL)],
        [line('a', { ...FULL, remedy: 'sì' }), line('b', FULL), line('new', FULL)],
      ),
    ).toEqual([
      { objective: 'a', fields: ['remedy'] },
      { objective: 'new', fields: null },
      { objective: 'gone', fields: null },
    ]);
  });
});
