/** Erasure of words that no register holds, and of what lets a person in. */
import type { Instant } from '../../domain/time/instant.js';
import type { Tx } from '../in-town.js';
import { revokeCalendarFeed } from '../notices/calendar-feeds.js';

/** Reasons and notes that a person wrote beside measures and acts of the evaluation. */
export async function eraseMeasurementWords(tx: Tx, person: string): Promise<void> {
  const theirs = await tx<{ text: string }[]>`
    select reason as text from measure_change where recorded_by = ${person} and reason <> ''
    union select note from measurement_act where recorded_by = ${person} and note <> ''
    union select withdrawn_reason from measurement_act where withdrawn_by = ${person} and withdrawn_reason <> ''`;
  await tx`update measure_change set reason = '' where recorded_by = ${person}`;
  await tx`update measurement_act set note = case when recorded_by = ${person} then '' else note end,
      withdrawn_reason = case when withdrawn_by = ${person} then '' else withdrawn_reason end
    where recorded_by = ${person} or withdrawn_by = ${person}`;
  await tx`select erase_audit_words(${theirs.map(({ text }) => text)})`;
}

/** Account, sessions, keys, calendar, absences, and the name in names of files. While the row still has its address. */
export async function eraseTraces(
  tx: Tx,
  person: string,
  { name, by, at }: { readonly name: string; readonly by: string; readonly at: Instant },
): Promise<void> {
  await revokeCalendarFeed(tx, person, { person: by, at });
  await tx`select erase_person_traces(${person}, ${spellings(name)})`;
}

/** As the names of files spell a name of several words; one of a single word could be anything. */
function spellings(name: string): string[] {
  const words = name.trim().split(/\s+/);
  if (words.length < 2) return [];
  return [words, [...words.slice(1), words[0] ?? '']].flatMap((order) =>
    [' ', '_', '-', '.', ''].map((between) => order.join(between)),
  );
}

/** How many texts of others, in the register, still call somebody by name: they are decided one by one. */
export async function textsNaming(tx: Tx, name: string): Promise<number> {
  const [row] = await tx<{ n: number }[]>`
    select count(*)::integer as n from register_text where position(lower(${name}) in lower(text)) > 0`;
  return row?.n ?? 0;
}
