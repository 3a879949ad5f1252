/** A town is made, and the link to enter leaves for its Segretario; whoever made it tells them its code. */
import { askSignIn } from '../../store/entry/sign-in.js';
import type { Deps } from '../deps.js';
import { askingForAnother, codeHash } from '../sign-in-cookies.js';
import { type MadeTown, type MakeTown, makeTown } from './make-town.js';
import type { TownAsked } from './town-setup.js';

export type FoundedTown =
  | Exclude<MadeTown, { readonly ok: true }>
  /** Where the link goes, and the six digits that open it: seen once. */
  | { readonly ok: true; readonly email: string; readonly code: string };

/** `making`: the setup that it comes from, and by which way it was asked. */
export async function foundTown(
  { sql, now }: Pick<Deps, 'sql' | 'now'>,
  making: Pick<MakeTown, 'channel' | 'id' | 'account'>,
  town: TownAsked,
): Promise<FoundedTown> {
  const at = now();
  const made = await makeTown({ sql, now: at, ...making }, town);
  if (!made.ok) return made;
  const email = town.people[0]?.email ?? '';
  const asking = askingForAnother();
  await askSignIn(sql, { address: email, browserHash: asking.hash, codeHash: codeHash(asking), at });
  return { ok: true, email, code: asking.code };
}
