/** The pure rules of a review: rounds, who evaluates, when the evaluators are told, the checklist, the papers. */
import { describe, expect, it } from 'vitest';
import type { ClosingFact } from '../../../domain/cycle/closing-duties.js';
import { DEFAULT_CLOSING } from '../../../domain/cycle/closing-rules.js';
import type { YearStep } from '../../../domain/cycle/year-step.js';
import { DEFAULT_LADDERS } from '../../../domain/obligations/ladder.js';
import {
  bodyFault,
  conflictsOf,
  type Declaration,
  excludedSectors,
  type Member,
  standingDeclarations,
} from '../../../domain/review/body.js';
import {
  type Criterion,
  citedOnPaper,
  criteriaFault,
  DEFAULT_CRITERIA,
} from '../../../domain/review/criteria.js';
import { DRAFTS, reviewDraft } from '../../../domain/review/drafts/review-drafts.js';
import { objectiveState } from '../../../domain/review/objective-state.js';
import { answerDue, askedRole, questionState, questionTitle } from '../../../domain/review/question.js';
import { observationsIn } from '../../../domain/review/reminders.js';
import { isAtWork, reviewRounds } from '../../../domain/review/round.js';
import { roundToTell } from '../../../domain/review/told-ready.js';
import { civilDate } from '../../../domain/time/civil-date.js';
import { workingCalendar } from '../../../domain/time/working-calendar.js';
import { DRAFT_FACTS } from './draft-facts.js';

const day = civilDate;
const fact = (
  step: ClosingFact['step'],
  round: number,
  on: string,
  outcome: ClosingFact['outcome'] = null,
): ClosingFact => ({
  ...{ step, round, on: day(on), outcome },
});
const sent = fact('transmission', 1, '2024-05-02');
const refused = fact('validation', 1, '2024-05-20', 'not-validated');

describe('rounds', () => {
  it.each([
    ['before the transmission: one, ahead', [], ['1 ahead -']],
    ['transmitted: due 30 days later', [sent], ['1 open 2024-06-01']],
    [
      'validated: closed, and no other',
      [sent, fact('validation', 1, '2024-05-20', 'validated')],
      ['1 closed 2024-06-01'],
    ],
    ['not validated: a second', [sent, refused], ['1 closed 2024-06-01', '2 ahead -']],
    [
      'transmitted again',
      [sent, refused, fact('transmission', 2, '2024-06-03')],
      ['1 closed 2024-06-01', '2 open 2024-07-03'],
    ],
  ])('%s', (_, facts, expected) => {
    const rounds = reviewRounds(DEFAULT_CLOSING, facts);
    expect(rounds.map(({ number, state, due }) => `${number} ${state} ${due ?? '-'}`)).toEqual(expected);
  });

  it.each([
    ['on 31 December of the year, not transmitted', [], '2023-12-31', false],
    ['on 1 January after it', [], '2024-01-01', true],
    ['in November, transmitted in November', [fact('transmission', 1, '2023-11-10')], '2023-11-10', true],
    ['with an outcome', [sent, fact('validation', 1, '2024-05-20', 'validated')], '2024-05-21', false],
  ])('may be worked on: %s', (_, facts, on, expected) => {
    const round = reviewRounds(DEFAULT_CLOSING, facts).at(-1);
    if (round === undefined) throw new Error('no round');
    expect(isAtWork(2023, round, day(on))).toBe(expected);
  });

  const ready = (state: YearStep['state']): readonly YearStep[] => [{ id: 'ready', state } as YearStep];
  it.each([
    ['nothing is ready', ready('open'), [], null],
    ['all is in', ready('done'), [], 1],
    ['transmitted before all is in', ready('open'), [sent], 1],
    ['not validated, not transmitted again', ready('done'), [sent, refused], null],
    ['transmitted again', ready('done'), [sent, refused, fact('transmission', 2, '2024-06-03')], 2],
    ['validated', ready('done'), [sent, fact('validation', 1, '2024-05-20', 'validated')], null],
  ])('the evaluators are told of it: %s', (_, steps, facts, round) => {
    expect(roundToTell(steps, facts)).toBe(round);
  });
});

describe('who evaluates', () => {
  const tenure = (role: 'secretary' | 'oiv' | 'rpct', from: string, to: string | null) => ({
    ...{ role: { role } as const, validFrom: day(from), validTo: to === null ? null : day(to) },
  });
  it('has a conflict by any office held from 1 January of the year to the day, and none by the review itself', () => {
    const head = {
      role: { role: 'head', sector: 'Tecnico' } as const,
      validFrom: day('2020-01-01'),
      validTo: day('2023-01-01'),
    };
    const tenures = [
      head,
      tenure('oiv', '2023-01-01', null),
      tenure('rpct', '2024-04-01', null),
      tenure('secretary', '2020-01-01', '2022-12-31'),
    ];
    expect(conflictsOf(tenures, 2023, day('2024-05-06'))).toEqual([
      { is: 'own-sector', sector: 'Tecnico' },
      { is: 'office', role: 'rpct' },
    ]);
    expect(conflictsOf(tenures, 2023, day('2024-03-31')).length).toBe(1);
  });

  const anna: Member = { person: 'a', name: 'Anna', conflicts: [] };
  const bruno: Member = { person: 'b', name: 'Bruno', conflicts: [{ is: 'own-sector', sector: 'Tecnico' }] };
  const says = (member: string, kind: Declaration['kind'], sector: string | null = null): Declaration => ({
    member,
    kind,
    sector,
  });
  it.each([
    ['one without conflict', [anna], [], 'a', null],
    ['one who abstained, alone', [anna], [says('a', 'abstained')], 'a', { is: 'nobody-left', alone: true }],
    [
      'the same, recorded for them',
      [anna],
      [says('a', 'abstained')],
      null,
      { is: 'nobody-left', alone: true },
    ],
    [
      'two, of whom one abstained and records',
      [anna, bruno],
      [says('a', 'abstained'), says('b', 'declared')],
      'a',
      { is: 'abstained' },
    ],
    [
      'two, of whom one abstained and the other records',
      [anna, bruno],
      [says('a', 'abstained'), says('b', 'declared')],
      'b',
      null,
    ],
    ['a conflict unsaid, also of another', [anna, bruno], [], 'a', { is: 'undeclared', who: ['Bruno'] }],
    ['declared of that sector', [anna, bruno], [says('b', 'declared', 'Tecnico')], 'a', null],
    [
      'declared of another sector',
      [anna, bruno],
      [says('b', 'declared', 'Altro')],
      'a',
      { is: 'undeclared', who: ['Bruno'] },
    ],
    [
      'declared and taken back',
      [bruno],
      [says('b', 'declared'), says('b', 'taken-back')],
      'b',
      { is: 'undeclared', who: ['Bruno'] },
    ],
    ['on paper, where nobody holds the role', [], [], null, null],
  ])('outcome of %s', (_, members, said, by, expected) => {
    expect(bodyFault(members, said, by)).toEqual(expected);
  });

  it('never evaluates the own sector, whatever is declared, nor one abstained from', () => {
    const standing = standingDeclarations([
      says('b', 'declared', 'Tecnico'),
      says('b', 'abstained', 'Polizia'),
      says('a', 'abstained', 'Altro'),
    ]);
    expect([...excludedSectors(bruno, standing)]).toEqual(['Tecnico', 'Polizia']);
  });
});

describe('a question', () => {
  it('is due 5 working days later, over Saturday, Sunday and 25 April, and has three notices', () => {
    expect(answerDue(day('2024-04-22'), workingCalendar([{ kind: 'weekday', weekday: 6 }]))).toBe(
      '2024-04-30',
    );
    expect(DEFAULT_LADDERS.question.steps.map(({ rung }) => rung)).toEqual([
      'first-notice',
      'due-day',
      'late-3',
    ]);
  });

  it.each([
    ['secretary', 'secretary'],
    ['head:Tecnico', 'head'],
    ['head:Altrove', undefined],
    ['mayor', undefined],
    ['', undefined],
  ])('to «%s»', (key, role) => {
    expect(askedRole(key, ['Tecnico'])?.role).toBe(role);
  });

  it('is called by what it is about, never by its words', () => {
    expect(questionTitle({ number: '3', title: 'Rendiconto' }, 2023)).toBe(
      "Istruttoria 2023: domanda sull'obiettivo 3 – Rendiconto",
    );
    expect(questionTitle(null, 2023)).toBe('Istruttoria 2023: domanda sulla Relazione');
  });

  it.each([
    ['open', false, 'waiting'],
    ['done', false, 'answered'],
    ['superseded', true, 'withdrawn'],
    ['superseded', false, 'unanswered'],
  ] as const)('%s, withdrawn %s: %s', (state, withdrawn, expected) => {
    expect(questionState(state, withdrawn)).toBe(expected);
  });

  it('tells how its objective stands; a conclusion counts whatever is still asked', () => {
    expect(objectiveState([], null)).toBe('to-see');
    expect(objectiveState(['answered', 'waiting'], null)).toBe('waiting');
    expect(objectiveState(['answered'], null)).toBe('answered');
    expect(objectiveState(['waiting'], 'met')).toBe('concluded');
  });
});

describe('the checklist', () => {
  const one: Criterion = { key: 'a', text: 'Chiara', norm: '', verified: false };
  it('of the start has 11 criteria, each with its norm, and says of 5 that the citation was not checked', () => {
    expect(criteriaFault(DEFAULT_CRITERIA)).toBeNull();
    expect([DEFAULT_CRITERIA.length, DEFAULT_CRITERIA.filter(({ verified }) => !verified).length]).toEqual([
      11, 5,
    ]);
    expect(DEFAULT_CRITERIA.every(({ norm }) => norm !== '')).toBe(true);
  });

  it('is cited on a paper to sign without the 5 citations that nobody checked; what the body typed is theirs', () => {
    expect(DEFAULT_CRITERIA.filter((criterion) => citedOnPaper(criterion) === '')).toHaveLength(5);
    expect(citedOnPaper({ norm: 'art. 9 del regolamento', verified: false })).toBe('art. 9 del regolamento');
  });

  it.each([
    ['none', [], 'none'],
    ['41', Array.from({ length: 41 }, (_, at) => ({ ...one, key: String(at) })), 'too-many'],
    ['one without words', [{ ...one, text: ' ' }], 'no-text'],
    ['one of 501 characters', [{ ...one, text: 'x'.repeat(501) }], 'too-long'],
    ['one twice', [one, one], 'twice'],
  ])('of %s is refused', (_, criteria, is) => {
    expect(criteriaFault(criteria)?.is).toBe(is);
  });
});

it('observations are the lines of what was written, without the marks of a list', () => {
  expect(observationsIn('- Indicatori\r\n\n2) Dati prima\n•  Sintesi\n2024 è l’anno')).toEqual([
    'Indicatori',
    'Dati prima',
    'Sintesi',
    '2024 è l’anno',
  ]);
});

describe('the papers', () => {
  it.each(DRAFTS)('%s says that it is a draft, who signs and the outcome', (name) => {
    const printed = reviewDraft(name, DRAFT_FACTS);
    const text = JSON.stringify(printed);
    for (const words of [
      'Bozza',
      'Comune di Prova',
      'validata con osservazioni',
      'Indicatori più chiari',
      'Anna',
    ])
      expect(text).toContain(words);
    expect(text).toContain('"kind":"signatures","names":["Anna"]');
    expect(reviewDraft(name, DRAFT_FACTS)).toEqual(printed);
  });

  it('minutes hold conflicts, abstentions, questions and answers; the report objectives and norms, and no doubt about them', () => {
    const minutes = JSON.stringify(reviewDraft('minutes', DRAFT_FACTS));
    for (const words of ['Bruno (astenuto)', 'conflitto: ', 'Con quale atto?', 'senza risposta'])
      expect(minutes).toContain(words);
    const report = JSON.stringify(reviewDraft('report', DRAFT_FACTS));
    for (const words of ['Rendiconto', '95 %', 'art. 14', 'con una conclusione: 2 su 3'])
      expect(report).toContain(words);
    expect(report).toContain('["È conforme","–","senza conclusione",""]');
  });

  it.each(DRAFTS)(
    '%s names the Relazione it is about: the act that adopted it, its snapshot and its hash',
    (name) => {
      const text = JSON.stringify(reviewDraft(name, DRAFT_FACTS));
      expect(text).toContain('È stata adottata con G.C. n. 48 del 3/5/2024.');
      expect(text).toContain(`istantanea n. 2, impronta dei dati (SHA-256): ${'ab'.repeat(32)}`);
      const draft = JSON.stringify(reviewDraft(name, { ...DRAFT_FACTS, adopted: null, examined: null }));
      expect(draft).not.toMatch(/adottata|impronta dei dati/);
    },
  );

  it('without an outcome leaves its line to fill in', () => {
    expect(JSON.stringify(reviewDraft('validation', { ...DRAFT_FACTS, outcome: null }))).toContain(
      'L’esito non è ancora registrato',
    );
  });
});
