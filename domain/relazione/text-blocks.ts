/** A text of the town as blocks: paragraphs, and lists of the lines that begin with "- ". */
import { type PrintedBlock, paragraphsOf, said } from '../printed-document/printed-document.js';

const ITEM = /^\s*[-–•]\s+/;

export const textBlocks = (text: string | undefined): readonly PrintedBlock[] =>
  paragraphsOf(text ?? '').flatMap(blocksOf);

/** A paragraph may lead straight into its list, and go on after it. */
function blocksOf(paragraph: string): readonly PrintedBlock[] {
  const blocks: { readonly isList: boolean; readonly lines: string[] }[] = [];
  for (const line of paragraph.split('\n')) {
    const isList = ITEM.test(line);
    const last = blocks.at(-1);
    const words = line.replace(ITEM, '');
    if (last?.isList === isList) last.lines.push(words);
    else blocks.push({ isList, lines: [words] });
  }
  return blocks.map(({ isList, lines }) =>
    isList ? { kind: 'list', items: lines } : said(lines.join('\n')),
  );
}
