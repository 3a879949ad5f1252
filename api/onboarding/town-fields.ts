/** What a town is called, and what it calls things: read from forms, from the command line, from the settings' page. */
import { plainName } from '../../domain/cycle/pasted-names.js';
import type { ChosenWords } from '../../mail/town-words.js';
import type { FieldProblem } from '../refusals.js';

/** As typed, by the name of the field; what is absent is empty. */
export type StepValues = Readonly<Record<string, string>>;

export type StepRead<Value> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly problems: readonly FieldProblem[] };

/** A control, or a sign that nobody sees: of no name. */
const UNSEEN = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Co}]/u;

/** One line of words: blanks joined, from 1 to `most` signs; `what` with its article. */
export function lineProblem(text: string, what: string, most: number): string | null {
  if (text.trim() === '' || text.length > most) return `${what} deve avere da 1 a ${most} caratteri.`;
  return UNSEEN.test(text) ? `${what} contiene caratteri invisibili o a capo: riscrivilo a mano.` : null;
}

export const oneLine = (text: string): string => text.trim().replace(/\s+/g, ' ');

const read = <Value>(problems: readonly FieldProblem[], value: Value): StepRead<Value> =>
  problems.length > 0 ? { ok: false, problems } : { ok: true, value };

const beside = (field: string, message: string | null): readonly FieldProblem[] =>
  message === null ? [] : [{ field, message }];

const NAME_LIMIT = 120;
const SLUG_LIMIT = 60;

export interface TownNames {
  readonly name: string;
  /** Code of the Indice delle pubbliche amministrazioni; `null`: not said. */
  readonly ipaCode: string | null;
}

/** Fields `nome`, `ipa`. */
export function readTownNames(values: StepValues): StepRead<TownNames> {
  const [name = '', ipa = ''] = [values['nome'], values['ipa']?.trim()];
  const problems = [
    ...beside('nome', lineProblem(name, 'Il nome del comune', NAME_LIMIT)),
    ...(ipa === '' || /^[A-Za-z0-9_]{2,30}$/.test(ipa)
      ? []
      : [
          {
            field: 'ipa',
            message: `«${ipa.slice(0, 40)}» non è un codice IPA: lettere, cifre e _, per esempio c_x000.`,
          },
        ]),
  ];
  return read(problems, { name: oneLine(name), ipaCode: ipa === '' ? null : ipa });
}

/** Fields of {@link readTownNames}, and `sigla`: left empty it comes from the name. */
export function readIdentity(values: StepValues): StepRead<TownNames & { readonly slug: string }> {
  const names = readTownNames(values);
  const typed = values['sigla']?.trim() ?? '';
  const slug = typed === '' ? slugOf(values['nome'] ?? '') : typed;
  const wrong =
    /^[a-z0-9]+(-[a-z0-9]+)*$/.test(slug) && slug.length <= SLUG_LIMIT
      ? null
      : `"${slug.slice(0, SLUG_LIMIT)}" non è una sigla: lettere minuscole, cifre e trattini, per esempio "esempio".`;
  const problems = [...(names.ok ? [] : names.problems), ...beside('sigla', wrong)];
  return names.ok ? read(problems, { ...names.value, slug }) : { ok: false, problems };
}

/** "Comune di San Giovanni" → "san-giovanni". */
export const slugOf = (name: string): string =>
  plainName(name)
    .replace(/^(comune|citta) (dell['’]|della|del|di|d['’]) ?/, '')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
    .slice(0, SLUG_LIMIT)
    .replace(/-$/, '');

const WORD_LIMIT = 60;

/** Fields `settore`, `valutatore`, `segretario`. */
export function readWords(values: StepValues): StepRead<ChosenWords> {
  const [sector = '', evaluator = '', secretary = ''] = ['settore', 'valutatore', 'segretario'].map(
    (field) => values[field] ?? '',
  );
  const problems = [
    ...beside('settore', lineProblem(sector, 'Il nome dei settori', WORD_LIMIT)),
    ...beside('valutatore', lineProblem(evaluator, 'Il nome di chi valuta', WORD_LIMIT)),
    ...beside('segretario', lineProblem(secretary, 'Il nome del Segretario', WORD_LIMIT)),
  ];
  return read(problems, {
    sector: oneLine(sector),
    evaluator: oneLine(evaluator),
    secretary: oneLine(secretary),
  });
}

export const valuesOfWords = ({ sector, evaluator, secretary }: ChosenWords): StepValues => ({
  settore: sector,
  valutatore: evaluator,
  segretario: secretary,
});

const SECTORS = { most: 100, name: 160 } as const;

/** Field `settori`: one a line; empty: they come with the plan. */
export function readSectors(values: StepValues): StepRead<readonly string[]> {
  const names = (values['settori'] ?? '')
    .split('\n')
    .map(oneLine)
    .filter((name) => name !== '');
  const seen = new Map<string, string>();
  const problems = names.flatMap((name) => {
    const twin = seen.get(plainName(name));
    seen.set(plainName(name), name);
    const wrong = lineProblem(name, `Il settore «${name.slice(0, 40)}»`, SECTORS.name);
    if (wrong !== null) return beside('settori', wrong);
    return beside('settori', twin === undefined ? null : `Il settore «${name}» è scritto due volte.`);
  });
  const many =
    names.length > SECTORS.most ? `I settori sono ${names.length}: al massimo ${SECTORS.most}.` : null;
  return read([...problems.slice(0, 20), ...beside('settori', many)], names);
}
