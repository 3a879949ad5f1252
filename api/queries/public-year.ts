/** What the page for everybody tells: of a year with a validated package that package, of another only its plan. */
import { INDEX_NAME } from '../../documents/publication-order.js';
import { type PublicationIndex, publicationSchema } from '../../documents/publication-schema.js';
import { relazioneSchema } from '../../documents/relazione-schema.js';
import { type ZipLimits, zipParts } from '../../documents/zip/zip-parts.js';
import { actCited } from '../../domain/plan/act-cited.js';
import { relazione } from '../../domain/relazione/build-relazione.js';
import { onLineUntil } from '../../domain/relazione/on-line-until.js';
import { plannedFacts } from '../../domain/relazione/planned-facts.js';
import type { Relazione } from '../../domain/relazione/relazione.js';
import type { CivilDate } from '../../domain/time/civil-date.js';
import type { Instant } from '../../domain/time/instant.js';
import { townNow } from '../../domain/time/town-clock.js';
import { civilDateAt } from '../../domain/time/zone.js';
import { findCycle } from '../../store/cycle/cycles.js';
import type { Tx } from '../../store/in-town.js';
import { type PublicYear, planMark, publicYears } from '../../store/relazione/public-years.js';
import { packageZip } from '../../store/relazione/publication.js';
import { loadTown, type Town } from '../../store/towns/towns.js';
import { relazioneFacts } from './relazione-facts.js';

/** Our own packages, as large as `verify` takes them. */
const LIMITS: ZipLimits = { bytes: 200_000_000, entries: 100, ratio: 1_000 };

export interface YearOnLine extends PublicYear {
  /** When it was first told. */
  readonly since: CivilDate;
  /** The last day. */
  readonly until: CivilDate;
  /** That day has passed. */
  readonly isGone: boolean;
}

export interface PublicTown {
  readonly town: Town;
  readonly today: CivilDate;
  /** Latest first, those that are gone too. */
  readonly years: readonly YearOnLine[];
}

export async function publicTown(tx: Tx, real: Instant): Promise<PublicTown> {
  const town = await loadTown(tx);
  const { zone } = town.clock;
  const today = civilDateAt(townNow(real, town.clock), zone);
  return { town, today, years: await yearsOnLine(tx, zone, today) };
}

export const yearsOnLine = async (tx: Tx, zone: string, today: CivilDate): Promise<readonly YearOnLine[]> =>
  (await publicYears(tx, today)).map((year) => {
    const since = year.firstMadeAt === null ? year.approvedOn : civilDateAt(year.firstMadeAt, zone);
    const until = onLineUntil(since);
    return { ...year, since, until, isGone: until < today };
  });

/** Names all that the page of the year is made of: while it stays the same, so does the page. */
export const yearKey = async (tx: Tx, { town, today }: PublicTown, year: YearOnLine): Promise<string> =>
  JSON.stringify([
    ...[town.id, town.name, town.settings.footer, year.year, year.until],
    year.package?.zipSha256 ?? [town.settings.words, await planMark(tx, year.cycle, today)],
  ]);

export interface YearTold {
  readonly town: Town;
  readonly year: YearOnLine;
  /** Of what is not validated only what was planned. */
  readonly relazione: Relazione;
  /** "G.C. n. 12 del 28/2/2023": by which the plan was approved. */
  readonly planAct: string | null;
  /** Of the package; `null`: only the plan is told. */
  readonly index: PublicationIndex | null;
}

export async function yearTold(tx: Tx, { town, today }: PublicTown, year: YearOnLine): Promise<YearTold> {
  if (year.package === null) {
    const cycle = await findCycle(tx, year.year);
    if (cycle === null) throw new Error(`the year ${year.year} has gone meanwhile`);
    const facts = await relazioneFacts(tx, cycle, town, today);
    const act = facts.steps.find(({ step }) => step === 'plan')?.act ?? null;
    const planAct = act === null ? null : actCited(act);
    return { town, year, planAct, relazione: relazione(plannedFacts(facts), 'publication'), index: null };
  }
  const parts = await partsOf(tx, year, (name) => name.endsWith('.json'));
  const read = (name: string): unknown => JSON.parse(new TextDecoder().decode(parts.get(name)));
  const index = publicationSchema.parse(read(INDEX_NAME));
  const name = [...parts.keys()].find((one) => one !== INDEX_NAME) ?? '';
  const told = read(name) as Relazione;
  relazioneSchema.parse(told);
  const planAct = told.timeline.find(({ step }) => step === 'plan')?.act ?? null;
  return { town, year, planAct, relazione: told, index };
}

/** A file of the year's package, as it was packed; `null`: it has none of that name. */
export const publicFile = async (
  tx: Tx,
  year: YearOnLine,
  name: string,
): Promise<Uint8Array<ArrayBuffer> | null> => {
  const part = (await partsOf(tx, year, (one) => one === name)).get(name);
  return part === undefined ? null : new Uint8Array(part);
};

async function partsOf(tx: Tx, year: YearOnLine, wanted: (name: string) => boolean) {
  const zip = year.package === null ? null : await packageZip(tx, year.cycle, year.package.number);
  if (zip === null) return new Map<string, Uint8Array>();
  const unpacked = zipParts(zip, wanted, LIMITS);
  if (!unpacked.ok) throw new Error(`the package of ${year.year} does not open: ${unpacked.why}`);
  return unpacked.parts;
}
