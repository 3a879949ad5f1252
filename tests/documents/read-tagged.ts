/** A PDF as a screen reader has it. */
import { expect } from 'vitest';
import { openPdf } from '../../documents/pdf/pdf-engine.js';

interface Node {
  readonly role?: string;
  readonly children?: readonly Node[];
}

/** What a screen reader goes by: the words, the language, the roles of the structure tree. */
export async function readTagged(bytes: Uint8Array) {
  const pdf = await openPdf(bytes);
  const roles = new Map<string, number>();
  const count = ({ role, children = [] }: Node): void => {
    if (role !== undefined) roles.set(role, (roles.get(role) ?? 0) + 1);
    for (const child of children) count(child);
  };
  let text = '';
  for (let number = 1; number <= pdf.numPages; number++) {
    const page = await pdf.getPage(number);
    const { items, lang } = await page.getTextContent();
    text += ` ${items.map((item) => ('str' in item ? item.str : '')).join(' ')}`;
    expect(lang).toBe('it-IT');
    count((await page.getStructTree()) as Node);
  }
  const { info } = (await pdf.getMetadata()) as { info: { Title?: string } };
  const marked = await pdf.getMarkInfo();
  return { text: text.replace(/\s+/g, ' '), roles, title: info.Title, marked, pages: pdf.numPages };
}
