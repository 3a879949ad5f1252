/** What the ending of a word that no table holds says of it. */

const ACTION =
  /(?:zione|zioni|sione|sioni|mento|menti|aggio|aggi|(?:ort|ont)eggi|(?:ort|ont)eggio|tura|ture|usura|usure|ifica|ifiche)$/;

/** A noun made from a verb: "riversamento", "ricognizione", "monitoraggio". Such a thing is done, and can be done often. */
export const isActionNoun = (folded: string): boolean =>
  folded.length > 6 && ACTION.test(folded) && !NOT_ACTIONS.has(folded);
/** Nouns that only end like one. */
const NOT_ACTIONS = new Set(
  (
    'legislatura natura struttura strutture cultura agricoltura temperatura regolamento regolamenti documento ' +
    'documenti elemento elementi strumento strumenti argomento argomenti monumento monumenti appartamento ' +
    'dipartimento villaggio messaggio'
  ).split(' '),
);

/** "inutilmente", "complessivamente": says how, never when. */
export const isAdverb = (folded: string): boolean => folded.length > 8 && folded.endsWith('mente');

const PARTICIPLE =
  /(?:[aiu]t|ess|ers|[ao]st|itt|ott|unt|int|pent|us|is|evas|scoss|moss|affiss|svolt|risolt|accolt|redatt|sospes|dett|elett|corrett|protett|costrett|ristrett)[oaie]$|^(?:raccolt|apert|copert|offert|spes)[oi]$/;

/** Nouns and adjectives that only look like participles, without their last vowel. */
const NOUNS = new Set(
  (
    'abitat abus access acquedott adess affitt aggiunt agost ambit analis appunt artigianat attestat attribut ' +
    'avvers avvis avvocat candidat capit catast caus certificat circuit citt cognat comitat commess commissariat ' +
    'compit compless comunicat condott conflitt congress contrast contribut cost credit cris debit decess defunt ' +
    'delegat deposit diritt distrett ditt divers dott esit entrat fabbricat fortuit gelat giunt gratuit ' +
    'guast illecit implicit impost ingress intern interess invers istitut limit lott magistrat mandat marit mercat ' +
    'merit minut ness nott ospit padronat partenariat partit past paus percepit perit permess possess post prat ' +
    'precis prestit privat process prodott profitt progress promess propost punt quesit quint recapit recess reddit ' +
    'requisit riassunt rifiut rispost risultat salut sanit segretariat senat sindacat soldat spess spunt statut ' +
    'stess subit success tast tesserat transit tribut univers uscit vendit vers visit volontariat'
  ).split(' '),
);
/** Forms of participles that are nouns as well, more often met as such. */
const NOUN_FORMS = new Set('delegati delegato espresso formato messa messi scritta stato'.split(' '));

/** A past participle: what is "sottoscritto il 4 marzo" or "rilevato nel primo trimestre" has happened. */
export const isParticiple = (folded: string): boolean =>
  (folded.length > 4 || /^nat[oaie]$/.test(folded)) &&
  PARTICIPLE.test(folded) &&
  !NOUNS.has(folded.slice(0, -1)) &&
  !NOUN_FORMS.has(folded) &&
  !folded.endsWith('mento');
