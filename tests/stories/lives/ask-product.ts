/** The prova generale of the product itself, asked in the middle of a life, for as long as nobody does anything. */
import { loadRehearsal, mailsOf } from '../../../api/queries/rehearsal.js';
import { addDays, type CivilDate, earlier } from '../../../domain/time/civil-date.js';
import { civilDateAt } from '../../../domain/time/zone.js';
import { composeDigest } from '../../../mail/compose.js';
import { wordsOf } from '../../../mail/town-words.js';
import type { Sql } from '../../../store/connection.js';
import { inTown } from '../../../store/in-town.js';
import { ZONE } from '../../activities/town.js';
import type { Meanwhile } from './by-plain-driver.js';
import type { LivedMail } from './told-ahead.js';

/** Days, both included; `until` may come before `from`: then there is none. */
export interface RehearsedStretch {
  readonly from: CivilDate;
  readonly until: CivilDate;
  readonly mails: readonly LivedMail[];
}

export async function askProduct(
  sql: Sql,
  { town, real, undisturbed }: Meanwhile,
): Promise<RehearsedStretch> {
  const loaded = await inTown(sql, town.town, (tx) => loadRehearsal(tx, real, null));
  if (!loaded.ok) throw new Error(loaded.refusal.code);
  const { rehearsal } = loaded;
  const from = rehearsal.start;
  const until = earlier(addDays(civilDateAt(undisturbed, ZONE), -1), rehearsal.end);
  const { words, mayorRung } = rehearsal.facts.town.settings;
  const mails = [...mailsOf(rehearsal, { from, until })]
    .filter(({ to }) => rehearsal.people.has(to))
    .map(({ day, to, facts }) => {
      const { subject, text, html } = composeDigest(facts, wordsOf(words, mayorRung));
      return { day, to, subject, text, html };
    });
  return { from, until, mails };
}

export const within = (
  mails: readonly LivedMail[],
  { from, until }: RehearsedStretch,
): readonly LivedMail[] => mails.filter(({ day }) => from <= day && day <= until);
