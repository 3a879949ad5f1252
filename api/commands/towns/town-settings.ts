/** What a town may say of itself at any time: its name, its words, when its mails leave, the links of its footer. */
import type { Json } from '../../../store/connection.js';
import type { TownSettings } from '../../../store/towns/town-settings.js';
import { changeNames, changeSettings, lockTown, type Town } from '../../../store/towns/towns.js';
import { roundStart } from '../../../workflows/contract.js';
import { readSendingTime, timeOf } from '../../onboarding/sending-fields.js';
import {
  readTownNames,
  readWords,
  type StepRead,
  type StepValues,
  type TownNames,
  valuesOfWords,
} from '../../onboarding/town-fields.js';
import type { FieldProblem } from '../../refusals.js';
import { auditTown } from '../audit-command.js';
import { type Commander, type Outcome, runCommand } from '../run-command.js';
import { seenMark } from '../seen-mark.js';

type Changed = Pick<TownSettings, 'words' | 'sending' | 'footer'>;
export type SettingsRead = StepRead<TownNames & Changed>;

/** Fields of the links, by what they lead to. */
const LINKS = { accessibility: 'accessibilita', feedback: 'segnalazioni', privacy: 'privacy' } as const;

/** As the form has them. */
export const valuesOfSettings = ({
  name,
  ipaCode,
  settings: { words, sending, footer },
}: Pick<Town, 'name' | 'ipaCode' | 'settings'>): StepValues => ({
  ...{ nome: name, ipa: ipaCode ?? '', ...valuesOfWords(words) },
  ora: sending.minute === null ? '' : timeOf(sending.minute),
  ...Object.fromEntries(
    Object.entries(LINKS).map(([key, field]) => [field, footer[key as keyof typeof LINKS] ?? '']),
  ),
});

export const SETTINGS_FIELDS = [
  ...['nome', 'ipa', 'settore', 'valutatore', 'segretario', 'ora'],
  ...Object.values(LINKS),
] as const;

/** A short mark of what somebody saw. */
export const settingsSeen = (town: Parameters<typeof valuesOfSettings>[0]): string =>
  seenMark(valuesOfSettings(town));

function readSettings(values: StepValues): SettingsRead {
  const [names, words, time] = [readTownNames(values), readWords(values), readSendingTime(values)];
  const links = Object.entries(LINKS).map(([key, field]) => [key, linkOf(values[field] ?? '')] as const);
  const problems: readonly FieldProblem[] = [
    ...[names, words, time].flatMap((one) => (one.ok ? [] : one.problems)),
    ...links.flatMap(([key, link]) =>
      link === undefined
        ? [
            {
              field: LINKS[key as keyof typeof LINKS],
              message: 'Scrivi un indirizzo completo, che comincia con https:// o http://.',
            },
          ]
        : [],
    ),
  ];
  if (!names.ok || !words.ok || !time.ok || problems.length > 0) return { ok: false, problems };
  const footer = Object.fromEntries(links) as TownSettings['footer'];
  return { ok: true, value: { ...names.value, words: words.value, sending: { minute: time.value }, footer } };
}

/** `undefined`: no address of a page. */
function linkOf(typed: string): string | null | undefined {
  const text = typed.trim();
  if (text === '') return null;
  const url = URL.canParse(text) ? new URL(text) : null;
  const isPage = url !== null && /^https?:$/.test(url.protocol) && url.username === '' && url.hostname !== '';
  return isPage && text.length <= 500 ? url.href : undefined;
}

export interface SettingsKept {
  readonly [key: string]: string;
  readonly name: string;
}

/** `seen`: {@link settingsSeen} of what was on the page; `null`: whatever stands there. */
export function keepSettings(
  commander: Commander,
  asked: { readonly values: StepValues; readonly seen: string | null },
): Promise<Outcome<SettingsKept>> {
  const fingerprint = { values: { ...asked.values }, seen: asked.seen };
  return runCommand(commander, 'settings.change', fingerprint, async (tx, clock) => {
    const town = await lockTown(tx);
    if (town === null) return { ok: false, refusal: { code: 'not-found' } };
    if (asked.seen !== null && asked.seen !== settingsSeen(town))
      return { ok: false, refusal: { code: 'changed-meanwhile' } };
    const read = readSettings(asked.values);
    if (!read.ok) return { ok: false, refusal: { code: 'invalid', problems: read.problems } };
    const { name, ipaCode, ...changed } = read.value;
    const settings = { ...town.settings, ...changed };
    await changeNames(tx, { name, ipaCode });
    await changeSettings(tx, settings);
    await auditTown(tx, commander, clock, 'settings.change', {
      before: valuesOfSettings(town) as Json,
      after: valuesOfSettings({ name, ipaCode, settings }) as Json,
    });
    return { ok: true, result: { name }, starts: [roundStart({ town: town.id })] };
  });
}
