/** Documents to print: what people type, and a document with everything in it. */
import type {
  PrintedCell,
  PrintedDocument,
  PrintedSection,
} from '../../domain/printed-document/printed-document.js';

/** What it is, what was typed, what must be read back. */
export const HOSTILE: readonly (readonly [string, string, string])[] = [
  ['an emoji', 'fatto 👩‍👩‍👧‍👦 così', 'fatto 👩‍👩‍👧‍👦 così'],
  ['marks that turn the direction', 'pagato \u202e051 euro\u202c', 'pagato 051 euro'],
  ['Arabic with its own direction mark', 'العربية \u200f12', 'العربية \u200f12'],
  ['control characters', 'a\u0000b\u0007c\u001bd\u0085e', 'abcde'],
  ['half a surrogate pair', 'x\ud83dy', 'xy'],
  ['markup', '<script>alert("1")</script> & ]]>', '<script>alert("1")</script> & ]]>'],
  ['a formula', '=HYPERLINK("http://esempio.example";"apri")', '=HYPERLINK("http://esempio.example";"apri")'],
  ['a formula with a plus', '+1+cmd|calc', '+1+cmd|calc'],
  ['a formula with an at', '@SUM(1)', '@SUM(1)'],
  ['Typst', '#import "x": * $y$ @z <a> *b* _c_ \\ `d` // e', '#import "x": * $y$ @z <a> *b* _c_ \\ `d` // e'],
  ['5,000 characters', 'è'.repeat(5_000), 'è'.repeat(5_000)],
];

export const COLUMNS = [
  { title: 'Obiettivo', share: 40 },
  { title: 'Scostamento', share: 50 },
  { title: 'Quanti', share: 10, as: 'figure' },
] as const;

const objectives = (rows: readonly (readonly PrintedCell[])[], total?: readonly PrintedCell[]) =>
  ({
    kind: 'table',
    table: {
      ...{ caption: 'Obiettivi', columns: COLUMNS, rows, empty: 'Nessun obiettivo.' },
      ...(total === undefined ? {} : { total }),
    },
  }) as const;

/** One section with one table. */
export const printed = (rows: readonly (readonly PrintedCell[])[]): PrintedDocument => ({
  ...{ title: 'Relazione alla Giunta', subtitle: 'Comune di Prova', footer: 'Comune di Prova' },
  ...{ across: true, contents: false, lead: [] },
  sections: [
    {
      heading: 'In sintesi',
      blocks: [{ kind: 'text', text: 'Prima riga\nseconda riga' }, objectives(rows)],
    },
  ],
});

/** Every kind of block, three levels of headings, contents. */
export const whole = (sections: readonly PrintedSection[] = []): PrintedDocument => ({
  ...{ title: 'Relazione sulla performance 2023', subtitle: 'Comune di Prova', footer: 'Relazione 2023' },
  ...{ across: false, contents: true },
  lead: [
    { kind: 'note', text: 'Bozza.' },
    { kind: 'facts', facts: [['Impronta', 'ab'.repeat(32)]] },
  ],
  sections: [
    { heading: 'Presentazione', blocks: [{ kind: 'list', items: ['primo', 'secondo'] }] },
    {
      heading: 'Obiettivi',
      blocks: [],
      sections: [
        {
          heading: 'Settore Finanziario',
          blocks: [objectives([['Rendiconto', 'due\nrighe', 87.5]], ['Totale', '', 98.75])],
          sections: [{ heading: 'Nota', blocks: [{ kind: 'text', text: 'Uno.\n\nDue.' }] }],
        },
      ],
    },
    { heading: 'Firme', blocks: [{ kind: 'signatures', names: ['Il Segretario', 'Il Nucleo'] }] },
    ...sections,
  ],
});
