/** The document of a Relazione: it tells what the Relazione holds, in order, and nothing else. */
import { describe, expect, it } from 'vitest';
import type {
  PrintedBlock,
  PrintedDocument,
  PrintedSection,
  PrintedTable,
} from '../../../domain/printed-document/printed-document.js';
import { relazione } from '../../../domain/relazione/build-relazione.js';
import { evidenceSection } from '../../../domain/relazione/evidence-section.js';
import type { RelazioneVersion } from '../../../domain/relazione/relazione.js';
import { madeAtOf, relazioneDocument } from '../../../domain/relazione/relazione-document.js';
import type { RelazioneFacts } from '../../../domain/relazione/relazione-facts.js';
import { textBlocks } from '../../../domain/relazione/text-blocks.js';
import { exampleRelazioneFacts } from '../../../embedded/example-relazione.js';
import { ROWS } from './report-2023.js';
import { facts, objective, on, phase, reason } from './small-facts.js';

const printed = (given: RelazioneFacts, version: RelazioneVersion = 'internal'): PrintedDocument =>
  relazioneDocument(relazione(given, version));
const everySection = (sections: readonly PrintedSection[]): readonly PrintedSection[] =>
  sections.flatMap((one) => [one, ...everySection(one.sections ?? [])]);
const blocksOf = ({ sections, lead }: PrintedDocument): readonly PrintedBlock[] => [
  ...lead,
  ...everySection(sections).flatMap(({ blocks }) => blocks),
];
const tablesOf = (document: PrintedDocument): readonly PrintedTable[] =>
  blocksOf(document).flatMap((block) => (block.kind === 'table' ? [block.table] : []));
const tableOf = (document: PrintedDocument, caption: string): PrintedTable => {
  const found = tablesOf(document).find((one) => one.caption === caption);
  if (found === undefined) throw new Error(`no table "${caption}"`);
  return found;
};

describe('of the example', () => {
  it('has its sections in the order in which they are read', async () => {
    const { sections, title, subtitle } = printed(await exampleRelazioneFacts());
    expect(title).toBe('Relazione sulla performance 2023');
    expect(subtitle).toBe('Comune di Caluso. Versione interna, come risulta venerdì 3 maggio 2024.');
    expect(sections.map(({ heading }) => heading)).toEqual([
      ...['Presentazione', 'In sintesi', 'Contesto e risorse', 'Albero della performance'],
      ...['Obiettivi di struttura', 'Obiettivi e risultati di ogni settore', 'Variazioni del piano'],
      ...['Monitoraggio', 'Atti e termini dell’anno', 'Riscontri', 'Come si legge'],
    ]);
  });

  it('prints every objective with its weight and degree as figures, and the total of each sector', async () => {
    const document = printed(await exampleRelazioneFacts());
    const tables = tablesOf(document).filter(({ caption }) => caption.endsWith('obiettivi e risultati'));
    expect(tables.flatMap(({ rows }) => rows.map((row) => [row[1], row[3]]))).toEqual(
      ROWS.map(({ weight, degree }) => [Number(weight), Number(degree)]),
    );
    expect(tables.map(({ total }) => total?.at(-1))).toEqual(['83,00', '98,75', '99,50', '99,50', '91,50']);
  });

  it.each(['internal', 'publication'] as const)(
    '%s: each row has a cell a column, captions are unlike, widths make 100',
    async (version) => {
      const tables = tablesOf(printed(await exampleRelazioneFacts(), version));
      expect(tables.length).toBeGreaterThan(20);
      for (const { caption, columns, rows, total } of tables) {
        expect([caption, columns.reduce((sum, { share }) => sum + share, 0)]).toEqual([caption, 100]);
        for (const row of [...rows, ...(total === undefined ? [] : [total])])
          expect(row).toHaveLength(columns.length);
      }
      expect(new Set(tables.map(({ caption }) => caption)).size).toBe(tables.length);
    },
  );

  it('day, file and its hash stand where something was filed, and are no empty columns elsewhere', async () => {
    const whole = relazione(await exampleRelazioneFacts(), 'internal');
    const [first] = whole.sectors;
    const evidence = whole.evidence.map((one) =>
      one.sector === first?.name ? { ...one, on: null, file: null } : one,
    );
    const sections = evidenceSection({ ...whole, evidence }).blocks;
    const tables = sections.flatMap((block) => (block.kind === 'table' ? [block.table] : []));
    expect(tables.map(({ columns }) => columns.length)).toEqual([3, 6, 6, 6]);
    for (const { columns, rows } of tables) for (const row of rows) expect(row).toHaveLength(columns.length);
  });

  it('published, has no points, no total, no hash, no name of a file, and one reason that is not told', async () => {
    const words = JSON.stringify(printed(await exampleRelazioneFacts(), 'publication'));
    for (const hidden of [
      'Punti',
      'Totale',
      '83,00',
      'SHA-256',
      '.pdf',
      'Responsabile, ',
      'RPCT',
      "d'ufficio",
    ])
      expect(words).not.toContain(hidden);
    expect(words.split('Motivazione non pubblicata')).toHaveLength(2);
    expect(words).toContain('domande dei volontari');
    expect(words).not.toContain('nuovo programma di protocollo');
  });
});

it("uses the town's own words for sector, evaluator and secretary", () => {
  const written = reason('perché', null, { by: { role: 'secretary' }, exOfficio: true });
  const steps = [
    { step: 'transmission', round: 1, due: null, on: null, outcome: null, act: null, rule: null },
  ] as const;
  const words = JSON.stringify(printed(facts([objective('a', 100, 50, { reason: written })], { steps })));
  for (const said of [
    'Area Uno',
    'di ogni area',
    'Trasmissione della Relazione (OIV)',
    "Segretario generale, d'ufficio",
  ])
    expect(words).toContain(said);
  expect(words).not.toContain('ettore');
});

it('a plan without objectives of structure does not speak of them', () => {
  const { sections } = printed(facts([objective('a', 100, 50)]));
  const [summary] = sections.filter(({ heading }) => heading === 'In sintesi');
  expect(JSON.stringify(summary?.blocks[0])).toContain('["Obiettivi","1"]');
});

it('a reason that nobody wrote, a figure that is waited for and a degree not decided are said in words', () => {
  const decided = { is: 'waiting', for: 'rendiconto', until: on('2024-04-30') } as const;
  const away = { is: 'not-assessable', reason: 'x' } as const;
  const document = printed(
    facts([
      objective('a', 25, 50),
      objective('b', 25, null),
      objective('c', 25, null, { decided }),
      objective('d', 25, null, { decided: away, reason: reason('sospeso per legge', null) }),
    ]),
  );
  expect(tableOf(document, 'Uno: perché il grado non è pieno').rows).toEqual([
    ['a', 50, 'Nessuna motivazione registrata'],
    ['b', 'Non ancora deciso', 'Non ancora deciso'],
    ['c', 'In attesa del dato', 'In attesa del dato: rendiconto, fino al 30/04/2024'],
    [
      ...['d', 'Non valutabile (peso ridistribuito)'],
      'sospeso per legge\n(Responsabile, 10/02/2024. Non rilasciata dal RPCT.)',
    ],
  ]);
  expect(tableOf(document, 'Uno: obiettivi e risultati').total?.at(-1)).toBe('Non tutto è deciso');
});

it('what an objective counts for stands beside its weight where others left it theirs', () => {
  const decided = { is: 'not-assessable', reason: 'x' } as const;
  const table = tableOf(
    printed(facts([objective('a', 12, 50), objective('b', 48, 100), objective('c', 40, null, { decided })])),
    'Uno: obiettivi e risultati',
  );
  expect(table.rows.map((row) => row[1])).toEqual(['12 (conta 20)', '48 (conta 80)', 40]);
  expect([table.total?.at(0), table.total?.at(-1)]).toEqual(['Totale, su 100', '90,00']);
});

it.each([
  [null, 'Rendiconto', 'Rendiconto'],
  ['4', 'Rendiconto', '4. Rendiconto'],
  ['4', '\u0007 ', '4. Senza titolo'],
])(
  'an objective of structure numbered %j and titled %j is under the heading "%s"',
  (number, title, heading) => {
    const document = printed(facts([objective(title, 100, 100, { number, shared: true })]));
    const structure = document.sections.find((one) => one.heading === 'Obiettivi di struttura');
    expect(structure?.sections?.map((one) => one.heading)).toEqual([heading]);
  },
);

it('terms that recur are one row: 2 of 3 done, one 4 days late', () => {
  const monthly = { phrase: 'mensile', recurrence: 'r' };
  const phases = [
    phase('2023-01-31', '2023-02-04', monthly),
    phase('2023-02-28', '2023-02-28', monthly),
    phase('2023-03-31', null, monthly),
    phase(null, '2023-12-01'),
  ];
  expect(tableOf(printed(facts([objective('a', 100, 100, { phases })])), 'Uno: termini e fasi').rows).toEqual(
    [
      ['a', 'entro i termini del decreto', 'Termine esterno', '01/12/2023', 'Conclusa'],
      [
        ...['a', 'mensile', '31/01/2023\n28/02/2023\n31/03/2023', '04/02/2023\n28/02/2023\n–'],
        '2 su 3; 1 dopo il termine, di 4 giorni',
      ],
    ],
  );
});

it('corrections stand apart from variations, with what each changed and what is marked about it', () => {
  const shared = { effectiveFrom: on('2023-11-07'), reason: 'perché' };
  const act = { organ: 'giunta', number: '106', date: on('2023-11-07') } as const;
  const variations = [
    { ...shared, kind: 'variation', act, effects: ['peso: 10 → 5'], flags: ['Variazione tardiva'] },
    { ...shared, kind: 'correction', act: null, effects: [], flags: [] },
  ] as const;
  const document = printed(facts([], { variations }));
  expect(tableOf(document, 'Variazioni dell’anno').rows).toEqual([
    ['G.C. n. 106 del 7/11/2023', { day: '2023-11-07' }, 'perché', 'peso: 10 → 5\nVariazione tardiva'],
  ]);
  expect(tableOf(document, 'Correzioni di errore materiale').rows).toEqual([
    ['Senza atto', { day: '2023-11-07' }, 'perché', 'Il dettaglio non è registrato'],
  ]);
});

it("a step that was late is followed by what the town's rules say of it", () => {
  const step = { step: 'adoption', round: 1, outcome: null, act: null, due: on('2024-04-30') } as const;
  const rule = 'il termine è dell’art. 9 del Sistema';
  const noted = (done: string) =>
    blocksOf(printed(facts([], { steps: [{ ...step, on: on(done), rule }] }))).filter(
      ({ kind }) => kind === 'note',
    );
  expect(noted('2024-05-03')).toEqual([{ kind: 'note', text: `Adozione della Relazione: ${rule}` }]);
  expect(noted('2024-04-30')).toEqual([]);
});

it.each([
  ['', []],
  [
    'uno\n\ndue',
    [
      ['text', 'uno'],
      ['text', 'due'],
    ],
  ],
  [
    'prima:\n- a\n- b\npoi',
    [
      ['text', 'prima:'],
      ['list', ['a', 'b']],
      ['text', 'poi'],
    ],
  ],
  [
    '- a\n\n- b',
    [
      ['list', ['a']],
      ['list', ['b']],
    ],
  ],
  ['10 - 3', [['text', '10 - 3']]],
])('the text %j is read as paragraphs and lists', (text, expected) => {
  const read = textBlocks(text).map((block) => [
    block.kind,
    block.kind === 'list' ? block.items : block.kind === 'text' ? block.text : '',
  ]);
  expect(read).toEqual(expected);
});

it('is stamped with the day of its facts, not with the hour at which it is printed', () => {
  expect(madeAtOf({ asOf: on('2024-05-03') })).toBe(Date.UTC(2024, 4, 3));
});
