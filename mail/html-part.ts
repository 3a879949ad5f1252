/**
 * The HTML part: one column of at most 600 px, tables for layout only, headings in order, no images,
 * buttons that are links with words. What comes from outside is escaped by hono/html. Without blanks
 * between tags: every byte is stored, and sent.
 */
import { html } from 'hono/html';
import { STYLE_SHEET, STYLES } from './html-style.js';
import type { MailDocument, MailFact, MailGroup, MailItem, MailSection, Tone } from './mail-document.js';
import { linkPlaceholder } from './placeholders.js';
import { unglued } from './wrap-text.js';

/** Nothing in it is waited for, so it is never a promise. */
type Markup = ReturnType<typeof html>;

/** A whole document, with placeholders for its links. */
export const renderHtml = (document: MailDocument): string =>
  `<!DOCTYPE html>\n${unglued(String(page(document)))}\n`;

/** Opening tags that are the same in every mail, written once. */
const TABLE = html`<table role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0"`;
const META = html`<meta charset="utf-8"/><meta name="viewport" content="width=device-width, initial-scale=1"/>`;
const SCHEMES = html`<meta name="color-scheme" content="light dark"/><meta name="supported-color-schemes" content="light dark"/>`;
const SHEET = html`<style>${STYLE_SHEET}</style>`;
const GROUND = html`<body class="page" style="${STYLES.page}"><main>${TABLE} class="page" style="${STYLES.ground}">`;
const CARD = html`<tr><td align="center" style="padding:16px 8px">${TABLE} class="card" style="${STYLES.card}">`;
const CELL = html`<tr><td class="pad text" style="${STYLES.cell}">`;
const TOWN = html`<p class="muted" style="${`${STYLES.fact};${STYLES.muted}`}">`;
const TITLE = html`<h1 style="${STYLES.title}">`;
const FOOTER = html`<div class="rule muted" style="${STYLES.footer}">`;
const FOOTER_LINE = html`<p style="${STYLES.footerLine}">`;
const END = html`</td></tr></table></td></tr></table></main></body></html>`;

function page({ town, title, sections, footer }: MailDocument): Markup {
  const head = html`<head>${META}${SCHEMES}<title>${`${title} – ${town}`}</title>${SHEET}</head>`;
  const top = html`${TOWN}${town}</p>${TITLE}${title}</h1>`;
  const bottom = html`${FOOTER}${footer.map((line) => html`${FOOTER_LINE}${line}</p>`)}</div>`;
  return html`<html lang="it">${head}${GROUND}${CARD}${CELL}${top}${sections.map(section)}${bottom}${END}`;
}

const SECTION = html`<h2 class="rule" style="${STYLES.section}">`;
const PARAGRAPH = html`<p style="${STYLES.paragraph}">`;

function section({ heading, paragraphs, groups }: MailSection): Markup {
  const title = heading === null ? null : html`${SECTION}${heading}</h2>`;
  const said = paragraphs.map((paragraph) => html`${PARAGRAPH}${paragraph}</p>`);
  return html`<div>${title}${said}${groups.map((one) => group(one, heading === null ? 2 : 3))}</div>`;
}

const GROUP: Readonly<Record<Tone, Markup>> = {
  late: attributesOf('late'),
  today: attributesOf('today'),
  soon: attributesOf('soon'),
  mayor: attributesOf('mayor'),
  plain: attributesOf('plain'),
};
const LIST = html`<ul style="${STYLES.list}">`;
const ROW = html`<li style="${STYLES.fact}">`;

function attributesOf(tone: Tone): Markup {
  return html` class="tone-${tone}" style="${STYLES.group(tone)}"`;
}

function group({ heading, tone, items, rows }: MailGroup, level: 2 | 3): Markup {
  const tag = level === 2 ? 'h2' : 'h3';
  const list = rows.length === 0 ? null : html`${LIST}${rows.map((row) => html`${ROW}${row}</li>`)}</ul>`;
  const listed = items.map((one, index) => item(one, level, index === 0));
  return html`<div><${tag}${GROUP[tone]}>${heading}</${tag}>${list}${listed}</div>`;
}

const ITEM = html`<div class="rule" style="${STYLES.item}">`;
const NEXT_ITEM = html`<div class="rule" style="${STYLES.nextItem}">`;
const ITEM_TITLE = html` style="${STYLES.itemTitle}"`;
const ACTION = html`<p style="${STYLES.action}">`;
const BUTTON = { class: 'button', style: html`${STYLES.button}` } as const;
const QUIET = { class: 'quiet', style: html`${STYLES.quiet}` } as const;

function item({ title, facts, action }: MailItem, level: 2 | 3, isFirst: boolean): Markup {
  const tag = level === 2 ? 'h3' : 'h4';
  const told = html`<${tag}${ITEM_TITLE}>${title}</${tag}>${facts.map(fact)}`;
  return html`${isFirst ? ITEM : NEXT_ITEM}${told}${action === null ? null : button(action, title)}</div>`;
}

function button({ label, link, quiet }: NonNullable<MailItem['action']>, title: string): Markup {
  const look = quiet ? QUIET : BUTTON;
  const named = html`class="${look.class}" aria-label="${`${label} – ${title}`}" style="${look.style}"`;
  return html`${ACTION}<a href="${linkPlaceholder(link)}" ${named}>${label}</a></p>`;
}

const FACT = html`<p style="${STYLES.fact}"><span class="muted" style="${STYLES.muted}">`;

const fact = ({ label, value, strong }: MailFact): Markup =>
  html`${FACT}${`${label}:`}</span> ${strong === true ? html`<b>${value}</b>` : value}</p>`;
