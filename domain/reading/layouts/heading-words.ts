/** Whether a line names an office: "SETTORE AMMINISTRATIVO", "Area Tecnica", "3. Polizia Locale". */
import { fold } from '../text/letters.js';

const KIND =
  /^(?:(?:\d{1,2}[°ªº^]|[IVX]{1,5}|prim[oa]|second[oa]|terz[oa]|quart[oa]|quint[oa])\s+)?(?:settore|area|servizio|servizi|ufficio|direzione|dipartimento|ripartizione|unit[aà]\s+organizzativa|u\.o\.|struttura|centro\s+di\s+responsabilit[aà]|c\.?d\.?r\.?|staff|corpo|comando|macro\s?area|segreteria|segretario|vicesegretario|polizia|ragioneria|avvocatura)(?![\p{L}])/iu;
/** These words name an office whatever follows. */
const SURE =
  /^(?:(?:\d{1,2}[°ªº^]|[IVX]{1,5}|prim[oa]|second[oa]|terz[oa]|quart[oa]|quint[oa])\s+)?(?:settore|area|direzione|dipartimento|ripartizione|unit[aà]\s+organizzativa|centro\s+di\s+responsabilit[aà]|c\.?d\.?r\.?|macro\s?area|servizio)\s+(?:n\.?\s*°?\s*)?(?:\d{1,2}|[IVX]{1,5}|[A-H])(?![\p{L}\d'’])/iu;

/** Words that name nothing but offices: "Servizio trasporto scolastico" may well be an objective. */
const OFFICIAL = /^(?:settore|direzione|dipartimento|ripartizione|centro\s+di)(?!\p{L})/iu;

/** Words of offices' names, by their beginning. */
const OFFICE = new RegExp(
  `^(?:${(
    'tecnic finanz amministrativ affari general polizia vigilanza demografic social tribut ragioner lavor pubblic urbanist ediliz ' +
    'cultur istruzion scuol scolast educativ personal segreter segretar comunal commerc suap sue ambient patrimon manutenz ' +
    'manutentiv bilanc contabil economic economat informatic persona person territor giuridic legal avvocatur contratt appalt ' +
    'turism sport bibliotec entrat risors uman welfar protezion civil gestion programmazion staff oper opp local municipal ' +
    'istituzional stato anagraf elettoral cimiter servizi cittadin famigl giovan politic attivita produttiv sviluppo innovazion ' +
    'digital transizion ced sistem finanzi control provvedit gare innovaz comunicaz urp protocol archiv museo museal teatr ' +
    'pianificazion assetto mobilit viabilit traffic infrastruttur verde ecolog igien rifiut sicurezz corpo comand settor ' +
    'are serviz uffici direzion dipartiment ripartizion unit organizzativ struttur centr responsabil generali vice capo anziani minori ' +
    'assistenz socio assistenzial sanit educazion asil nid infanzi prim second terz quart quint partecipat societ organ ' +
    'supporto urban paesagg espropri stazion unic committenz sportell impres lavoro casa abitativ espropriazion logistic ' +
    'agricoltur forest montagn lavor fiscal contenzios statistic notific messi albo relazion pubblich event attiv formazion organizzazion privat demani finanziamenti'
  )
    .split(' ')
    .join('|')})`,
  'u',
);
const SMALL = new Set(
  'e ed di del della dei degli delle dell d a al alla alle ai agli all con per il lo la i gli le l n in'.split(
    ' ',
  ),
);
const NUMERAL = /^(?:\d{1,2}|[ivx]{1,5}|[a-h])$/u;

/** `marked`: the format or the place says that it is a heading, so that its words need not be known. */
export function isOfficeName(name: string, marked: boolean): boolean {
  if (/[.;]\s+\p{L}|[?!%€]|\d{3}|:\s+\p{L}+\s+\p{L}+\s+\p{L}+/u.test(name)) return false;
  const kind = KIND.test(name);
  const words = fold(name)
    .split(/[^a-z0-9]+/u)
    .filter((word) => word !== '' && !SMALL.has(word));
  const known = words.filter((word) => OFFICE.test(word) || NUMERAL.test(word) || word.length < 3).length;
  const share = words.length === 0 ? 0 : known / words.length;
  if (words.length > 14 || !/^[\p{Lu}\d]/u.test(name)) return false;
  const capitals = name === name.toUpperCase();
  if (/^(?:servizi[oi]? (?:civile|esterni)|settore e(?:d)? )/iu.test(name)) return false;
  if (SURE.test(name)) return share >= 0.3;
  if (kind)
    return words.length > 1 && (share === 1 || (share >= 0.6 && (marked || capitals || OFFICIAL.test(name))));
  // Without "Settore" before it: only a heading of known words, "AFFARI GENERALI E SEGRETERIA".
  return (marked || capitals) && share === 1 && words.length <= 8 && STARTS.test(fold(name));
}

const STARTS =
  /^(?:affari generali|segreteri|segretario|polizia|vigilanza|ragioneri|tribut|lavori pubblici|urbanistic|servizi|personale|demografic|finanzi|tecnic|amministrativ|economic|avvocatura|cultura|istruzione|patrimonio|ambiente|politiche sociali|entrate|risorse umane|opere pubbliche|ufficio|corpo|comando)/u;
