/** The weekly seals of the register: made once a week, never changed. */
import { makeSeal, type Seal, type SealedHead } from '../../domain/register/seal.js';
import { type CivilDate, mondayOf } from '../../domain/time/civil-date.js';
import type { Json } from '../connection.js';
import type { Tx } from '../in-town.js';
import { sha256Hex } from './register.js';

/**
 * Seals all chains as they stand in this transaction, as the seal of the week of `day`; leaves the one that
 * is there. Hold the town (`lockTown`) first. Nothing is sealed while no chain has begun.
 */
export async function sealWeek(tx: Tx, town: string, day: CivilDate): Promise<void> {
  if ((await sealOfWeek(tx, day)) !== null) return;
  const heads = await tx<SealedHead[]>`
    select subject_kind as kind, subject as id, head_seq as seq, head_hash as hash
    from register_chain where head_hash is not null`;
  if (heads.length === 0) return;
  const { week, hash, heads: sealed } = makeSeal({ town, day, heads }, sha256Hex);
  await tx`insert into register_seal (week, day, hash, heads)
    values (${week}, ${day}, ${hash}, ${tx.json(sealed as unknown as Json)})`;
}

/** The hash of the seal of the week in which `day` lies; `null` when that week has none. */
export async function sealOfWeek(tx: Tx, day: CivilDate): Promise<string | null> {
  const [row] = await tx<{ hash: string }[]>`select hash from register_seal where week = ${mondayOf(day)}`;
  return row?.hash ?? null;
}

/** A seal as lists show it. */
export interface SealSummary extends Omit<Seal, 'heads' | 'town'> {
  readonly chains: number;
  /** Entries under all of them. */
  readonly entries: number;
}

/** Latest first; `from` and `until` are days on which they were made. */
export const listSeals = async (
  tx: Tx,
  range: { readonly from?: CivilDate; readonly until?: CivilDate; readonly atMost?: number } = {},
): Promise<readonly SealSummary[]> =>
  tx<SealSummary[]>`
    select s.week, s.day, s.hash, jsonb_array_length(s.heads) as chains,
      (select sum((h ->> 'seq')::integer)::integer from jsonb_array_elements(s.heads) h) as entries
    from register_seal s
    where true
      ${range.from === undefined ? tx`` : tx`and s.day >= ${range.from}`}
      ${range.until === undefined ? tx`` : tx`and s.day <= ${range.until}`}
    order by s.week desc limit ${range.atMost ?? 1000}`;

/** The months (`2023-06`) in which a seal was made, latest first. */
export const sealedMonths = async (tx: Tx): Promise<readonly string[]> =>
  (
    await tx<{ month: string }[]>`
      select distinct to_char(day, 'YYYY-MM') as month from register_seal order by month desc`
  ).map(({ month }) => month);

/**
 * Oldest first: of the seals that cover any entry of these chains, those that first cover one, and the
 * latest. The others say nothing more of them.
 */
export const sealsCovering = async (
  tx: Tx,
  town: string,
  chains: readonly string[],
): Promise<readonly Seal[]> => {
  const rows = await tx<Omit<Seal, 'town'>[]>`
    with head as (
      select s.week, h ->> 'id' as id, (h ->> 'seq')::integer as seq
      from register_seal s cross join jsonb_array_elements(s.heads) h
      where h ->> 'id' = any (${[...chains]})),
    first as (
      select week, seq is distinct from lag(seq) over (partition by id order by week) as is_news from head)
    select s.week, s.day, s.hash, s.heads from register_seal s
    where s.week in (select week from first where is_news) or s.week = (select max(week) from head)
    order by s.week`;
  return rows.map(({ week, day, hash, heads }) => ({ town, week, day, heads, hash }));
};
