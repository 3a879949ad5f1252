/** Headings that say whose objectives follow: a sector, its responsible role, or every sector. */
import { sectorWords } from '../plan/sector-words.js';
import { weightIn } from '../plan/weight-words.js';
import { joinFragments } from '../source/joined.js';
import type { Block } from '../source/source-document.js';
import { fold } from '../text/letters.js';
import type { Heading } from './draft.js';
import { ownerOf, splitOwner } from './heading-owner.js';
import { isPartOf, ownerNamed } from './heading-part.js';
import { isOfficeName } from './heading-words.js';
import { labelAtStart } from './labels.js';

/** Before the first heading. */
export const NO_HEADING: Heading = { sector: null, owner: null, everySector: false };

/** What holds after this block, `null` when it is no heading of a sector and changes nothing. */
export function headingIn(block: Block, heading: Heading): Heading | null {
  if (block.kind === 'paragraph') {
    if (block.bullet) return null;
    const { heading: level } = block;
    const deeper = level !== undefined && heading.level !== undefined && level > heading.level;
    const marked = level !== undefined && !deeper;
    const { text } = joinFragments(block.fragments);
    const found =
      headingOf(text, heading, marked) ?? (block.ofSector === true ? namedBy(text, heading) : null);
    return found === null || !marked ? found : { ...found, level };
  }
  const [row, ...others] = block.rows;
  const cells = row?.cells.filter(({ paragraphs }) => paragraphs.length > 0) ?? [];
  const [cell] = cells;
  if (others.length > 0 || cells.length !== 1 || cell === undefined) return null;
  return headingOf(joinFragments(cell.paragraphs.flat()).text, heading, true);
}

/** A heading that its place tells: any words are the name. */
function namedBy(text: string, heading: Heading): Heading {
  const { before, owner } = splitOwner(text.trim());
  const sector = sectorIn(before) || before;
  return sector === heading.sector && owner === null ? heading : { sector, owner, everySector: false };
}

/** As `headingIn`, of words; `marked` when the format says that they are a heading or they fill a whole row. */
export function headingOf(text: string, heading: Heading, marked: boolean): Heading | null {
  const words = text.replace(/\s+/gu, ' ').trim();
  if (words.length < 3 || words.length > MOST || weightIn(words).weight !== null) return null;
  if (isForEverySector(words)) return { sector: null, owner: null, everySector: true };
  if (OF_EACH.test(words.replace(SECTION, ''))) return heading.everySector ? NO_HEADING : null;
  return ownersLine(words, heading) ?? sectorLine(words, heading, marked);
}

const MOST = 200;

/** "Obiettivi di struttura", "Obiettivi trasversali a tutti i settori"; a numbered one is an objective. */
export function isForEverySector(text: string): boolean {
  const plain = fold(text).replace(/[’`´]/gu, "'").replace(SECTION, '');
  if (plain.length > 130 || /obiettivo[^.;]{0,40}\d/u.test(plain) || /[.;]\s+[a-z]/u.test(plain))
    return false;
  return EVERY.test(plain);
}
/** "2.", "A)", "III." before a heading. */
const SECTION = /^\s*(?:(?:\d{1,2}\.)*\d{1,2}[.)]?|[a-z][.)]|[ivx]{1,5}[.)])\s+(?=\p{L})/iu;
const EVERY =
  /^obiettivo (?:comune|trasversale|condiviso)(?: a| per| tra)? tutt[ie](?: \p{L}+){0,3}$|^(?:(?:elenco|scheda|schede|sezione|parte|tabella|gli|piano)\s+(?:degli\s+|dei\s+|obiettivi\s*[–—:-]\s*)?)?(?:(?:obiettivi)(?: \p{L}+){0,3}? (?:di struttura|di ente|dell'ente|trasversali|comuni|intersettoriali|condivisi|generali|organizzativ[ie]|di performance organizzativa|della performance organizzativa|per tutti|a tutti)(?![a-z])(?!.*(?:del settore|dell'area|per settore|di settore|per area)))|^(?:performance organizzativa(?: (?:di|dell') ?ente| complessiva| generale)?$)|^(?:tutti i (?:settori|servizi)|tutte le (?:aree|strutture))(?![a-z])|^(?:settore|area|servizio|struttura)\s*:\s*(?:tutti|tutte|trasversale|intersettoriale|ente)(?![a-z])/u;

/** "Responsabile: Segretario comunale" on a line of its own, under a sector. */
function ownersLine(text: string, heading: Heading): Heading | null {
  const label = labelAtStart(text.replace(/^\((.*)\)$/u, '$1'));
  if (label?.field !== 'owner' || heading.sector === null || label.rest === '') return null;
  return { ...heading, owner: ownerOf(label.rest) };
}

function sectorLine(text: string, heading: Heading, marked: boolean): Heading | null {
  const numbered = /^(?:\d{1,2}[°ªº^]|[IVX]{1,5})\s/u.test(text);
  const label = numbered ? null : labelAtStart(text);
  const { before, owner } = splitOwner(
    label?.field === 'sector' && !/\s[-–—]\s/u.test(text.slice(0, label.at)) ? label.rest : text,
  );
  const labelled = label?.field === 'sector' && before !== text;
  const name = (labelled ? before : sectorIn(before)).replace(/[\s:.;,–—-]+$/u, '');
  if (name === '' || name.length > 110) return null;
  if (!labelled && !isOfficeName(name, marked || owner !== null || CARDS_OF.test(before))) return null;
  if (labelled && sectorWords(name).length === 0) return null;
  if (name === heading.sector && owner === null) return heading;
  if (isPartOf(name, heading)) return { ...heading, parts: true };
  return { sector: name, owner: owner ?? ownerNamed(text), everySector: false };
}

/** "2. Obiettivi del Settore Finanziario", "SCHEDE OBIETTIVI – AREA TECNICA": the name without what leads to it. */
function sectorIn(text: string): string {
  return text
    .replace(SECTION, '')
    .replace(LEADS, '')
    .replace(CARDS_OF, '')
    .replace(/\s*\((?:segue|continua)[^)]*\)\s*$/iu, '')
    .replace(/\s*[–—-]?\s*(?:\bobiettivi\b.*|\b(?:anno|esercizio|peg|pdo|piano)\b[^–—]*\b20\d\d.*)$/iu, '')
    .trim();
}
const LEAD = String.raw`(?:\bp\.?e\.?g\.?|\bp\.?d\.?o\.?|schede?|elenco|piano(?: dettagliato)?|obiettivi(?: \p{L}+){0,2}?|performance|sezione|parte|capitolo)(?:\s+(?:degli|di|dei|delle|obiettiv[oi]|operativi|assegnati|gestionali|strategici|individuali|specifici|20\d\d|anno))*`;
const OFFICES =
  'settore|area|servizi|ufficio|direzione|dipartimento|ripartizione|centro|struttura|corpo|polizia|unit[aà]|segreteria|segretario';
const LEADS = new RegExp(
  String.raw`^${LEAD}\s*[–—:-]?\s*(?:(?:del|dello|della|dell['’]|al|allo|alla|all['’]|per il|per l['’]|di|–|-)\s*)?(?:(?:responsabile|dirigente|titolare(?:\s+di\s+e\.?q\.?)?)\s+(?:di|del|dello|della|dell['’])\s*)?(?=(?:${OFFICES})(?![a-z]))`,
  'iu',
);
/** "SCHEDE OBIETTIVO – Urbanistica": after such words and a dash any name of an office stands. */
const CARDS_OF =
  /^(?:schede?|obiettivi|elenco obiettivi)(?:\s+(?:degli|di|dei|delle|obiettiv[oi]|operativi|gestionali|20\d\d|anno))*\s*[–—:-]\s*(?=\p{L})/iu;

/** "Obiettivi strategici per Settore": what is common to all ends here. */
const OF_EACH =
  /^\W*(?:[\d.]+\s+)?obiettivi (?:\p{L}+ )?(?:\p{L}+ )?(?:(?:per|di|dei|del|della|delle)(?: singol[oiae])? (?:settor[ei]|are[ae]|serviz[io]+)(?=\W*$| e | ed )|individuali|settoriali)/iu;
