/** The package for *Amministrazione trasparente*: made apart, then kept with its hashes if nothing changed meanwhile. */
import { packApart } from '../../../documents/apart/pack-apart.js';
import type { PublicationOrder } from '../../../documents/publication-order.js';
import { civilDateAt } from '../../../domain/time/zone.js';
import { type Cycle, findCycle } from '../../../store/cycle/cycles.js';
import { factsClock } from '../../../store/facts-clock.js';
import { inTown, type Tx } from '../../../store/in-town.js';
import { addPackage } from '../../../store/relazione/publication.js';
import { loadTown } from '../../../store/towns/towns.js';
import { publishableOf, publishedNow, sameRelazione } from '../../queries/publishable.js';
import type { Refusal } from '../../refusals.js';
import { auditYear, takeApprovedYear } from '../cycle/record-closing.js';
import { type Commander, type Outcome, runCommand } from '../run-command.js';

type Ordered =
  | { readonly ok: true; readonly order: PublicationOrder; readonly snapshot: string }
  | { readonly ok: false; readonly refusal: Refusal };

export interface Packed {
  readonly [key: string]: string | number;
  readonly year: number;
  readonly number: number;
  readonly sha256: string;
}

export async function makePackage(
  commander: Commander,
  { year }: { readonly year: number },
): Promise<Outcome<Packed>> {
  const { deps, viewer } = commander;
  const ordered = await inTown(deps.sql, viewer.town.id, async (tx): Promise<Ordered> => {
    const cycle = await findCycle(tx, year);
    if (cycle === null) return { ok: false, refusal: { code: 'not-found' } };
    return orderOf(tx, cycle, (await factsClock(tx, deps.now())).today);
  });
  if (!ordered.ok) return ordered;
  const packed = await packApart(ordered.order, {
    onCrash: (details) => deps.log.error({ details }, 'the making of a package crashed'),
  });
  if (!packed.ok)
    return { ok: false, refusal: { code: 'document-not-made', why: packed.why, instead: INSTEAD } };
  const { zip, zipSha256, files } = packed.made;
  return runCommand(commander, 'cycle.publish', { package: year }, async (tx, clock) => {
    const held = await takeApprovedYear(tx, year, clock);
    if (!held.ok) return held;
    const { cycle } = held;
    const now = await orderOf(tx, cycle, clock.today);
    if (!now.ok) return now;
    const isSame =
      now.snapshot === ordered.snapshot && sameRelazione(now.order.relazione, ordered.order.relazione);
    if (!isSame) return { ok: false, refusal: { code: 'changed-meanwhile' } };
    const { publishesTotals } = now.order;
    const made = { cycle: cycle.id, snapshot: now.snapshot, publishesTotals, files, zipSha256 };
    const by = viewer.person.id;
    const number = await addPackage(tx, { ...made, zip: new Uint8Array(zip), at: clock.now, by });
    await auditYear(tx, commander, clock, {
      ...{ action: 'relazione.package', cycle, note: null, act: null },
      after: { number, snapshot: now.order.snapshot.number, publishesTotals, sha256: zipSha256 },
    });
    return { ok: true, result: { year: cycle.year, number, sha256: zipSha256 }, starts: [] };
  });
}

const INSTEAD = 'I singoli file si possono scaricare dalla pagina «Relazione».';

/** What would be packed now, or why nothing can be. */
async function orderOf(tx: Tx, cycle: Cycle, today: PublicationOrder['madeOn']): Promise<Ordered> {
  const [publishable, town] = await Promise.all([publishableOf(tx, cycle.id), loadTown(tx)]);
  if (publishable === null) return { ok: false, refusal: { code: 'not-frozen' } };
  const { snapshot, validated, facts } = publishable;
  if (validated === null)
    return { ok: false, refusal: { code: 'relazione-not-validated', snapshot: snapshot.number } };
  const { publishesTotals } = town.settings.relazione;
  return {
    ok: true,
    snapshot: snapshot.id,
    order: {
      relazione: await publishedNow(tx, cycle.id, facts, publishesTotals),
      ...{ slug: town.slug, madeOn: today, publishesTotals },
      snapshot: {
        ...{ number: snapshot.number, on: civilDateAt(snapshot.madeAt, town.clock.zone) },
        ...{ facts: snapshot.sha256.facts, publication: snapshot.sha256.publication },
      },
      validation: { outcome: validated.outcome, on: validated.on },
    },
  };
}
