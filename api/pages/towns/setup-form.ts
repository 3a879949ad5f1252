/** What the form of a step says, as it is kept: only the step's own fields, each as long as it may be. */
import { decodeText } from '../../../documents/text-decode.js';
import { closureValues } from '../../commands/towns/closures-asked.js';
import type { StepValues } from '../../onboarding/town-fields.js';
import type { SetupStep } from '../../onboarding/town-setup.js';
import type { Refusal } from '../../refusals.js';
import type { Form, FormLimits } from '../../uploads/read-form.js';

const LIST_BYTES = 500_000;
/** Of the form with the list of people. */
export const LIST_LIMITS: FormLimits = { file: LIST_BYTES, files: 1 };

/** Fields of each step, with the most signs that are kept of each. */
const FIELDS: Readonly<Record<Exclude<SetupStep, 'chiusure'>, Readonly<Record<string, number>>>> = {
  ente: { nome: 300, sigla: 100, ipa: 100 },
  parole: { settore: 200, valutatore: 200, segretario: 200 },
  settori: { settori: 20_000 },
  persone: { segretario: 300, casella: 300, elenco: LIST_BYTES },
  avvisi: { ora: 10, sindaco: 10, atto: 300 },
};

export type SetupForm =
  | { readonly ok: true; readonly values: StepValues }
  | { readonly ok: false; readonly refusal: Refusal };

/** A list that was chosen as a file takes the place of its text. */
export async function stepValues(form: Form, step: SetupStep): Promise<SetupForm> {
  if (step === 'chiusure') return { ok: true, values: closureValues((name) => form.text(name)) };
  const values = Object.fromEntries(
    Object.entries(FIELDS[step]).map(([name, most]) => [name, form.text(name).slice(0, most)]),
  );
  const [file] = form.files('file');
  if (step !== 'persone' || file === undefined) return { ok: true, values };
  if (file.size > LIST_BYTES)
    return { ok: false, refusal: { code: 'too-large', limit: '500 kB', file: file.name } };
  const text = decodeText(await file.bytes());
  if (text === null)
    return { ok: false, refusal: { code: 'wrong-type', accepted: 'un file CSV di testo', file: file.name } };
  return { ok: true, values: { ...values, elenco: text.replaceAll('\r\n', '\n') } };
}
