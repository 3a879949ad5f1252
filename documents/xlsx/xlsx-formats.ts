/** Numbers and days of cells as Excel shows them in Italian. */
import { ITALIAN_MONTHS } from '../../domain/time/italian-months.js';

const MOST_DECIMALS = 10;
const MS_A_DAY = 86_400_000;
/** 31 December 9999, the last day Excel knows. */
const LAST_SERIAL = 2_958_465;

/** `format` is Excel's code, empty for "General"; `from1904` as the workbook says. */
export function shownNumber(value: number, format: string, from1904: boolean): string {
  if (!Number.isFinite(value)) return '';
  const sections = format.split(';');
  const own = value < 0 ? sections[1] : value === 0 ? sections[2] : undefined;
  const code = own ?? sections[0] ?? '';
  const bare = withoutLiterals(code);
  if (/[dmyhs]/i.test(bare) && !/[0#?]/.test(bare)) return shownDay(value, bare.toLowerCase(), from1904);
  if (code === '' && own === undefined) return plainNumber(value);
  const core = /[#0?][#0?.,]*/.exec(bare)?.[0];
  if (core === undefined)
    return bare.includes('@') || /general/i.test(bare) ? plainNumber(value) : literalsOf(code);
  if (/e[+-]|\//i.test(bare)) return plainNumber(value);
  const scaled = bare.includes('%') ? value * 100 : value;
  const shown = grouped(Math.abs(scaled), core);
  const [before = '', after = ''] = literalsAround(code);
  const sign = value < 0 && own === undefined && /[1-9]/.test(shown) ? '-' : '';
  return `${sign}${before}${shown}${after}`.replace(/\s+/g, ' ').trim();
}

/** Up to 15 digits, decimal comma, as "General" shows it. */
const plainNumber = (value: number): string => String(Number(value.toPrecision(12))).replace('.', ',');

/** Digits after the comma and thousands as the code asks; `0.##` shows the digits there are. */
function grouped(value: number, core: string): string {
  const [whole = '', decimals = ''] = core.split('.');
  const must = [...decimals].filter((sign) => sign === '0').length;
  const may = Math.min(MOST_DECIMALS, [...decimals].filter((sign) => sign !== ',').length);
  const fixed = rounded(value, may);
  const [digits = '', fraction = ''] = fixed.split('.');
  const kept = fraction.replace(new RegExp(`0{0,${may - must}}$`), '');
  const parted = whole.includes(',') ? digits.replace(/\B(?=(\d{3})+$)/g, '.') : digits;
  return kept === '' ? parted : `${parted},${kept}`;
}

/** From the 12 digits that count: 1.005 is 1.005, not the binary number below it. */
function rounded(value: number, decimals: number): string {
  const digits = String(Number(value.toPrecision(12)));
  if (digits.includes('e')) return value.toFixed(decimals);
  return Number(`${Math.round(Number(`${digits}e${decimals}`))}e-${decimals}`).toFixed(decimals);
}

/** The code without quoted words, escaped letters, fill and padding, colours and conditions in brackets. */
const withoutLiterals = (code: string): string =>
  code.replace(/"[^"]*"|\\.|_.|\*.|\[(?!h+\]|m+\]|s+\])[^\]]*\]/gi, '');

/** Words the code prints before and after the digits. */
function literalsAround(code: string): readonly string[] {
  const words = code
    .replace(/\[\$([^\]-]*)[^\]]*\]/g, '"$1"')
    .replace(/\[[^\]]*\]|_.|\*./g, '')
    .replace(/"([^"]*)"|\\(.)/g, (_, quoted?: string, escaped?: string) =>
      asPrivate(quoted ?? escaped ?? ''),
    );
  const around = /^([^#0?]*)[#0?][#0?.,]*(.*)$/su.exec(words);
  return [around?.[1] ?? '', around?.[2] ?? ''].map(fromPrivate);
}

/** Of a code without digits. */
const literalsOf = (code: string): string =>
  [...code.matchAll(/"([^"]*)"|\\(.)/g)]
    .map(([, quoted, one]) => quoted ?? one ?? '')
    .join('')
    .trim();

/** Digits and signs of a quoted word must not be taken for those of the code: they wait in a private range. */
const asPrivate = (text: string): string =>
  text.replace(/[#0?.,]/g, (sign) => String.fromCharCode(0xe000 + sign.charCodeAt(0)));
const fromPrivate = (text: string): string =>
  text.replace(/[\ue000-\ue0ff]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) - 0xe000));

/** A day as dd/mm/yyyy; a month, a year or an hour alone where the code shows no more. */
function shownDay(serial: number, code: string, from1904: boolean): string {
  if (serial < 0 || serial > LAST_SERIAL) return plainNumber(serial);
  // 1900 has a 29 February in Excel; days before it are off by one, and no plan has them.
  const epoch = from1904 ? Date.UTC(1904, 0, 1) : Date.UTC(1899, 11, 30);
  const at = new Date(epoch + Math.round(serial * 86_400) * 1000);
  const two = (part: number): string => String(part).padStart(2, '0');
  const year = String(at.getUTCFullYear());
  const hour = `${two(at.getUTCHours())}:${two(at.getUTCMinutes())}`;
  if (code.includes('d')) {
    const day = `${two(at.getUTCDate())}/${two(at.getUTCMonth() + 1)}/${year}`;
    return code.includes('h') && at.getTime() % MS_A_DAY !== 0 ? `${day} ${hour}` : day;
  }
  if (code.includes('h') || code.includes('s')) return hour;
  const month = ITALIAN_MONTHS[at.getUTCMonth()] ?? '';
  if (!code.includes('m')) return year;
  return code.includes('y') ? `${month} ${year}` : month;
}
