/** How an annex is printed: layout, words of the labels, places and notations of numbers and weights. */

export type Field =
  | 'sector'
  | 'owner'
  | 'number'
  | 'title'
  | 'description'
  | 'weight'
  | 'indicator'
  | 'target'
  | 'times'
  | 'phases'
  | 'result'
  | 'notes'
  /** Two fields that a reader of plans has no use for. */
  | 'mission'
  | 'people';

/** The layouts of the contract's issue: (a) to (g); (e) and (f) are those of a table or a card. */
export type AnnexLayout = 'table' | 'cards' | 'months' | 'narrative' | 'report';

export interface Style {
  readonly layout: AnnexLayout;
  readonly labels: Readonly<Partial<Record<Field, string>>>;
  /** Columns of a table or fields of a card, in their order. */
  readonly fields: readonly Field[];
  /** Relative widths of the columns, in the order of `fields`; 3 unless said. */
  readonly widths?: readonly number[];
  /** `{n}` is the number; in a column of its own or before the title. */
  readonly number: string;
  /** What stands between number and title when both are in one place. */
  readonly numberJoin?: string;
  /** `{w}` is the weight. */
  readonly weight: string;
  /** What stands before a weight that is printed in the title's place; `null`: it has its own field. */
  readonly weightInTitle?: string;
  readonly upperTitles?: boolean;
  readonly sectorPlace: 'heading' | 'column' | 'merged' | 'row' | 'sheet';
  /** `{s}` is the sector's name, `{o}` its owner. */
  readonly sectorLine: string;
  /** `{o}` is the owner; `null`: in a field of each objective, or nowhere. */
  readonly ownerLine: string | null;
  /** Shared objectives: a section for all, or repeated in each sector with `sharedNumber` for `number`. */
  readonly sharedPlace?: 'section' | 'repeated';
  readonly sharedHeading?: string;
  readonly sharedNumber?: string;
  /** `{s}` and `{w}`: the weight of a shared objective when it differs, one for each sector. */
  readonly sharedWeight?: string;
  readonly total?: string;
  /** Cards: a table of 2 or 4 columns, or paragraphs "label: value" (or the label on its own line). */
  readonly card?: 'two' | 'four' | 'paragraphs' | 'label-lines';
  /** Cards: a heading before each, `{n}` its number, which then stands nowhere else. */
  readonly cardHeading?: string;
  /** Cards as tables: number and title in a first row over all columns. */
  readonly cardTitleRow?: boolean;
  /** Cards of four columns: indicators and values as a little table. */
  readonly indicatorGrid?: boolean;
  /** A head over those of the months. */
  readonly monthsTitle?: string;
  /** Heads of the columns of months or of quarters, and the mark under them. */
  readonly months?: readonly string[];
  readonly mark?: string;
  /** How several indicators stand in a place: in one paragraph, one a paragraph, or one row each. */
  readonly clauses: 'joined' | 'paragraphs' | 'dashes' | 'rows';
  readonly borders: boolean;
  readonly landscape: boolean;
  readonly front: readonly FrontPart[];
  readonly header?: string;
  readonly footer?: string;
  /** Lines after the last objective. */
  readonly closing?: readonly string[];
  /** Workbook: one sheet a sector; percentages and days as real numbers and dates. */
  readonly sheetPerSector?: boolean;
  readonly typedCells?: boolean;
  /** Text: Windows-1252 instead of UTF-8; hyphens in narrow cells. */
  readonly windows1252?: boolean;
  readonly hyphens?: boolean;
  /** Straight apostrophes become typographic. */
  readonly curly?: boolean;
  /** Sectors follow on the same page. */
  readonly runOn?: boolean;
  /** A line after every sector's objectives. */
  readonly sectorNote?: string;
}

export type FrontPart =
  | 'cover'
  | 'index'
  | 'recitals'
  | 'method'
  | 'tree'
  | 'scores'
  | 'resources'
  | 'monitoring';
