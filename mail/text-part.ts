/** The plain text part: at most 78 columns, each link alone on its line. */
import type { MailDocument, MailGroup, MailItem, MailSection } from './mail-document.js';
import { linkPlaceholder } from './placeholders.js';
import { unglued, wrap } from './wrap-text.js';

/** Ends with a line break. */
export function renderText(document: MailDocument): string {
  const count = { items: 0 };
  const blocks = [
    `${wrap(document.town)}\n${wrap(document.title)}`,
    ...document.sections.flatMap((section) => sectionBlocks(section, count)),
    `-- \n${document.footer.map((line) => wrap(line)).join('\n')}`,
  ];
  return `${blocks.join('\n\n')}\n`;
}

function sectionBlocks(section: MailSection, count: { items: number }): readonly string[] {
  const heading = section.heading === null ? [] : [underlined(section.heading, '=')];
  return [
    ...heading,
    ...section.paragraphs.map((paragraph) => wrap(paragraph)),
    ...section.groups.flatMap((group) => groupBlocks(group, count)),
  ];
}

/** Items are numbered through the whole mail. */
function groupBlocks(group: MailGroup, count: { items: number }): readonly string[] {
  const rows = group.rows.length === 0 ? [] : [group.rows.map((row) => wrap(row, '- ')).join('\n')];
  const items = group.items.map((item) => {
    count.items += 1;
    return itemBlock(item, `${count.items}. `);
  });
  return [underlined(group.heading, '-'), ...rows, ...items];
}

function itemBlock(item: MailItem, number: string): string {
  const blanks = ' '.repeat(number.length);
  const lines = [
    wrap(item.title, number),
    ...item.facts.map(({ label, value }) => wrap(`${label}: ${value}`, blanks, blanks.length + 2)),
  ];
  if (item.action !== null)
    lines.push(`${blanks}${item.action.label}\n${blanks}${linkPlaceholder(item.action.link)}`);
  return lines.join('\n');
}

/** A heading and a rule below it, as long as its longest line. */
function underlined(heading: string, rule: string): string {
  const wrapped = wrap(unglued(heading));
  const width = Math.max(...wrapped.split('\n').map((line) => [...line].length));
  return `${wrapped}\n${rule.repeat(width)}`;
}
