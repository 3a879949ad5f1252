/** Lines around objectives that belong to none: totals, signatures, legends, the next part of the document. */
import { fold } from '../text/letters.js';

/** A line that is left out wherever it stands. */
export const isNoise = (text: string): boolean => NOISE.test(fold(text));
const NOISE =
  /^\W*(?:totale(?: (?:dei )?(?:pesi|peso|generale|complessivo|punti|settore|area))?\W*(?:\d|$)|somma (?:dei )?pesi|pag(?:ina|\.)? ?\d|[-–—] ?\d{1,3} ?[-–—]$|_{3,}|\.{5,}|allegato [a-z0-9]\W*$)/u;

/** After such a line nothing belongs to the objective above it. */
export const endsObjectives = (text: string): boolean => END.test(fold(text)) || isSignature(text);
const END =
  /^\W*(?:(?:\d{1,2}\.?)+\s*)?(?:legenda|note(?: metodologiche| finali|:|$)|nota (?:bene|metodologica)|n\.b\.|scala di valutazione|metodologia|modalita di (?:valutazione|misurazione)|sistema di (?:valutazione|misurazione)|valutazione (?:del|della|dei|finale)|valutazione:? ?1|criteri di valutazione|conclusion[ei]|monitoraggio (?:e|degli|del piano)|riepilogo|tabella riepilogativa|prospetto riepilogativo|punteggi[oa]? (?:e|di) |fasce di|letto,? (?:approvato|confermato)|il presente (?:piano|documento)|la presente (?:relazione|scheda)|gli obiettivi (?:sono|saranno|verranno)|il (?:raggiungimento|grado) )/u;

/** "Il Segretario comunale", "Caluso, 3 maggio 2024", "F.to", "Firma". */
const isSignature = (text: string): boolean =>
  /^\s*(?:f\.?to\b|firma\b|\(?firmato|documento (?:firmato|sottoscritto)|data,? (?:e )?firma|(?:il|la|l['’])\s*(?:sindac[oa]|segretari[oa]|president[ea]|responsabile|commissario|nucleo|oiv|organismo|dirigente|assessore)(?:\s+(?:comunale|generale|del|dell['’]|della|di|servizio|settore|area|straordinario)(?:\s*\p{L}+){0,4})?\s*$)/iu.test(
    text,
  ) ||
  /^\s*(?:dalla (?:residenza|sede) |li,? |addì,? )|^\s*\p{Lu}[\p{L}'’ ]{2,30},\s*(?:l[iì],?\s*)?\d{1,2}[°º]?(?:\s*\p{L}+\s*|[./-]\d{1,2}[./-])\d{4}\s*$/u.test(
    text,
  );

/** A line of a table of contents: words, leader dots, a page. */
export const isContentsLine = (text: string): boolean =>
  /(?:\.{4,}|(?:\. ){4,}|…{2,})\s*\d{1,3}\s*$/u.test(text);

/** Headings of parts that hold no objectives: "1. Premessa", "2. Albero della performance". */
export const isIntroduction = (text: string): boolean => INTRODUCTION.test(fold(text));
const INTRODUCTION =
  /^\W*(?:(?:\d{1,2}\s?\.?\s?)+|[ivx]{1,5}[.)]|[a-z][.)])?\W*(?:premess[ae]|introduzione|presentazione|sommario|indice|quadro normativo|riferimenti normativi|normativa|contesto|analisi del contesto|il contesto|albero della performance|mandato istituzionale|missione|identita|chi siamo|cosa facciamo|organigramma|struttura organizzativa|la struttura|organizzazione|principi|ciclo della performance|il ciclo|finalita|che cosa|cos'e|il piano|metodologia|processo|sistema di|l'amministrazione|dotazione organica|popolazione|territorio|dati |criteri |valutazione|monitoraggio|modalita|allegat|conclusion|risorse|linee programmatiche|linee di mandato|visto|vista|visti|richiamat|considerat|dato atto|ritenut|premesso|preso atto|delibera)/u;
