/** What a paper is that comes back signed, and whether the town has it. */
import type { Paper } from '../../domain/cycle/signed-paper.js';
import type { CivilDate } from '../../domain/time/civil-date.js';
import type { Tx } from '../in-town.js';
import type { ActKind } from '../measurement/measurement-acts.js';
import type { Organ } from '../plan/acts.js';

interface Common {
  /** Under whose chain its copies enter the register; `null`: it is nobody's obligation. */
  readonly obligation: string | null;
}

/** A paper that exists and may come back signed. */
export type PaperFound = Common &
  (
    | {
        readonly is: 'act';
        readonly organ: Organ;
        readonly actNumber: string;
        readonly actDate: CivilDate;
        readonly subject: string;
        readonly protocolNumber: string | null;
        readonly protocolOn: CivilDate | null;
        /** Of the plan or of the closing that it belongs to. */
        readonly year: number | null;
        readonly closes: boolean;
      }
    | {
        readonly is: 'evaluation-act';
        readonly act: ActKind;
        readonly number: string;
        readonly onDay: CivilDate;
        /** Name; `null`: of all. */
        readonly sector: string | null;
        readonly year: number;
      }
    | { readonly is: 'round'; readonly year: number; readonly round: number }
    | { readonly is: 'relazione'; readonly year: number; readonly number: number }
    | { readonly is: 'window-report'; readonly title: string; readonly year: number }
    | { readonly is: 'seals'; readonly month: string }
  );

/** `of` of the paper reads as an id, or as a month for seals. `null`: the town has no such thing. */
export async function findPaper(tx: Tx, { kind, of }: Paper): Promise<PaperFound | null> {
  switch (kind) {
    case 'act':
      return findAct(tx, of);
    case 'evaluation-act':
      return findEvaluationAct(tx, of);
    case 'relazione':
      return findSnapshot(tx, of);
    case 'window-report':
      return findWindow(tx, of);
    case 'seals':
      return findMonth(tx, of);
    case 'transmission':
    case 'validation':
    case 'report':
    case 'minutes':
      return findRound(tx, of);
  }
}

async function findAct(tx: Tx, id: string): Promise<PaperFound | null> {
  type Row = Omit<Extract<PaperFound, { is: 'act' }>, 'is' | 'closes'>;
  const [row] = await tx<Row[]>`
    select a.organ, a.number as act_number, a.adopted_on as act_date, a.subject, a.protocol_number, a.protocol_on,
      closing.obligation, coalesce(closing.year, (
        select min(c.year) from plan_version v join cycle c on c.town = v.town and c.id = v.cycle
        where v.act = a.id)) as year
    from act a left join lateral (
      select f.obligation, c.year from closing_fact f
        join closing_duty d on d.town = f.town and d.obligation = f.obligation
        join cycle c on c.town = d.town and c.id = d.cycle
      where f.town = a.town and f.act = a.id order by f.withdrawn_at is not null, f.seq desc limit 1) closing on true
    where a.id = ${id}`;
  return row === undefined ? null : { is: 'act', closes: row.obligation !== null, ...row };
}

async function findEvaluationAct(tx: Tx, id: string): Promise<PaperFound | null> {
  type Row = Omit<Extract<PaperFound, { is: 'evaluation-act' }>, 'is'>;
  const [row] = await tx<Row[]>`
    select m.kind as act, m.number, m.on_day, s.name as sector, c.year, m.measurement as obligation
    from measurement_act m
      join obligation o on o.town = m.town and o.id = m.measurement
      join cycle c on c.town = o.town and c.id = o.cycle
      left join sector s on s.town = m.town and s.id = m.sector
    where m.id = ${id}`;
  return row === undefined ? null : { is: 'evaluation-act', ...row };
}

async function findRound(tx: Tx, id: string): Promise<PaperFound | null> {
  const [row] = await tx<{ obligation: string; year: number; round: number }[]>`
    select d.obligation, c.year, d.round
    from closing_duty d join cycle c on c.town = d.town and c.id = d.cycle
    where d.obligation = ${id} and d.step = 'transmission'`;
  return row === undefined ? null : { is: 'round', ...row };
}

async function findSnapshot(tx: Tx, id: string): Promise<PaperFound | null> {
  const [row] = await tx<{ obligation: string; year: number; number: number }[]>`
    select s.duty as obligation, c.year, s.number
    from relazione_snapshot s join cycle c on c.town = s.town and c.id = s.cycle where s.id = ${id}`;
  return row === undefined ? null : { is: 'relazione', ...row };
}

async function findWindow(tx: Tx, id: string): Promise<PaperFound | null> {
  const [row] = await tx<{ title: string; year: number }[]>`
    select w.title, c.year from monitoring_window w join cycle c on c.town = w.town and c.id = w.cycle
    where w.id = ${id} and w.skipped is null`;
  return row === undefined ? null : { is: 'window-report', obligation: null, ...row };
}

async function findMonth(tx: Tx, month: string): Promise<PaperFound | null> {
  const [row] = await tx`select 1 from register_seal where to_char(day, 'YYYY-MM') = ${month} limit 1`;
  return row === undefined ? null : { is: 'seals', obligation: null, month };
}
