/** What is wrong with a line or missing in it, as a field and a sentence that names the objective. */
import type { LineFault, LineField } from '../../../domain/cycle/line-check.js';
import type { AskedLine } from '../../../domain/cycle/submission-line.js';
import type { FieldProblem } from '../../refusals.js';

const NAMES: Readonly<Record<LineField, string>> = {
  progress: 'lo stato di avanzamento',
  deviation: 'lo scostamento',
  cause: 'la causa dello scostamento',
  causeText: 'la causa, in parole',
  remedy: "l'azione correttiva",
  proposal: 'la proposta',
  proposalText: 'che cosa proponi',
  evidence: 'il riscontro',
  indicators: "il valore dell'indicatore",
  milestones: 'il giorno di conclusione della fase',
};

/** "Obiettivo 3", or the beginning of a title without number. */
export const nameOf = ({ number, title }: Pick<AskedLine, 'number' | 'title'>): string =>
  number === null || number.trim() === ''
    ? `«${title.length > 60 ? `${title.slice(0, 60)}…` : title}»`
    : `Obiettivo ${number}`;

/** `place`: of the line in what was sent, as `lines[2]`. */
export function problemOf(fault: LineFault, asked: AskedLine, place: string): FieldProblem {
  const field =
    fault.at === undefined
      ? `${place}.${fault.field}`
      : `${place}.${fault.field}[${fault.at}].${fault.field === 'indicators' ? 'value' : 'doneOn'}`;
  return { field, message: `${nameOf(asked)}: ${said(fault, asked)}` };
}

function said(fault: LineFault, asked: AskedLine): string {
  switch (fault.kind) {
    case 'missing':
      return fault.at === undefined
        ? `manca ${NAMES[fault.field]}.`
        : `manca il valore dell'indicatore ${fault.at + 1} («${short(asked.indicators[fault.at]?.text ?? '')}»), oppure segna che sei in attesa del dato.`;
    case 'too-long':
      return `${NAMES[fault.field]} supera i ${fault.limit} caratteri.`;
    case 'not-a-number':
      return "il valore dell'indicatore deve essere un numero, per esempio 12,5.";
    case 'other-unit':
      return `l'indicatore si misura in ${fault.unit}: scrivi il valore in quella unità.`;
    case 'unknown':
      return fault.field === 'indicators'
        ? "questo indicatore non è dell'obiettivo."
        : "questa fase non è dell'obiettivo.";
    case 'twice':
      return fault.field === 'indicators'
        ? 'questo indicatore compare due volte: dillo una volta sola.'
        : 'questa fase compare due volte: dilla una volta sola.';
    case 'not-a-day':
      return 'il giorno di conclusione non esiste: indica giorno, mese e anno.';
    case 'in-the-future':
      return 'il giorno di conclusione è nel futuro: indica oggi o un giorno passato.';
  }
}

const short = (text: string): string => (text.length > 60 ? `${text.slice(0, 60)}…` : text);
