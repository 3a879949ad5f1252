/** The example town's report laid out as a grid, as a file of each format: the same words make the same plan. */
import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { readSource } from '../../../../documents/read-source.js';
import type { PlanDocument, PlanObjective } from '../../../../domain/plan/plan-document.js';
import { compilePlan } from '../../../../domain/reading/compile-plan.js';
import { type AnnexDocument, boldCell, cell, type DocumentCell } from '../../../annexes/annex-document.js';
import { writeDocx } from '../../../annexes/writers/docx-writer.js';
import { writeText } from '../../../annexes/writers/text-writer.js';
import { writeTypst } from '../../../annexes/writers/typst-writer.js';
import { writeXlsx } from '../../../annexes/writers/xlsx-writer.js';

const text = await readFile(new URL('./example-report.txt', import.meta.url), 'utf8');
const printed = await planOf(new TextEncoder().encode(text), 'relazione.txt');

async function planOf(bytes: Uint8Array, name: string): Promise<PlanDocument> {
  const read = await readSource(bytes, name);
  if (!read.ok) throw new Error(read.refusal);
  const compiled = compilePlan(read.source);
  if (!compiled.ok) throw new Error(compiled.refusal);
  return compiled.plan;
}

/** The row of an objective: its title with number and weight, one indicator a paragraph, the result. */
const rowOf = ({ number, title, weight, indicators, result }: PlanObjective): readonly DocumentCell[] => [
  cell(`${number === null ? '' : `Obiettivo di struttura ${number} – `}${title} – Peso ${weight}`),
  { text: indicators.map((one, at) => `${one.text}${at < indicators.length - 1 ? ';' : ''}`) },
  cell(result === undefined ? '' : `${result.value}%`),
];

const { sectors, document } = printed;
const HEADS = ['Obiettivo', 'Indicatore', 'Grado di raggiungimento'].map((head) => boldCell(head));
const annex: AnnexDocument = {
  landscape: true,
  header: null,
  footer: 'Pagina {p}',
  blocks: [
    { kind: 'line', text: `Allegato alla deliberazione ${document.act}` },
    { kind: 'line', text: '' },
    { kind: 'heading', level: 1, text: 'COMUNE DI CALUSO' },
    { kind: 'heading', level: 1, text: `RELAZIONE SULLA PERFORMANCE ANNO ${document.year}` },
    ...sectors.flatMap(({ name, objectives }) => [
      { kind: 'heading' as const, level: 2 as const, text: `SETTORE: ${name}` },
      {
        kind: 'table' as const,
        widths: [4, 8, 3],
        head: [HEADS],
        body: objectives.map(rowOf),
        borders: true,
      },
    ]),
  ],
};

/** Without the places, which differ from format to format; the town's name is printed in capitals here. */
const told = ({ document: { body, ...about }, sectors: all, lint }: PlanDocument): unknown =>
  JSON.parse(
    JSON.stringify({ about, body: body?.toLowerCase(), all, lint }, (key, value: unknown) =>
      ['sourceLine', 'sourceLines', 'line'].includes(key) ? undefined : value,
    ),
  );

describe("the example town's report", () => {
  it.each([
    ['text', 'txt', () => new TextEncoder().encode(writeText(annex, { aligned: true, hyphens: false }).text)],
    ['DOCX', 'docx', () => writeDocx(annex)],
    ['XLSX', 'xlsx', () => writeXlsx(annex, { sheetPerSector: false, typedCells: false })],
    ['PDF', 'pdf', () => writeTypst(annex)],
  ])('as %s has the plan of the published text', async (_, extension, write) => {
    expect(told(await planOf(await write(), `relazione.${extension}`))).toEqual(told(printed));
  });
});
