/** Objectives of which every degree is decided: their workflow ends, and begins again should one be reopened. */
import type { Tx } from '../in-town.js';

/** Marks those of `ids`; returns those whose state changed. */
export async function markEvaluated(
  tx: Tx,
  ids: readonly string[],
  evaluated: boolean,
): Promise<readonly string[]> {
  const [from, to] = evaluated ? ['in-force', 'evaluated'] : ['evaluated', 'in-force'];
  const rows = await tx<{ id: string }[]>`update objective set state = ${to}
    where id = any (${[...ids]}::uuid[]) and state = ${from} returning id`;
  return rows.map(({ id }) => id);
}

/** The duty of whoever decides a year's degrees; `null`: nothing is to be evaluated. Held until the transaction ends. */
export async function holdMeasurement(tx: Tx, cycle: string): Promise<string | null> {
  const [row] = await tx<{ id: string }[]>`
    select id from obligation where cycle = ${cycle} and kind = 'measurement' and state <> 'superseded'
    order by id limit 1 for update`;
  return row?.id ?? null;
}

/** As {@link holdMeasurement}, for reading; in a closed year also one that nobody is reminded of any more. */
export async function measurementOf(tx: Tx, cycle: string): Promise<string | null> {
  const [row] = await tx<{ id: string }[]>`
    select o.id from obligation o join cycle c on c.town = o.town and c.id = o.cycle
    where o.cycle = ${cycle} and o.kind = 'measurement' and (o.state <> 'superseded' or c.state = 'closed')
    order by o.state = 'superseded', o.id limit 1`;
  return row?.id ?? null;
}
