/** Whose plan it is: "Comune di Caluso", "Città di Ivrea", "Unione di Comuni Terre d'Acqua". */
import type { SourceDocument } from '../source/source-document.js';

const KIND = String.raw`(?:(?:Comune|COMUNE|Citt[àÀa]['’]?(?:\s+metropolitana)?|CITT(?:À|A['’]|A)(?:\s+METROPOLITANA)?|Provincia|PROVINCIA|Municipio|MUNICIPIO|Roma Capitale)|(?:Unione|UNIONE)(?:\s+(?:dei|di|DEI|DI|delle|DELLE|degli|DEGLI|montana|MONTANA|territoriale|Territoriale)(?:\s+(?:Comuni|COMUNI|comuni|Terre|Valli)(?:\s+(?:Montani|MONTANI|montani))?)?)?|(?:Comunit[àÀ]|COMUNIT(?:À|A['’]))\s+(?:Montana|montana|MONTANA|di\s+[Vv]alle|DI\s+VALLE|Collinare|COLLINARE)|Consorzio|CONSORZIO)`;
const OF = `(?:d['’]|D['’]|di|DI|del|DEL|della|DELLA|dell['’]|DELL['’]|dei|DEI|delle|DELLE|degli|DEGLI|de|DE)`;
/** A word of a proper name, and small words between two. */
const PROPER = String.raw`\p{Lu}[\p{L}]*(?:['’]\p{L}+)*['’]?(?:-\p{Lu}\p{L}+)?`;
const BETWEEN = String.raw`(?:(?:di|del|della|dello|dei|degli|delle|dell['’]|d['’]|in|a|al|alla|sul|sulla|sull['’]|nel|nell['’]|nella|con|e|ed|la|le|lo|il|presso|san|sotto)\s*)`;
const BODY = new RegExp(
  String.raw`(?<![\p{L}])(${KIND})\s+((?:${OF}\s*)?)(${PROPER}(?:\s+(?:${BETWEEN}*)${PROPER})*)`,
  'gu',
);
/** Words that stand after a name in a heading and are not of it. */
const AFTER =
  /\s+(?:(?:e|in|con|a|la|il|del|della|di)\s+)*(?:piano|relazione|provincia|prov|regione|citta metropolitana|peg|piao|pdo|anno|allegato|obiettivi|settore|area|deliberazione|giunta|consiglio|p\.?i\.?|c\.?f\.?|via|piazza|ente|sezione|performance|schede?|ufficio|comune|sede|codice|partita|tel|cap)(?![\p{L}]).*$/iu;
/** Lines of the front, and lines beyond which nothing is looked for. */
const EARLY = 60;
const LATE = 400;
/** Characters of a line that are looked at. */
const LONG = 400;

interface Named {
  readonly name: string;
  readonly capitals: boolean;
}

/** The body as printed, capitals spelled as a name; `null` when none is named. */
export function bodyOf(source: SourceDocument): string | null {
  const scores = new Map<string, Named & { readonly score: number }>();
  const said = source.lines.map(({ text }) => text.trim().slice(0, LONG)).filter((text) => text !== '');
  for (const [at, text] of said.slice(0, LATE).entries()) {
    for (const match of text.matchAll(BODY)) {
      const named = nameIn(match);
      if (named === null) continue;
      const alone = match.index <= 2 && text.length <= named.name.length + 30;
      const own = at >= EARLY ? 1 : alone ? 6 : 2;
      const key = named.name.toLowerCase().replace(/[’']/gu, '');
      const known = scores.get(key);
      const shown = known === undefined || (known.capitals && !named.capitals) ? named : known;
      scores.set(key, { name: shown.name, capitals: shown.capitals, score: own + (known?.score ?? 0) });
    }
  }
  const [best] = [...scores.values()].sort((a, b) => rank(b) - rank(a));
  if (best === undefined) return null;
  return (best.capitals ? spelled(best.name) : best.name).replace(/’/gu, apostropheOf(source));
}

function nameIn([, kind = '', of = '', proper = '']: RegExpMatchArray): Named | null {
  const cut = proper.replace(AFTER, '').trim();
  if (cut === '' || NO_NAME.test(cut)) return null;
  const name = `${kind} ${of}${cut}`.replace(/\s+/gu, ' ').replace(/[’`]/gu, '’').trim();
  return { name, capitals: cut === cut.toUpperCase() && cut.length > 2 };
}

/** A province is named under every municipality: it is the body only when nothing else is. */
const rank = ({ name, score }: { name: string; score: number }): number =>
  /^provincia|^citt\S* metropolitana/iu.test(name) ? score / 10 : score;

const NO_NAME = /^(?:e|la|il|di)$|^(?:Comune|Giunta|Consiglio|Residenza|Ente|Italia|Italiani)$/iu;

const apostropheOf = (source: SourceDocument): string =>
  source.lines.some(({ text }) => /\p{L}’\p{L}/u.test(text)) ? '’' : "'";

const SMALL =
  /^(?:di|del|della|dello|dei|degli|delle|dell|in|a|al|alla|sul|sulla|sull|nel|nella|nell|con|e|ed|d)$/u;

/** "COMUNE DI SAN GIOVANNI IN PERSICETO" → "Comune di San Giovanni in Persiceto". */
function spelled(name: string): string {
  return name
    .replace(/CITTA['’]/u, 'CITTÀ')
    .toLowerCase()
    .replace(/\p{L}+/gu, (word, at: number) =>
      at > 0 && SMALL.test(word) ? word : word.charAt(0).toUpperCase() + word.slice(1),
    );
}
