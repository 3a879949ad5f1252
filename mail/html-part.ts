/**
 * The HTML part: one column of at most 600 px, tables for layout only, headings in order, no images,
 * buttons that are links with words. What comes from outside is escaped by `markup`. Without blanks
 * between tags: every byte is stored, and sent.
 */
import { STYLE_SHEET, STYLES } from './html-style.js';
import type { MailDocument, MailFact, MailGroup, MailItem, MailSection, Tone } from './mail-document.js';
import { type Markup, markup } from './markup.js';
import { linkPlaceholder } from './placeholders.js';
import { unglued } from './wrap-text.js';

/** A whole document, with placeholders for its links. */
export const renderHtml = (document: MailDocument): string =>
  `<!DOCTYPE html>\n${unglued(page(document).html)}\n`;

/** Opening tags that are the same in every mail, written once. */
const TABLE = markup`<table role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0"`;
const META = markup`<meta charset="utf-8"/><meta name="viewport" content="width=device-width, initial-scale=1"/>`;
const SCHEMES = markup`<meta name="color-scheme" content="light dark"/><meta name="supported-color-schemes" content="light dark"/>`;
const SHEET = markup`<style>${STYLE_SHEET}</style>`;
const GROUND = markup`<body class="page" style="${STYLES.page}"><main>${TABLE} class="page" style="${STYLES.ground}">`;
const CARD = markup`<tr><td align="center" style="padding:16px 8px">${TABLE} class="card" style="${STYLES.card}">`;
const CELL = markup`<tr><td class="pad text" style="${STYLES.cell}">`;
const TOWN = markup`<p class="muted" style="${`${STYLES.fact};${STYLES.muted}`}">`;
const TITLE = markup`<h1 style="${STYLES.title}">`;
const FOOTER = markup`<div class="rule muted" style="${STYLES.footer}">`;
const FOOTER_LINE = markup`<p style="${STYLES.footerLine}">`;
const END = markup`</td></tr></table></td></tr></table></main></body></html>`;

function page({ town, title, sections, footer }: MailDocument): Markup {
  const head = markup`<head>${META}${SCHEMES}<title>${`${title} – ${town}`}</title>${SHEET}</head>`;
  const top = markup`${TOWN}${town}</p>${TITLE}${title}</h1>`;
  const bottom = markup`${FOOTER}${footer.map((line) => markup`${FOOTER_LINE}${line}</p>`)}</div>`;
  return markup`<html lang="it">${head}${GROUND}${CARD}${CELL}${top}${sections.map(section)}${bottom}${END}`;
}

const SECTION = markup`<h2 class="rule" style="${STYLES.section}">`;
const PARAGRAPH = markup`<p style="${STYLES.paragraph}">`;

function section({ heading, paragraphs, groups }: MailSection): Markup {
  const title = heading === null ? null : markup`${SECTION}${heading}</h2>`;
  const said = paragraphs.map((paragraph) => markup`${PARAGRAPH}${paragraph}</p>`);
  return markup`<div>${title}${said}${groups.map((one) => group(one, heading === null ? 2 : 3))}</div>`;
}

const GROUP: Readonly<Record<Tone, Markup>> = {
  late: attributesOf('late'),
  today: attributesOf('today'),
  soon: attributesOf('soon'),
  mayor: attributesOf('mayor'),
  plain: attributesOf('plain'),
};
const LIST = markup`<ul style="${STYLES.list}">`;
const ROW = markup`<li style="${STYLES.fact}">`;

function attributesOf(tone: Tone): Markup {
  return markup` class="tone-${tone}" style="${STYLES.group(tone)}"`;
}

function group({ heading, tone, items, rows }: MailGroup, level: 2 | 3): Markup {
  const tag = level === 2 ? 'h2' : 'h3';
  const list = rows.length === 0 ? null : markup`${LIST}${rows.map((row) => markup`${ROW}${row}</li>`)}</ul>`;
  const listed = items.map((one, index) => item(one, level, index === 0));
  return markup`<div><${tag}${GROUP[tone]}>${heading}</${tag}>${list}${listed}</div>`;
}

const ITEM = markup`<div class="rule" style="${STYLES.item}">`;
const NEXT_ITEM = markup`<div class="rule" style="${STYLES.nextItem}">`;
const ITEM_TITLE = markup` style="${STYLES.itemTitle}"`;
const ACTION = markup`<p style="${STYLES.action}">`;
const BUTTON = { class: 'button', style: markup`${STYLES.button}` } as const;
const QUIET = { class: 'quiet', style: markup`${STYLES.quiet}` } as const;

function item({ title, facts, action }: MailItem, level: 2 | 3, isFirst: boolean): Markup {
  const tag = level === 2 ? 'h3' : 'h4';
  const told = markup`<${tag}${ITEM_TITLE}>${title}</${tag}>${facts.map(fact)}`;
  return markup`${isFirst ? ITEM : NEXT_ITEM}${told}${action === null ? null : button(action, title)}</div>`;
}

function button({ label, link, quiet }: NonNullable<MailItem['action']>, title: string): Markup {
  const look = quiet ? QUIET : BUTTON;
  const named = markup`class="${look.class}" aria-label="${`${label} – ${title}`}" style="${look.style}"`;
  return markup`${ACTION}<a href="${linkPlaceholder(link)}" ${named}>${label}</a></p>`;
}

const FACT = markup`<p style="${STYLES.fact}"><span class="muted" style="${STYLES.muted}">`;

const fact = ({ label, value, strong }: MailFact): Markup =>
  markup`${FACT}${`${label}:`}</span> ${strong === true ? markup`<b>${value}</b>` : value}</p>`;
