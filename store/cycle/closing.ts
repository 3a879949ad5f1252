/** The closing of a year in rows: what its steps make people owe, and the facts that conclude them. */
import type { ClosingFact, ValidationOutcome } from '../../domain/cycle/closing-duties.js';
import { isClosingKind } from '../../domain/cycle/closing-obligations.js';
import type { ClosingStep } from '../../domain/cycle/closing-rules.js';
import type { Obligation } from '../../domain/obligations/obligation.js';
import type { CivilDate } from '../../domain/time/civil-date.js';
import type { Instant } from '../../domain/time/instant.js';
import type { Tx } from '../in-town.js';
import type { Organ } from '../plan/acts.js';

/** A duty as it stands in its obligation. */
export interface KeptDuty {
  readonly obligation: string;
  readonly step: ClosingStep;
  readonly round: number;
  readonly due: CivilDate;
  readonly state: 'open' | 'done' | 'waived' | 'superseded';
}

/** Of a year, in the order in which they were made. */
export const listDuties = async (tx: Tx, cycle: string): Promise<readonly KeptDuty[]> =>
  tx<KeptDuty[]>`
    select d.obligation, d.step, d.round, o.due, o.state
    from closing_duty d join obligation o on o.town = d.town and o.id = d.obligation
    where d.cycle = ${cycle} order by d.round, o.due, d.step`;

/** Is it concluded by a fact of *Il ciclo*? A term of the law of the same kind is not. */
export async function closesYear(tx: Tx, { id, kind }: Pick<Obligation, 'id' | 'kind'>): Promise<boolean> {
  if (!isClosingKind(kind)) return false;
  const rows = await tx`select 1 from closing_duty where obligation = ${id}`;
  return rows.length > 0;
}

/** A fact to be recorded; its act is a row of its own. */
export interface NewClosingFact {
  readonly obligation: string;
  readonly kind: 'done' | 'ready';
  readonly on: CivilDate;
  readonly outcome: ValidationOutcome | null;
  /** Id of the act. */
  readonly act: string | null;
  readonly protocolNumber: string | null;
  readonly protocolOn: CivilDate | null;
  readonly addresses: readonly string[];
  readonly note: string | null;
  /** Town time. */
  readonly at: Instant;
  readonly by: string;
}

/** A fact that stands, with its act. */
export interface KeptFact extends Omit<NewClosingFact, 'at' | 'by' | 'act' | 'on'>, ClosingFact {
  readonly id: string;
  readonly act: {
    readonly id: string;
    readonly organ: Organ;
    readonly actNumber: string;
    readonly actDate: CivilDate;
  } | null;
  readonly recordedAt: Instant;
  readonly recordedBy: string | null;
  /** `null`: it stands. */
  readonly withdrawn: {
    readonly at: Instant;
    readonly by: string | null;
    readonly because: string | null;
  } | null;
}

/** Everything that was recorded for a year, withdrawn ones too, oldest first. */
export async function listFacts(tx: Tx, cycle: string): Promise<readonly KeptFact[]> {
  type Row = Omit<KeptFact, 'act' | 'withdrawn'> & {
    act: string | null;
    organ: Organ | null;
    actNumber: string | null;
    actDate: CivilDate | null;
    withdrawnAt: Instant | null;
    withdrawnBy: string | null;
    withdrawnBecause: string | null;
  };
  const rows = await tx<Row[]>`
    select f.id, f.obligation, f.kind, d.step, d.round, f.happened_on as on, f.outcome, f.protocol_number,
      f.protocol_on, f.addresses, f.note, f.recorded_at, p.name as recorded_by, f.act, a.organ, a.number as act_number,
      a.adopted_on as act_date, f.withdrawn_at, w.name as withdrawn_by, f.withdrawn_because
    from closing_fact f
      join closing_duty d on d.town = f.town and d.obligation = f.obligation
      left join act a on a.town = f.town and a.id = f.act
      left join person p on p.town = f.town and p.id = f.recorded_by
      left join person w on w.town = f.town and w.id = f.withdrawn_by
    where d.cycle = ${cycle} order by f.seq`;
  return rows.map(
    ({ act: id, organ, actNumber, actDate, withdrawnAt, withdrawnBy, withdrawnBecause, ...fact }) => ({
      ...fact,
      act:
        id === null || organ === null || actNumber === null || actDate === null
          ? null
          : { id, organ, actNumber, actDate },
      withdrawn:
        withdrawnAt === null ? null : { at: withdrawnAt, by: withdrawnBy, because: withdrawnBecause },
    }),
  );
}

/** Those by which the year's steps are done. */
export const standing = (facts: readonly KeptFact[]): readonly KeptFact[] =>
  facts.filter(({ kind, withdrawn }) => kind === 'done' && withdrawn === null);

/** Returns its id; `null` when one stands already for that duty. */
export async function recordFact(tx: Tx, fact: NewClosingFact): Promise<string | null> {
  const [row] = await tx<{ id: string }[]>`
    insert into closing_fact (obligation, kind, happened_on, outcome, act, protocol_number, protocol_on, addresses,
      note, recorded_at, recorded_by)
    values (${fact.obligation}, ${fact.kind}, ${fact.on}, ${fact.outcome}, ${fact.act}, ${fact.protocolNumber},
      ${fact.protocolOn}, ${tx.json([...fact.addresses])}, ${fact.note}, ${fact.at}, ${fact.by})
    on conflict do nothing returning id`;
  return row?.id ?? null;
}

/** `false` when it is not there or was withdrawn already. */
export async function withdrawFact(
  tx: Tx,
  fact: string,
  { at, by, because }: { readonly at: Instant; readonly by: string; readonly because: string },
): Promise<boolean> {
  const done = await tx`update closing_fact
    set withdrawn_at = ${at}, withdrawn_by = ${by}, withdrawn_because = ${because}
    where id = ${fact} and withdrawn_at is null`;
  return done.count === 1;
}
