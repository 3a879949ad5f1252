/** Terms of the *Calendario normativo* that were made somebody's obligation, beside the obligations they became. */
import { randomUUID } from 'node:crypto';
import type { DutyOffer } from '../../domain/cycle/legal/duty-offers.js';
import type { StandingDuty } from '../../domain/cycle/legal/legal-duty.js';
import type { LegalRuleId } from '../../domain/cycle/legal/legal-rule.js';
import { dueOf, type Role, type Term } from '../../domain/obligations/obligation.js';
import type { CivilDate } from '../../domain/time/civil-date.js';
import type { Instant } from '../../domain/time/instant.js';
import type { Tx } from '../in-town.js';
import { insertRows } from '../insert-rows.js';
import { roleColumns, roleOf, sectorIds } from '../people/roles.js';

/** A term that is an obligation, or was one. */
export interface LegalDuty extends StandingDuty {
  readonly obligation: string;
  readonly year: number;
  readonly owner: Role;
  /** Of a duty that each sector owes by itself. */
  readonly sector: string | null;
  readonly doneOn: CivilDate | null;
  readonly rowVersion: number;
}

interface DutyRow extends Omit<LegalDuty, 'owner' | 'term'> {
  termKind: 'date' | 'external';
  due: CivilDate | null;
  anchor: string | null;
  ownerRole: Role['role'];
  ownerName: string | null;
}

/** Those that were not undone, of one year or (`null`) of all, in the order in which they were asked for. */
export async function listLegalDuties(tx: Tx, year: number | null): Promise<readonly LegalDuty[]> {
  const rows = await tx<DutyRow[]>`
    select d.obligation, c.year, d.rule, d.reading, d.counted, ds.name as sector, o.state, o.term_kind, o.due,
      o.anchor, o.done_on, o.row_version, o.owner_role, os.name as owner_name
    from legal_duty d
      join obligation o on o.town = d.town and o.id = d.obligation
      join cycle c on c.town = d.town and c.id = d.cycle
      left join sector ds on ds.town = d.town and ds.id = d.sector
      left join sector os on os.town = o.town and os.id = o.owner_sector
    where d.undone_at is null and (${year}::int is null or c.year = ${year})
    order by d.asked_at, ds.name, d.obligation`;
  return rows.map(({ termKind, due, anchor, ownerRole, ownerName, ...rest }) => ({
    ...rest,
    owner: roleOf(ownerRole, ownerName),
    term: termKind === 'external' || due === null ? { kind: 'external', anchor } : { kind: 'date', due },
  }));
}

/** A term that becomes an obligation. */
export interface NewDuty {
  readonly year: number;
  readonly rule: LegalRuleId;
  readonly reading: string;
  readonly kind: DutyOffer['kind'];
  readonly title: string;
  readonly owner: Role;
  /** The sector whose own it is; `null`: of the whole town. */
  readonly sector: string | null;
  readonly term: Exclude<Term, { kind: 'implicit' }>;
  readonly today: CivilDate;
}

/** Opens the obligation; a year that has no cycle yet gets one, which waits for its plan. Returns the obligation's id. */
export async function openLegalDuty(
  tx: Tx,
  duty: NewDuty,
  asked: { readonly at: Instant; readonly by: string },
): Promise<string> {
  const sectors = await sectorIds(tx);
  await tx`insert into cycle (year) values (${duty.year}) on conflict (town, year) do nothing`;
  const [cycle] = await tx<{ id: string }[]>`select id from cycle where year = ${duty.year}`;
  if (cycle === undefined) throw new Error('the cycle was not inserted');
  const id = randomUUID();
  const owner = roleColumns(duty.owner, sectors);
  const sector = duty.sector === null ? null : (sectors.get(duty.sector) ?? null);
  const { term } = duty;
  await insertRows(tx, 'obligation', [
    {
      ...{ id, cycle: cycle.id, kind: duty.kind, title: duty.title, startDay: duty.today },
      ...{ sector: owner.sector, ownerRole: owner.role, ownerSector: owner.sector },
      ...{ termKind: term.kind, due: dueOf({ term }), anchor: term.kind === 'external' ? term.anchor : null },
      ...{ version: 1, state: 'open', heldBack: false, rowVersion: 1 },
    },
  ]);
  await tx`
    insert into legal_duty (obligation, cycle, rule, reading, sector, counted, asked_at, asked_by)
    values (${id}, ${cycle.id}, ${duty.rule}, ${duty.reading}, ${sector}, ${dueOf({ term })}, ${asked.at}, ${asked.by})`;
  return id;
}

/** Counted anew: a new version, which starts today; what was explained or held back does not bind it. Twice at once moves it once. */
export async function moveLegalDuty(
  tx: Tx,
  { obligation, term, today }: { obligation: string; term: Term; today: CivilDate },
): Promise<void> {
  await tx`
    update obligation set term_kind = ${term.kind}, due = ${dueOf({ term })},
      anchor = ${term.kind === 'external' ? term.anchor : null}, start_day = greatest(start_day, ${today}),
      version = version + 1, row_version = row_version + 1,
      forecast = null, held_back = false, held_back_reason = null
    where id = ${obligation} and state = 'open'
      and (term_kind, due) is distinct from (${term.kind}, ${dueOf({ term })}::date)`;
  await tx`update legal_duty set counted = ${dueOf({ term })} where obligation = ${obligation}`;
}

/** It is not owed any more; its rows stay. `false`: it is not open. */
export async function undoLegalDuty(
  tx: Tx,
  obligation: string,
  undone: { readonly at: Instant; readonly by: string; readonly reason: string },
): Promise<boolean> {
  const ended = await tx`update obligation set state = 'superseded', row_version = row_version + 1
    where id = ${obligation} and state = 'open'`;
  if (ended.count === 0) return false;
  await tx`update legal_duty set undone_at = ${undone.at}, undone_by = ${undone.by}, undone_reason = ${undone.reason}
    where obligation = ${obligation}`;
  return true;
}
