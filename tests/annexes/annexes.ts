/** Every annex of every invented town, as a file with what the plan compiler should print of it. */
import type { PlanDocument } from '../../domain/plan/plan-document.js';
import { openChromium } from '../browser/chromium.js';
import type { AnnexFormat, TownDescription } from './description.js';
import { makeDocument } from './make-document.js';
import { type ResolvedTown, resolveTown } from './resolved.js';
import type { AnnexLayout } from './style.js';
import { drawnAnnex } from './towns/drawn-annex.js';
import { TOWNS } from './towns/towns.js';
import { truthOf } from './truth.js';
import { writeDocx } from './writers/docx-writer.js';
import { printInBrowser } from './writers/html-writer.js';
import { writeText } from './writers/text-writer.js';
import { writeTypst } from './writers/typst-writer.js';
import { windows1252 } from './writers/windows-1252.js';
import { writeXlsx } from './writers/xlsx-writer.js';

export interface Annex {
  readonly id: string;
  readonly town: string;
  readonly layout: AnnexLayout;
  readonly format: AnnexFormat;
  readonly fileName: string;
  readonly truth: PlanDocument;
  /** The file; made anew at each call. Those of the browser take a second. */
  bytes(): Promise<Uint8Array>;
}

const EXTENSIONS: Readonly<Record<AnnexFormat, string>> = {
  docx: 'docx',
  pdf: 'pdf',
  'pdf-browser': 'pdf',
  xlsx: 'xlsx',
  text: 'txt',
  'text-aligned': 'txt',
};

const isFormat = (name: string): name is AnnexFormat => name in EXTENSIONS;

/** All of them, in the same order and with the same contents at each call. */
export function* annexes(): Iterable<Annex> {
  for (const town of TOWNS) {
    for (const format of Object.keys(town.formats)) if (isFormat(format)) yield annexOf(town, format);
  }
}

/** `count` annexes drawn by chance from a seed on, one file each: of what no town was written down. */
export function* drawnAnnexes(first: number, count: number): Iterable<Annex> {
  for (let seed = first; seed < first + count; seed += 1) {
    const { town, format } = drawnAnnex(seed);
    yield annexOf(town, format);
  }
}

function annexOf(town: TownDescription, format: AnnexFormat): Annex {
  const resolved = resolveTown(town, { ...town.style, ...town.formats[format] });
  const about = {
    id: `${town.id}-${format}`,
    town: town.id,
    layout: resolved.style.layout,
    format,
    fileName: `${town.id}-${format}.${EXTENSIONS[format]}`,
  };
  if (format === 'text' || format === 'text-aligned') {
    const { text, lines } = writeText(makeDocument(resolved), {
      aligned: format === 'text-aligned',
      hyphens: resolved.style.hyphens === true,
    });
    const bytes = resolved.style.windows1252 === true ? windows1252(text) : new TextEncoder().encode(text);
    const truth = truthOf(resolved, (mark) => lines.get(mark) ?? null);
    return { ...about, truth, bytes: () => Promise.resolve(bytes) };
  }
  return { ...about, truth: truthOf(resolved, null), bytes: () => written(resolved, format) };
}

async function written(
  resolved: ResolvedTown,
  format: 'docx' | 'pdf' | 'pdf-browser' | 'xlsx',
): Promise<Uint8Array> {
  const document = makeDocument(resolved);
  switch (format) {
    case 'docx':
      return writeDocx(document);
    case 'xlsx':
      return writeXlsx(document, {
        sheetPerSector: resolved.style.sheetPerSector === true,
        typedCells: resolved.style.typedCells === true,
      });
    case 'pdf':
      return writeTypst(document);
    case 'pdf-browser': {
      const browser = await openChromium();
      try {
        return await printInBrowser(document, browser);
      } finally {
        await browser.close();
      }
    }
    default:
      throw new Error(`no format: ${format satisfies never}`);
  }
}
