/**
 * Colours and measures of the HTML part. Every text has a contrast of at least 4.5:1 on its ground,
 * light and dark; inline styles are the light ones, the style sheet turns them for readers that ask
 * for dark.
 */
import type { Tone } from './mail-document.js';

/** Colours as `#rrggbb`. */
export interface Ground {
  readonly page: string;
  readonly card: string;
  readonly text: string;
  readonly muted: string;
  readonly rule: string;
  readonly button: string;
  readonly buttonText: string;
  readonly tones: Readonly<Record<Tone, string>>;
}

/** What inline styles say. */
export const LIGHT: Ground = {
  page: '#eef2f6',
  card: '#ffffff',
  text: '#17212b',
  muted: '#4d5b69',
  rule: '#d5dde5',
  button: '#0059b3',
  buttonText: '#ffffff',
  tones: { late: '#a61b1b', today: '#8a4b00', soon: '#0059b3', mayor: '#5b2a86', plain: '#4d5b69' },
};

/** What the style sheet says to readers that ask for dark. */
export const DARK: Ground = {
  page: '#10161c',
  card: '#1b232c',
  text: '#e9eef3',
  muted: '#b6c2cd',
  rule: '#3a4652',
  button: '#8cc2ff',
  buttonText: '#0b1a2a',
  tones: { late: '#ffa39b', today: '#ffc27a', soon: '#8cc2ff', mayor: '#d6b8f7', plain: '#b6c2cd' },
};

const darkTones = Object.entries(DARK.tones).map(
  ([tone, colour]) => `.tone-${tone}{color:${colour}!important;border-color:${colour}!important}`,
);

/** Classes repeat what inline styles say, so that a dark reader can turn them. */
export const STYLE_SHEET = [
  ':root{color-scheme:light dark;supported-color-schemes:light dark}',
  '@media (prefers-color-scheme:dark){',
  `.page{background:${DARK.page}!important}`,
  `.card{background:${DARK.card}!important;border-color:${DARK.rule}!important}`,
  `.text{color:${DARK.text}!important}`,
  `.muted{color:${DARK.muted}!important}`,
  `.rule{border-color:${DARK.rule}!important}`,
  `.button{background:${DARK.button}!important;color:${DARK.buttonText}!important}`,
  `.quiet{border-color:${DARK.button}!important;color:${DARK.button}!important}`,
  ...darkTones,
  '}',
  '@media (max-width:480px){.pad{padding:20px 16px!important}',
  '.button,.quiet{display:block!important;text-align:center!important}}',
].join('');

const FONT = "font-family:-apple-system,'Segoe UI',Roboto,Arial,sans-serif";
/** Titles and words of a plan may be one long word. */
const BREAKS = 'overflow-wrap:anywhere;word-break:break-word';
const TAP = 'display:inline-block;font-weight:bold;text-decoration:none;border-radius:6px';

/** Inline styles. What can be inherited from `cell` is said only there, so that a long mail stays small. */
export const STYLES = {
  page: `margin:0;padding:0;background:${LIGHT.page}`,
  ground: `background:${LIGHT.page}`,
  card: `width:100%;max-width:600px;background:${LIGHT.card};border:1px solid ${LIGHT.rule};border-radius:8px`,
  cell: `padding:28px 32px;text-align:left;${FONT};font-size:16px;line-height:1.5;color:${LIGHT.text};${BREAKS}`,
  muted: `color:${LIGHT.muted}`,
  title: 'margin:0 0 16px;font-size:22px;line-height:1.3',
  section: `margin:32px 0 12px;padding-top:20px;border-top:1px solid ${LIGHT.rule};font-size:20px;line-height:1.3`,
  paragraph: 'margin:0 0 12px',
  group: (tone: Tone): string => {
    const colour = LIGHT.tones[tone];
    return `margin:28px 0 12px;padding-left:12px;border-left:4px solid ${colour};font-size:18px;line-height:1.3;color:${colour}`;
  },
  list: 'margin:0 0 12px;padding-left:20px',
  item: 'margin:0 0 24px',
  nextItem: `margin:0 0 24px;padding-top:20px;border-top:1px solid ${LIGHT.rule}`,
  itemTitle: 'margin:0 0 8px;font-size:16px;line-height:1.4',
  fact: 'margin:0 0 4px',
  action: 'margin:14px 0 0',
  button: `${TAP};padding:12px 24px;background:${LIGHT.button};color:${LIGHT.buttonText}`,
  quiet: `${TAP};padding:7px 20px;border:1px solid ${LIGHT.button};color:${LIGHT.button}`,
  footer: `margin-top:32px;padding-top:16px;border-top:1px solid ${LIGHT.rule};font-size:14px;color:${LIGHT.muted}`,
  footerLine: 'margin:0 0 8px',
} as const;
