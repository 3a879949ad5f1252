/** The Italian of what comes back signed, and its addresses. */
import type {
  Paper,
  PaperKind,
  PrintHeld,
  RoundPaper,
  SignatureSeen,
} from '../../../domain/cycle/signed-paper.js';
import { parseCivilDate } from '../../../domain/time/civil-date.js';
import type { PaperFound } from '../../../store/relazione/signed-papers.js';
import { ACT_WORDS } from '../evaluation/measurement-words.js';
import { shortDate } from '../italian-time.js';
import { monthInWords } from '../register/seal-words.js';
import { actCited } from '../words.js';

export const PAPER_PATHS: Readonly<Record<PaperKind, string>> = {
  act: 'atto',
  'evaluation-act': 'atto-di-valutazione',
  transmission: 'trasmissione',
  validation: 'documento-di-validazione',
  report: 'relazione-di-accompagnamento',
  minutes: 'verbale',
  relazione: 'relazione',
  'window-report': 'relazione-alla-giunta',
  seals: 'sigilli',
};

export const paperHref = ({ kind, of }: Paper): string => `/copie-firmate/${PAPER_PATHS[kind]}/${of}`;

export const ROUND_PAPER_NAMES: Readonly<Record<RoundPaper, string>> = {
  transmission: 'Trasmissione della Relazione',
  validation: 'Documento di validazione',
  report: 'Relazione di accompagnamento',
  minutes: "Verbale dell'istruttoria",
};

/** Of each kind, where nothing more is known of the paper. */
export const PAPER_NAMES: Readonly<Record<PaperKind, string>> = {
  ...ROUND_PAPER_NAMES,
  act: 'Atto',
  'evaluation-act': 'Atto di valutazione',
  relazione: 'Relazione',
  'window-report': 'Relazione alla Giunta',
  seals: 'Sigilli',
};

const roundPaper = (kind: PaperKind): string =>
  Object.hasOwn(ROUND_PAPER_NAMES, kind) ? ROUND_PAPER_NAMES[kind as RoundPaper] : '';

/** "Documento di validazione 2023 (2ª trasmissione)". */
export function paperTitle({ kind }: Paper, found: PaperFound): string {
  switch (found.is) {
    case 'act':
      return actCited(found);
    case 'evaluation-act': {
      const number = found.number === '' ? '' : ` n. ${found.number}`;
      return `${ACT_WORDS[found.act]}${number} del ${shortDate(found.onDay)}`;
    }
    case 'round':
      return `${roundPaper(kind)} ${found.year}${found.round === 1 ? '' : ` (${found.round}ª trasmissione)`}`;
    case 'relazione':
      return `Relazione ${found.year}, istantanea n. ${found.number}`;
    case 'window-report':
      return `${found.title} – relazione alla Giunta`;
    case 'seals':
      return `Sigilli di ${monthName(found.month)}`;
  }
}

const monthName = (month: string): string => {
  const day = parseCivilDate(`${month}-01`);
  return day === null ? month : monthInWords(day);
};

/** The page on which the paper stands; that of the evaluators' own is *Istruttoria* for whoever `examines`. */
export function paperPlace(
  { kind, of }: Paper,
  found: PaperFound,
  examines: boolean,
): { readonly href: string; readonly text: string } {
  switch (found.is) {
    case 'act':
      return found.closes || found.year === null
        ? { href: `/ciclo${found.year === null ? '' : `?anno=${found.year}`}`, text: 'Il ciclo' }
        : { href: `/piano?anno=${found.year}`, text: 'Il piano' };
    case 'evaluation-act':
      return { href: `/misurazione?anno=${found.year}`, text: 'Misurazione' };
    case 'round':
      return examines && kind !== 'transmission'
        ? { href: `/istruttoria?anno=${found.year}`, text: 'Istruttoria' }
        : { href: `/ciclo?anno=${found.year}`, text: 'Il ciclo' };
    case 'relazione':
      return { href: `/relazione?anno=${found.year}`, text: 'Relazione' };
    case 'window-report':
      return { href: `/monitoraggio/finestre/${of}/relazione`, text: 'Relazione alla Giunta' };
    case 'seals':
      return { href: '/registro', text: 'Registro degli avvisi' };
  }
}

export const SIGNATURE_WORDS: Readonly<Record<SignatureSeen, string>> = {
  cades: 'Busta firmata P7M (CAdES)',
  pades: 'PDF con firma digitale (PAdES)',
  'none-seen': 'PDF senza una firma digitale riconoscibile',
};

const HELD_WORDS: Readonly<Record<PrintHeld, string>> = {
  internal: 'il PDF della versione interna prodotto',
  publication: 'il PDF della versione per la pubblicazione prodotto',
  seals: 'la pagina dei sigilli prodotta',
};

/** `null`: nothing can be said beyond the hash. */
export const heldInWords = (holds: PrintHeld | null): string | null =>
  holds === null ? null : `Contiene, byte per byte, ${HELD_WORDS[holds]} da Traguardo.`;

/** "prot. 123 del 3/5/2024". */
export const protocolInWords = ({
  number,
  on,
}: {
  readonly number: string;
  readonly on: Parameters<typeof shortDate>[0] | null;
}): string => `prot. ${number}${on === null ? '' : ` del ${shortDate(on)}`}`;
