/** Acts of the town's organs: by them alone a plan goes live or changes. */
import type { CivilDate } from '../../domain/time/civil-date.js';
import type { Instant } from '../../domain/time/instant.js';
import type { Tx } from '../in-town.js';

/** Stored; how each is cited stands in `domain/plan/act-cited.ts`. */
export type Organ =
  | 'giunta'
  | 'consiglio'
  | 'sindaco'
  | 'segretario'
  | 'responsabile'
  | 'commissario'
  | 'other';

/** An act to be recorded. */
export interface Act {
  readonly organ: Organ;
  /** As printed: `48`. */
  readonly number: string;
  readonly adoptedOn: CivilDate;
  readonly subject?: string;
  readonly protocolNumber?: string | null;
  readonly protocolOn?: CivilDate | null;
}

/** Its id, new or known; or that it has another date. */
export type RecordedAct =
  | { readonly ok: true; readonly id: string }
  /** The organ has an act of that number and year with another date. */
  | { readonly ok: false; readonly refusal: 'act-has-another-date'; readonly adoptedOn: CivilDate };

/** Records an act, or finds it when it is there already. */
export async function recordAct(
  tx: Tx,
  act: Act,
  recorded: { readonly at: Instant; readonly by: string | null },
): Promise<RecordedAct> {
  const [made] = await tx<{ id: string }[]>`
    insert into act (organ, number, adopted_on, subject, protocol_number, protocol_on, recorded_at, recorded_by)
    values (${act.organ}, ${act.number}, ${act.adoptedOn}, ${act.subject ?? ''}, ${act.protocolNumber ?? null},
      ${act.protocolOn ?? null}, ${recorded.at}, ${recorded.by})
    on conflict do nothing returning id`;
  if (made !== undefined) return { ok: true, id: made.id };
  const [there] = await tx<{ id: string; adoptedOn: CivilDate }[]>`
    select id, adopted_on from act where organ = ${act.organ} and number = ${act.number}
      and extract(year from adopted_on) = extract(year from ${act.adoptedOn}::date)`;
  if (there === undefined) throw new Error('the act is neither new nor there');
  if (there.adoptedOn !== act.adoptedOn) {
    return { ok: false, refusal: 'act-has-another-date', adoptedOn: there.adoptedOn };
  }
  return { ok: true, id: there.id };
}

/** An act as it is cited. */
export interface ActCited {
  readonly organ: Organ;
  readonly actNumber: string;
  readonly actDate: CivilDate;
}

/** The act by which an obligation stands in the plan as it is now; `null` for what no plan asks. */
export async function actOf(tx: Tx, obligation: string): Promise<ActCited | null> {
  const [act] = await tx<ActCited[]>`
    select a.organ, a.number as act_number, a.adopted_on as act_date
    from obligation o
      join objective ob on ob.town = o.town and ob.id = o.objective
      join plan_version v on v.town = ob.town and v.id = ob.plan_version
      join act a on a.town = v.town and a.id = v.act
    where o.id = ${obligation}`;
  return act ?? null;
}
