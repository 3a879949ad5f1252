/** How the prova generale names receivers, months and the reasons of a mail. */
import type { DigestFacts } from '../../../domain/obligations/digest.js';
import { italianDate } from '../../../mail/italian-dates.js';
import { counted } from '../../../mail/italian-numbers.js';
import { allLines } from '../../../mail/rehearsed-line.js';
import { type MailWords, roleInWords } from '../../../mail/roles.js';
import type { Rehearsal } from '../../queries/rehearsal.js';
import type { Month } from '../../queries/rehearsal-tally.js';
import type { RehearsalWindow } from '../../queries/rehearsal-window.js';
import { RUNGS_IN_WORDS } from '../words.js';

const MONTHS = ['gen', 'feb', 'mar', 'apr', 'mag', 'giu', 'lug', 'ago', 'set', 'ott', 'nov', 'dic'] as const;

/** "lug 2023". */
export const monthInWords = (month: Month): string =>
  `${MONTHS[Number(month.slice(5, 7)) - 1] ?? ''} ${month.slice(0, 4)}`;

/** The person's name; for a role that nobody receives for, the role. */
export function receiverName({ people }: Rehearsal, to: string, words: MailWords): string {
  const person = people.get(to);
  if (person !== undefined) return person.name;
  if (to.startsWith('head:')) return roleInWords({ role: 'head', sector: to.slice('head:'.length) }, words);
  return to === 'secretary' || to === 'mayor' || to === 'oiv' || to === 'rpct'
    ? roleInWords({ role: to }, words)
    : to;
}

/** What keeps the mail from being one: nobody there, or no mailbox. Empty where it goes out. */
export function receiverTrouble({ people }: Rehearsal, to: string): string {
  const person = people.get(to);
  if (person === undefined) return 'nessuno riceve per questo ruolo';
  return person.email === null ? 'senza casella: da consegnare a mano' : '';
}

/** The roles a mail is for, where they say more than the name. */
export const rolesInWords = (facts: DigestFacts, name: string, words: MailWords): string =>
  facts.roles
    .map((role) => roleInWords(role, words))
    .filter((role) => role !== name)
    .join(', ');

/** "3 voci". */
export const linesInWords = (facts: DigestFacts): string => counted(allLines(facts).length, 'voce', 'voci');

/** Why it goes out: its rungs, each once with how often, and the weekly summary. */
export function reasonsInWords(facts: DigestFacts): string {
  const counts = new Map<string, number>();
  for (const { rung } of facts.lines) {
    if (rung !== null) counts.set(RUNGS_IN_WORDS[rung], (counts.get(RUNGS_IN_WORDS[rung]) ?? 0) + 1);
  }
  const rungs = [...counts].map(([words, count]) => (count === 1 ? words : `${words} (${count})`));
  return [...rungs, ...(facts.summary === null ? [] : ['Riepilogo settimanale'])].join('; ');
}

/** Where the full mail stands. */
export const mailHref = (
  mail: { readonly day: string; readonly to: string },
  draft: string | null,
  part: '' | '/html' = '',
): string => {
  const query = new URLSearchParams({ giorno: mail.day, a: mail.to });
  if (draft !== null) query.set('bozza', draft);
  return `/prova-generale/messaggio${part}?${query}`;
};

/** "da lunedì 3 luglio 2023 a domenica 31 marzo 2024". */
export const windowInWords = ({ from, until }: RehearsalWindow): string =>
  `da ${italianDate(from)} a ${italianDate(until)}`;
