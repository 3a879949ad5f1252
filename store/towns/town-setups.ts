/**
 * Towns that administrators are setting up, step by step: above towns, since none is there yet. Each function calls
 * one SECURITY DEFINER function of `000038_onboarding.sql`, which lets in administrators alone. Instants are real.
 */
import { z } from 'zod';
import type { Instant } from '../../domain/time/instant.js';
import type { AnyTx, Sql } from '../connection.js';

/** What was typed, by step and by the name of its field. */
export type SetupAnswers = Readonly<Record<string, Readonly<Record<string, string>>>>;

const answersSchema = z.record(z.string(), z.record(z.string(), z.string()));

/** What has been typed so far. */
export interface TownSetup {
  /** Of the town that it becomes, too. */
  readonly id: string;
  readonly answers: SetupAnswers;
  /** Rises with every change. */
  readonly version: number;
  readonly changedAt: Instant;
}

/** `null`: fifty are open. */
export async function beginTownSetup(
  sql: Sql,
  begun: { readonly account: string; readonly answers: SetupAnswers; readonly at: Instant },
): Promise<string | null> {
  const [row] = await sql<{ id: string | null }[]>`
    select across_begin_town_setup(${begun.account}, ${sql.json(begun.answers)}, ${begun.at}) as id`;
  return row?.id ?? null;
}

/** The one changed last first; `wanted`: that one alone. */
export async function listTownSetups(
  sql: Sql | AnyTx,
  account: string,
  wanted: string | null = null,
): Promise<readonly TownSetup[]> {
  const rows = await sql<{ id: string; answers: unknown; version: number; changedAt: Instant }[]>`
    select * from across_town_setups(${account}, ${wanted}::uuid)`;
  return rows.map((row) => ({ ...row, answers: answersSchema.parse(row.answers) }));
}

/** `false`: somebody changed it after `seen`, or it is gone. */
export async function keepTownSetup(
  sql: Sql,
  kept: { readonly account: string; readonly id: string; readonly seen: number; readonly at: Instant },
  answers: SetupAnswers,
): Promise<boolean> {
  const [row] = await sql<{ kept: boolean }[]>`
    select across_keep_town_setup(${kept.account}, ${kept.id}, ${kept.seen}, ${sql.json(answers)}, ${kept.at}) as kept`;
  return row?.kept === true;
}

/** `false`: it was gone already. */
export async function endTownSetup(sql: Sql | AnyTx, account: string, id: string): Promise<boolean> {
  const [row] = await sql<{ ended: boolean }[]>`
    select across_end_town_setup(${account}, ${id}) as ended`;
  return row?.ended === true;
}
