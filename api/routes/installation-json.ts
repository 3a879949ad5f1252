/** A new town as the JSON API takes it, and as the steps of the guided pages read it. */
import { z } from '@hono/zod-openapi';
import type { Closure } from '../../domain/time/closures.js';
import type { SetupAnswers } from '../../store/towns/town-setups.js';
import { firstAnswers, SETUP_STEPS, type StepProblems } from '../onboarding/town-setup.js';
import type { FieldProblem } from '../refusals.js';
import { closuresShape } from './closures.js';
import { underNames } from './operation.js';
import { text } from './schemas.js';

/** What is not said is as every town begins. */
export const newTownSchema = z
  .strictObject({
    name: text(300).openapi({ example: 'Comune di Esempio' }),
    slug: text(100).default('').openapi({
      description: 'Small letters, digits, hyphens; it stands in addresses. Empty: from the name.',
    }),
    ipaCode: text(100)
      .nullable()
      .default(null)
      .openapi({ description: 'Of the Indice delle pubbliche amministrazioni.' }),
    closures: closuresShape.optional().openapi({ description: 'Absent: Saturdays.' }),
    words: z
      .strictObject({ sector: text(200), evaluator: text(200), secretary: text(200) })
      .optional()
      .openapi({ description: 'What the town calls them; absent: the usual words.' }),
    sectors: z
      .array(text(300).regex(/^[^\r\n]*$/, 'sta su una riga sola'))
      .max(1000)
      .default([])
      .openapi({ description: 'Empty: they come with the plan.' }),
    secretary: z.strictObject({ name: text(300), email: text(300) }),
    people: text(500_000).default('').openapi({
      description:
        'The others, as a spreadsheet saves its list: a heading (Nome;Casella;Ruolo;Settore;Casella condivisa), then a line for each role of each person.',
    }),
    sendsAt: text(10).nullable().default(null).openapi({
      description: 'HH:MM, on the half hour from 07:30 to 12:00; null: spread from 07:30 to 09:00.',
    }),
    mayor: z
      .strictObject({ on: z.boolean(), act: text(300).nullable().default(null) })
      .default({ on: false, act: null })
      .openapi({ description: 'Whether the Sindaco is told of what nobody answers, and by which act.' }),
  })
  .openapi('NewTown');

/** What each step calls its fields, as the body calls them. */
const NAMES: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  ente: { nome: 'name', sigla: 'slug', ipa: 'ipaCode' },
  parole: { settore: 'words.sector', valutatore: 'words.evaluator', segretario: 'words.secretary' },
  settori: { settori: 'sectors' },
  persone: { segretario: 'secretary.name', casella: 'secretary.email', elenco: 'people' },
  avvisi: { ora: 'sendsAt', sindaco: 'mayor.on', atto: 'mayor.act' },
};

/** The answers that somebody would have typed on the pages. */
export function answersIn(
  { name, slug, ipaCode, words, sectors, secretary, people, sendsAt, mayor }: z.infer<typeof newTownSchema>,
  closures: readonly Closure[],
): SetupAnswers {
  return {
    ...firstAnswers(closures),
    ente: { nome: name, sigla: slug, ipa: ipaCode ?? '' },
    ...(words === undefined
      ? {}
      : { parole: { settore: words.sector, valutatore: words.evaluator, segretario: words.secretary } }),
    settori: { settori: sectors.join('\n') },
    persone: { segretario: secretary.name, casella: secretary.email, elenco: people },
    avvisi: { ora: sendsAt ?? '', sindaco: mayor.on ? 'si' : '', atto: mayor.act ?? '' },
  };
}

/** In the order of the steps, beside the fields of the body. */
export const setupProblems = (problems: StepProblems): readonly FieldProblem[] =>
  SETUP_STEPS.flatMap((step) => underNames(problems[step] ?? [], NAMES[step] ?? {}));
