/** Sectors an objective is given to by name: "Settore Tecnico (peso 10), Finanziario: 15", "Tutti i settori". */
import { weightOf } from '../plan/weight-words.js';
import { fold } from '../text/letters.js';
import type { DraftObjective, Passage } from './draft.js';
import { textOf } from './table-cells.js';

type Shares = DraftObjective['sharedBy'];

/** Whether a cell or field where a sector stands says that it is all of them. */
export const saysEverySector = (text: string): boolean =>
  /^\W*(?:(?:a |per )?tutt[ie](?: (?:i|le|gli))?(?: \w+){0,2}|trasversal[ei](?: (?:a|all?'?\w*) .{1,30})?|intersettorial[ei]|(?:intero |tutto l')?ente|settori vari|obiettiv[oi] (?:di struttura|trasversal[ei]|di ente)|comun[ei](?: a tutt[ie].{0,20})?)\W*$/.test(
    fold(text).replace(/[’`]/g, "'"),
  );

/** The sectors named in a field or cell, each with the weight printed beside it. */
export function sharesIn(passage: Passage): Shares {
  const whole = textOf(passage);
  const parts =
    passage.length > 1 ? passage.map((one) => textOf([one])) : whole.split(/[;\n•]|\s[-–]\s(?=\p{Lu})/u);
  const listed = parts.length > 1 ? parts : commas(whole);
  return listed.flatMap((part): Shares => {
    const match = SHARE.exec(part.trim().replace(/^[-–—•\s]+|[\s,;.]+$/gu, ''));
    const sector = match?.[1]?.trim() ?? '';
    if (!/\p{L}{2}/u.test(sector)) return [];
    return [{ sector, weight: match?.[2] === undefined ? null : weightOf(match[2]).weight, result: null }];
  });
}

/** "Tecnico (10), Finanziario (15)"; commas inside one name ("Tecnico manutentivo, ambiente (10)") do not part it. */
function commas(text: string): readonly string[] {
  const weighed = text.split(/(?<=\d\s*%?\s*(?:punti)?\s*\)?)\s*(?:,|\s+e\s+)\s*(?=\p{L})/u);
  return weighed.length > 1 || /\d/.test(text) ? weighed : text.split(/\s*,\s*/);
}

const SHARE =
  /^(.*?)\s*(?:(?:[:(–—-]|\bpeso\b)[\s:(–—-]*(?:peso|punti|p\.)?\s*[:=]?\s*(\d{1,3}(?:[.,]\d+)?\s*(?:%|\/\s*100|punti)?)\s*\)?|\s(\d{1,3}(?:[.,]\d+)?\s*%))?$/iu;
