/** Who answers for what follows: the role printed as responsible, without the person's name where a role stands. */
import { fold } from '../text/letters.js';

const ROLE =
  /(?:^|[^a-z])(?:responsabil|dirigent|segretari|vicesegretari|comandant|funzionari|istruttor|titolar|direttor|cap[oi]|posizion|p\.? ?o\.|e\.? ?q\.|elevata qualificazione|coordinator|vice|specialista|ragionier[ea] comunale|commissario|ufficiale)/u;
/** What shortens a person's title: "geom. Mario Rossi". */
const PERSON = String.raw`(?:(?:[Dd]ott|[Dd]r|[Gg]eom|[Aa]rch|[Ii]ng|[Rr]ag|[Aa]vv|[Ss]ig|[Pp]rof|[Pp]er\.? ?[Ii]nd|[Cc]omm|[Ii]sp|[Cc]ap|[Tt]en|[Mm]agg|[Cc]ol|DOTT|DR|GEOM|ARCH|ING|RAG|AVV)(?:\.\s*|\s+)(?:(?:ssa|ra|na|a|SSA)\.?\s+)?)`;
const NAMED = new RegExp(
  String.raw`\s*(?:[–—,:;/-]|\s)\s*\(?\s*${PERSON}+\p{Lu}.*$|\s*\(\s*${PERSON}*\p{Lu}[\p{L}.'’]*(?:\s+\p{Lu}[\p{L}.'’]*){0,3}\s*\)\s*$`,
  'u',
);

/** "Dott.ssa Anna Verdi – Responsabile Servizi sociali": the role stands after the name. */
const PERSON_FIRST = new RegExp(
  String.raw`^${PERSON}+\p{Lu}[^–—,;(]{2,50}?\s*(?:[–—,;(]|\s-\s)\s*(?=(?:[Rr]esponsabil|[Dd]irigent|[Ss]egretari|[Cc]omandant|[Ff]unzionari|[Ii]struttor|[Tt]itolar|[Dd]irettor|RESPONSABIL|DIRIGENT|SEGRETARI))`,
  'u',
);

/**
 * The value of a field such as "Responsabile": the role in it ("Responsabile Area Tecnica (geom. Rossi)" →
 * "Responsabile Area Tecnica"), else the words as printed; `null` for blanks to fill in.
 */
export function ownerOf(value: string): string | null {
  const words = value.replace(/\s+/gu, ' ').replace(/^[\s:–—-]+|[\s;,]+$/gu, '');
  if (!/\p{L}{2}/u.test(words) || /^(?:_+|\.{3,}|nessuno|n\.? ?d\.?|da nominare|vacante)$/iu.test(words))
    return null;
  const role = words.replace(PERSON_FIRST, '').replace(NAMED, '').trim();
  return role !== words && ROLE.test(fold(role)) ? role : words.replace(/(?<!\p{L}\.?\p{L})\.$/u, '');
}

/** Words that introduce the responsible role in a heading or on a line of its own. */
const LEAD =
  /(?:^|[\s(–—,;:-])((?:il\s+)?(?:responsabile|resp\.|dirigente|titolare|referente|direttore|capo\s?settore|capo\s?area|comandante|incaricat[oa]|posizione organizzativa|p\.\s?o\.|e\.\s?q\.)(?:\s+(?:d[ei]l(?:l['’oae])?\s*|di\s+|d['’]|incarico\s+|posizione\s+|organizzativa|settore|area|servizio|ufficio|struttura|obiettiv[oi]|elevata|qualificazione|e\.\s?q\.|p\.\s?o\.|procedimento|apicale)*)*)\s*[:=–—]\s*/iu;

/** Splits "Area Tecnica – Responsabile: geom. Mario Rossi"; `owner` is `null` when no such words are there. */
export function splitOwner(text: string): { readonly before: string; readonly owner: string | null } {
  const match = LEAD.exec(text);
  if (match === null) return roleInBrackets(text);
  const before = text.slice(0, match.index).replace(/[\s–—,;:(-]+$/u, '');
  const value = text.slice(match.index + match[0].length).replace(/\)\s*$/u, '');
  return { before, owner: ownerOf(value) };
}

/** "AREA TECNICA (Responsabile dell'Area Tecnica)", "Settore Affari generali – Segretario comunale". */
function roleInBrackets(text: string): { readonly before: string; readonly owner: string | null } {
  const match =
    /^(.{4,}?)\s*(?:\(|\s[–—-]\s)\s*((?:il\s+)?(?:responsabile|dirigente|segretari[oa]|comandante|direttore|titolare|funzionari[oa])(?![\p{L}]).{0,80}?)\)?\s*$/iu.exec(
      text,
    );
  if (match?.[1] === undefined || match[2] === undefined) return { before: text, owner: null };
  return { before: match[1].trim(), owner: ownerOf(match[2]) };
}
