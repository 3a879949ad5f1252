/** What chance tried in a number of lives. */
import type { RehearsedStretch } from './ask-product.js';
import type { Deed } from './deeds.js';
import type { Life } from './life.js';
import type { ToldAhead } from './told-ahead.js';

/** How often. */
export type WhatHappened = Record<Deed['kind'] | Sign | 'mail' | 'outage' | 'asked' | 'carried', number>;

/** Words of mails by which it is seen. */
const SIGNS = {
  repeated: 'Hai risposto dal messaggio',
  withdrawn: 'Ritirata:',
  'in place of': 'al posto di',
  summary: 'Riepilogo settimanale',
  external: 'Termini esterni da definire',
  recurrence: "nell'anno)",
  mayor: 'comunicazione al Sindaco',
  explained: 'conclusione prevista',
} as const;
type Sign = keyof typeof SIGNS;

export const NOTHING_HAPPENED = (): WhatHappened => ({
  ...{
    carried: 0,
    mail: 0,
    outage: 0,
    asked: 0,
    done: 0,
    'in-progress': 0,
    'not-mine': 0,
    seen: 0,
    withdraw: 0,
    'hold-back': 0,
  },
  ...{ transmit: 0, acknowledge: 0, return: 0, reopen: 0 },
  ...{ 'set-date': 0, vary: 0, ladder: 0, absence: 0, succession: 0, repeated: 0, withdrawn: 0 },
  ...{ 'in place of': 0, summary: 0, external: 0, recurrence: 0, mayor: 0, explained: 0 },
});

export function whatHappened(
  life: Life,
  { deeds, mails, carried }: ToldAhead,
  asked: readonly RehearsedStretch[],
): WhatHappened {
  const all = NOTHING_HAPPENED();
  for (const { kind } of deeds) all[kind] += 1;
  for (const { text, subject } of mails) {
    const words = `${subject} ${text}`.replaceAll(/\s+/g, ' ');
    for (const [sign, said] of Object.entries(SIGNS)) if (words.includes(said)) all[sign as Sign] += 1;
  }
  all.mail = mails.length;
  all.carried = carried;
  all.outage = life.outages.length;
  all.asked = asked.filter((one) => one.mails.length > 0).length;
  return all;
}

export function add(to: WhatHappened, more: WhatHappened): void {
  for (const key of Object.keys(to) as (keyof WhatHappened)[]) to[key] += more[key];
}
