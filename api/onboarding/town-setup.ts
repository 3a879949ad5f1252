/**
 * A town as it is being set up: the steps, and the town they make once nothing in them is wrong. The guided pages and
 * `add-town` answer the same steps, so there is one way in which a town comes to be.
 */
import type { CivilDate } from '../../domain/time/civil-date.js';
import { type Closure, DEFAULT_CLOSURES } from '../../domain/time/closures.js';
import { isMailAddress } from '../../mail/mail-address.js';
import type { ChosenWords } from '../../mail/town-words.js';
import { townSettingsSchema } from '../../store/towns/town-settings.js';
import type { SetupAnswers } from '../../store/towns/town-setups.js';
import { type ReadClosures, readClosures, valuesOfClosures } from '../commands/towns/closures-asked.js';
import type { FieldProblem, Refusal } from '../refusals.js';
import { hasForeignLetters } from './look-alike.js';
import { type ListedPerson, PEOPLE_LIMITS, type PeopleList, readPeopleList } from './people-list.js';
import { readSending, type SendingAsked } from './sending-fields.js';
import {
  lineProblem,
  oneLine,
  readIdentity,
  readSectors,
  readWords,
  type StepRead,
  type StepValues,
  type TownNames,
  valuesOfWords,
} from './town-fields.js';

export const SETUP_STEPS = ['ente', 'chiusure', 'parole', 'settori', 'persone', 'avvisi'] as const;
export type SetupStep = (typeof SETUP_STEPS)[number];

export const isSetupStep = (text: string): text is SetupStep => SETUP_STEPS.some((step) => step === text);

/** Nobody sets up more towns than this at once. */
export const TOO_MANY_SETUPS: Refusal = {
  code: 'invalid',
  problems: [
    {
      field: '',
      message: 'Ci sono già cinquanta enti in preparazione: completane o scartane uno.',
    },
  ],
};

/** All that a new town is made of. */
export interface TownAsked extends TownNames, SendingAsked {
  readonly slug: string;
  readonly closures: readonly Closure[];
  readonly words: ChosenWords;
  readonly sectors: readonly string[];
  /** The Segretario first. */
  readonly people: readonly ListedPerson[];
}

/** With what every town begins: Saturdays closed, the usual words, the Sindaco told only once an act is cited. */
export const firstAnswers = (closures: readonly Closure[] = DEFAULT_CLOSURES): SetupAnswers => ({
  chiusure: valuesOfClosures(closures),
  parole: valuesOfWords(townSettingsSchema.parse({}).words),
});

export type StepProblems = Readonly<Partial<Record<SetupStep, readonly FieldProblem[]>>>;

export type SetupRead =
  | { readonly ok: true; readonly town: TownAsked }
  | { readonly ok: false; readonly problems: StepProblems };

/** `today` of the town: no act is later. `closures`: where a program said them, who may say more of them than the form has. */
export function readSetup(
  answers: SetupAnswers,
  today: CivilDate,
  closures: ReadClosures = readClosures(answers['chiusure'] ?? {}, today),
): SetupRead {
  const of = (step: SetupStep): StepValues => answers[step] ?? {};
  const identity = readIdentity(of('ente'));
  const words = readWords(of('parole'));
  const sectors = readSectors(of('settori'));
  const people = readPeople(answers);
  const sending = readSending(of('avvisi'), today);
  const reads = {
    ente: identity,
    chiusure: closures,
    parole: words,
    settori: sectors,
    persone: people,
    avvisi: sending,
  };
  if (identity.ok && closures.ok && words.ok && sectors.ok && people.ok && sending.ok) {
    const town: TownAsked = {
      ...{ ...identity.value, ...sending.value, closures: closures.closures },
      ...{ words: words.value, sectors: sectors.value, people: people.value.people },
    };
    return { ok: true, town };
  }
  const problems = Object.entries(reads).flatMap(([step, read]) => (read.ok ? [] : [[step, read.problems]]));
  return { ok: false, problems: Object.fromEntries(problems) as StepProblems };
}

const SHOWN = 50;

/** Fields `segretario`, `casella`, `elenco` of the step; a line of the list that is wrong is one problem of `elenco`. */
function readPeople(answers: SetupAnswers): StepRead<PeopleList> {
  const values = answers['persone'] ?? {};
  const [name = '', email = ''] = [values['segretario'], values['casella']?.trim()];
  const wrongName = lineProblem(name, 'Il nome del Segretario', PEOPLE_LIMITS.name);
  const problems: FieldProblem[] = [
    ...(wrongName === null ? [] : [{ field: 'segretario', message: wrongName }]),
    ...(isMailAddress(email) && !hasForeignLetters(email)
      ? []
      : [{ field: 'casella', message: `"${email.slice(0, 80)}" non è un indirizzo di posta.` }]),
  ];
  const list = peopleListed(answers);
  const found = list.problems.map(({ line, message }) => ({
    field: 'elenco',
    message: line === 0 ? message : `Riga ${line}: ${message}`,
  }));
  problems.push(...found.slice(0, SHOWN));
  if (found.length > SHOWN)
    problems.push({ field: 'elenco', message: `Altri ${found.length - SHOWN} problemi nell'elenco.` });
  return problems.length > 0 ? { ok: false, problems } : { ok: true, value: list };
}

/** The list as far as it reads, for its preview. */
export function peopleListed(answers: SetupAnswers): PeopleList {
  const values = answers['persone'] ?? {};
  const sectors = readSectors(answers['settori'] ?? {});
  return readPeopleList(values['elenco'] ?? '', sectors.ok ? sectors.value : [], {
    name: oneLine(values['segretario'] ?? ''),
    email: values['casella']?.trim() ?? '',
  });
}
