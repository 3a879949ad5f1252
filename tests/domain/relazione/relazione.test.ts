/** What a Relazione tells in its two versions, and what only one of them may. */
import { describe, expect, it } from 'vitest';
import { points } from '../../../domain/plan/points.js';
import { relazione } from '../../../domain/relazione/build-relazione.js';
import type { ObjectiveFact } from '../../../domain/relazione/objective-facts.js';
import type { RelazioneFacts } from '../../../domain/relazione/relazione-facts.js';
import { facts, objective, on, phase, reason } from './small-facts.js';

const only = (fact: ObjectiveFact, version: 'internal' | 'publication' = 'internal') =>
  relazione(facts([fact]), version).sectors[0]?.objectives[0];

describe('totals', () => {
  const total = (objectives: readonly ObjectiveFact[], more: Partial<RelazioneFacts> = {}) => {
    const { total: told, totalFraction } = relazione(facts(objectives, more), 'internal').sectors[0] ?? {};
    return [told, totalFraction];
  };

  it.each([
    [[100, 100], '100.00'],
    [[33.3333, 0], '16.66665'],
    [[66.6667, 100], '83.33335'],
  ] as const)('degrees %j on 50 and 50 points make exactly %s', ([a, b], expected) => {
    expect(total([objective('a', 50, a), objective('b', 50, b)])).toEqual([expected, null]);
  });

  it('a third of a point is told as a fraction too, where no decimal is exact', () => {
    const away = { is: 'not-assessable', reason: 'x' } as const;
    const three = [
      objective('a', 10, 100),
      objective('b', 20, 0),
      objective('c', 70, null, { decided: away }),
    ];
    expect(total(three)).toEqual(['33.3333', '100/3']);
  });

  it('is null while one objective is not decided or waits for a figure', () => {
    expect(total([objective('a', 50, 100), objective('b', 50, null)])).toEqual([null, null]);
    const waiting = { is: 'waiting', for: 'rendiconto', until: null } as const;
    expect(total([objective('a', 50, 100), objective('b', 50, null, { decided: waiting })])).toEqual([
      null,
      null,
    ]);
  });

  it('a plan without weights counts all alike, and its objectives have none', () => {
    const unweighed = (title: string, reached: number) => objective(title, 0, reached, { weight: null });
    const scoring = { scale: 'none', redistribution: 'sector' } as const;
    const [sector] = relazione(
      facts([unweighed('a', 100), unweighed('b', 50)], { scoring }),
      'internal',
    ).sectors;
    expect([sector?.total, sector?.objectives[0]?.weight]).toEqual(['75.00', null]);
  });

  it('what cannot be assessed gives its weight away: 12 and 48 of 60 become 20 and 80 of 100', () => {
    const away = { is: 'not-assessable', reason: 'sospeso per legge' } as const;
    const three = [
      objective('a', 12, 50),
      objective('b', 48, 100),
      objective('c', 40, null, { decided: away }),
    ];
    const [sector] = relazione(facts(three), 'internal').sectors;
    expect(sector?.objectives.map(({ counts, brings, outcome }) => [counts, brings, outcome])).toEqual([
      ['20', '10.00', 'degree'],
      ['80', '80.00', 'degree'],
      [null, null, 'not-assessable'],
    ]);
  });
});

describe('the version for publication', () => {
  const full = facts(
    [
      objective('Alfa', 40, 50, {
        reason: reason('PERCHÉ INTERNO', null),
        evidence: [
          {
            description: 'Verbale di consegna',
            on: on('2023-10-27'),
            file: { name: 'SEGRETO.pdf', sha256: 'ab'.repeat(32) },
          },
        ],
      }),
      objective('Beta', 30, 80, { reason: reason('TESTO INTERO', 'testo riletto', { exOfficio: true }) }),
      objective('Gamma', 20, null, {
        decided: { is: 'waiting', for: 'FIGURA ATTESA', until: on('2024-06-30') },
      }),
      objective('Delta', 10, 100),
    ],
    {
      monitoring: [
        {
          ...{ title: 'Primo', referenceOn: on('2023-06-30'), due: on('2023-07-31') },
          sectors: [{ sector: 'Uno', due: on('2023-07-31'), transmittedOn: on('2023-08-03'), returns: 1 }],
        },
      ],
    },
  );
  const published = relazione(full, 'publication');
  const text = JSON.stringify(published);

  it.each(['PERCHÉ INTERNO', 'TESTO INTERO', 'SEGRETO.pdf', 'abababab', '2023-10-27', 'FIGURA ATTESA'])(
    'does not hold «%s», which the internal one does',
    (hidden) => {
      expect(text).not.toContain(hidden);
      expect(JSON.stringify(relazione(full, 'internal'))).toContain(hidden);
    },
  );

  it.each([
    'total',
    'totalFraction',
    'brings',
    'counts',
    'file',
    'exOfficio',
    'by',
    'waitingFor',
    'transmittedOn',
  ])('has no member "%s"', (member) => {
    expect(text).not.toContain(`"${member}":`);
    expect(JSON.stringify(relazione(full, 'internal'))).toContain(`"${member}":`);
  });

  it('has the words that the RPCT released, and says where a reason is withheld', () => {
    const [alfa, beta, gamma, delta] = published.sectors[0]?.objectives ?? [];
    expect([alfa?.reason, alfa?.reasonWithheld]).toEqual([null, true]);
    expect([beta?.reason, beta?.reasonWithheld]).toEqual([{ text: 'testo riletto' }, false]);
    expect([gamma?.outcome, gamma?.waitingUntil, gamma?.reasonWithheld]).toEqual([
      'waiting',
      '2024-06-30',
      false,
    ]);
    expect(delta?.reasonWithheld).toBe(false);
  });

  it('tells evidence by its description, and monitoring by numbers, not by sector', () => {
    expect(published.evidence).toEqual([
      { number: 1, sector: 'Uno', objective: 'Alfa', description: 'Verbale di consegna' },
    ]);
    expect(published.monitoring).toEqual([
      { title: 'Primo', referenceOn: '2023-06-30', due: '2023-07-31', asked: 1, transmitted: 1, late: 1 },
    ]);
  });

  it('shows totals where the town has chosen so', () => {
    const told = relazione(facts([objective('a', 100, 83)], { publishesTotals: true }), 'publication');
    expect(told.sectors[0]?.total).toBe('83.00');
  });
});

it('a phase of a version that was replaced is gone, one waived stays, one late says by how many days', () => {
  const phases = [
    phase('2023-06-30', '2023-07-05'),
    phase('2023-06-30', null, { state: 'superseded' }),
    phase('2023-09-30', null, { state: 'waived' }),
    phase(null, '2023-12-01'),
  ];
  expect(
    only(objective('a', 1, 100, { phases }))?.phases.map(({ state, term, daysLate }) => [
      state,
      term,
      daysLate,
    ]),
  ).toEqual([
    ['done', 'date', 5],
    ['waived', 'date', 0],
    ['done', 'external', 0],
  ]);
});

it('an objective that two sectors share stands once among those of structure, with its weight and degree in each', () => {
  const shared = (weight: number, reached: number) =>
    objective('Comune', weight, reached, { id: 'x', number: '1', shared: true });
  const sectors = [
    { name: 'Uno', objectives: [shared(10, 95)] },
    { name: 'Due', objectives: [shared(20, 90)] },
  ];
  const { structureObjectives, summary } = relazione(facts([], { sectors }), 'internal');
  expect(
    structureObjectives.map(({ sectors: all }) => all.map((one) => [one.sector, one.weight, one.degree])),
  ).toEqual([
    [
      ['Uno', '10', '95'],
      ['Due', '20', '90'],
    ],
  ]);
  expect([summary.objectives, summary.structure, summary.partial]).toEqual([1, 1, 1]);
});

it('the timeline is by day, an act of a step is told once, what is late and not done counts to the day of the facts', () => {
  const act = { organ: 'giunta', number: '48', date: on('2024-05-03') } as const;
  const step = { round: 1, outcome: null, act: null, rule: null, on: null, due: null } as const;
  const { timeline } = relazione(
    facts([], {
      acts: [
        { ...act, subject: 'Relazione', protocol: null },
        { ...act, number: '1', date: on('2023-01-16'), subject: 'PEG', protocol: null },
      ],
      steps: [
        { ...step, step: 'approval', due: on('2024-04-30'), on: on('2024-05-03'), act },
        { ...step, step: 'validation', due: on('2024-04-23') },
        { ...step, step: 'publication', round: 2, due: on('2024-06-01') },
      ],
    }),
    'internal',
  );
  expect(timeline.map(({ title, act: cited, daysLate }) => [title, cited, daysLate])).toEqual([
    ['PEG', 'G.C. n. 1 del 16/1/2023', 0],
    ['Validazione', null, 10],
    ['Approvazione della Relazione', 'G.C. n. 48 del 3/5/2024', 3],
    ['Pubblicazione (n. 2)', null, 0],
  ]);
});

it('weights of a ten-thousandth and degrees of four decimals lose nothing', () => {
  const one = only(objective('a', 0.0001, 66.6667, { weight: points(0.0001) }));
  expect([one?.weight, one?.degree, one?.brings]).toEqual(['0.0001', '66.6667', '0.0000666667']);
});

it('the same facts make the same Relazione, and neither changes them', () => {
  const given = facts([objective('a', 100, 50, { reason: reason('perché', null) })]);
  const before = JSON.stringify(given);
  expect(JSON.stringify(relazione(given, 'internal'))).toBe(
    JSON.stringify(relazione(structuredClone(given), 'internal')),
  );
  relazione(given, 'publication');
  expect(JSON.stringify(given)).toBe(before);
});
