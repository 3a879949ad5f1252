/** What stands around a title: "Obiettivo di struttura n. 2 – TITOLO – Peso 10" is number 2, title and weight 10. */
import { type WeightRead, weightIn } from './weight-words.js';

export interface TitleParts extends WeightRead {
  /** As printed, without the words around it; `null` if none. */
  readonly number: string | null;
  /** Without number and weight; empty when nothing else is printed. */
  readonly title: string;
  /** "Obiettivo di struttura", "trasversale", "comune": an objective of every sector, unless sectors are named. */
  readonly everySector: boolean;
}

/** 3, 2.1, 1.a, A1, OP.3, S-02, IV */
const NUMBER = String.raw`(?:\d{1,4}(?:[./-]\d{1,3})*(?:[./-]?[a-zA-Z](?![\p{L}]))?|\p{Lu}{1,4}[.\-_ ]?\d{1,4}(?:[./_-]\d{1,3})*|[IVX]{1,5}(?![\p{L}])|\p{Lu}(?:\.\d{1,3})+)`;
const KIND = String.raw`(?:\s+(?:strategic[oi]|operativ[oi]|gestional[ei]|esecutiv[oi]|specific[oi]|di\s+(?:struttura|ente|settore|area|servizio|processo|miglioramento|sviluppo|mantenimento|performance|gestione|peg|innovazione)|dell['’]ente|del\s+settore|trasversal[ei]|comun[ei]|intersettoriale|individuale|organizzativ[oi]|general[ei]|annuale|prioritario|ordinario|peg|pdo))*`;
const COUNT = String.raw`(?:n[.°ºr]*|nr\.?|num\.?|numero|#|cod(?:ice|\.)?)`;
const LABEL = new RegExp(
  String.raw`^\s*(?:scheda\s+(?:di\s+)?)?(?:obiettiv[oi]|obb?\.|ob(?=\s*(?:n[.°]|\d))|scheda|progetto|intervento)${KIND}(?![\p{L}])\s*(?:${COUNT}\s*(?=\P{Ll}))?`,
  'iu',
);
const AFTER_LABEL = new RegExp(String.raw`^(${NUMBER})(?=\s|[-–—:.,)]|$)\s*[-–—:.,)]*\s*`, 'u');
const COUNTED = new RegExp(String.raw`^\s*${COUNT}\s*(?=\d|\p{Lu}{1,4}[.\-_]?\d)`, 'iu');
/** A number that stands before a title on its own: dotted, a code before a dash, one with a sign after it, or glued to capitals. */
const PLAIN =
  /^\s*(\d{1,3}(?:\.\d{1,3})+(?:\.?[a-z](?!\p{L}))?(?=\s|[-–—:.)])|\p{Lu}{1,4}[._-]?\d{1,3}(?:[._-]\d{1,3})+(?=\s|[-–—:.)])|\p{Lu}{1,4}[._-]?\d{1,3}(?=\s*[:–—)]|\s+-\s|\.\s)|(?:\d{1,3}|[IVX]{1,5})(?=\s*\)|\.-?\s|\s+[-–—]\s|\s*:\s|[-–—]\s|\.(?=\p{Lu})|(?<=^\s*\d+)(?=\p{Lu}{4}))|\p{Lu}(?=\)))\s*[-–—:.)]*\s*(?=[\p{L}"“«'(\d%])/u;
const BARE_LABEL = new RegExp(
  String.raw`^\s*(?:obiettivo|ob\.)${KIND}\s*(?:[:]|\s[-–—]\s)\s*(?=\p{L})`,
  'iu',
);
const EVERY =
  /^\s*(?:scheda\s+)?(?:obiettivo|ob\.)\s+(?:\S+\s+)?(?:di\s+struttura|di\s+ente|dell['’]ente|trasversale|comune|intersettoriale)(?![\p{L}])/iu;

/** Reads the cell, heading or field that names an objective. */
export function titleParts(text: string): TitleParts {
  const { weight, multiplier, rest } = weightIn(text);
  const { number, length } = numberBefore(rest);
  return {
    number,
    title: tidyTitle(rest.slice(length)),
    weight,
    multiplier,
    everySector: EVERY.test(rest),
  };
}

/** The number before a title and how many characters it takes with the words and signs around it. */
function numberBefore(text: string): { readonly number: string | null; readonly length: number } {
  const lead = (LABEL.exec(text) ?? COUNTED.exec(text))?.[0] ?? '';
  const after = lead === '' ? null : AFTER_LABEL.exec(text.slice(lead.length));
  if (after?.[1] !== undefined) return { number: after[1], length: lead.length + after[0].length };
  const plain = PLAIN.exec(text);
  if (plain?.[1] !== undefined) return { number: plain[1], length: plain[0].length };
  return { number: null, length: BARE_LABEL.exec(text)?.[0].length ?? 0 };
}

const ALONE = new RegExp(String.raw`^(${NUMBER})\s*[-–—:.)]*\s*$`, 'u');

/** The number of a cell or field that holds nothing else: "Ob. 4" is "4"; `null` for other words. */
export function numberAlone(text: string): string | null {
  const lead = (LABEL.exec(text) ?? COUNTED.exec(text))?.[0] ?? '';
  return ALONE.exec(text.slice(lead.length).trim())?.[1] ?? null;
}

const tidyTitle = (text: string): string => text.replace(/^[\s\-–—:]+|[\s\-–—:;]+$/gu, '').trim();
