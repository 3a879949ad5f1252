/** *Motivazioni e pubblicazione*: the reasons with what was decided of them, the packages, the page for everybody, the addresses. */
import { createHash } from 'node:crypto';
import { INDEX_NAME } from '../../documents/publication-order.js';
import { relazioneJson } from '../../documents/relazione-json.js';
import { type KeptFact, listFacts, standing } from '../../store/cycle/closing.js';
import type { Cycle } from '../../store/cycle/cycles.js';
import type { Tx } from '../../store/in-town.js';
import { type KeptPackage, listPackages } from '../../store/relazione/publication.js';
import { type KeptPlace, lastPlaces } from '../../store/relazione/publication-places.js';
import { loadTown } from '../../store/towns/towns.js';
import { actingRole } from '../rights.js';
import type { Viewer } from '../viewer.js';
import { type YearOnLine, yearsOnLine } from './public-year.js';
import {
  type Publishable,
  publishableOf,
  publishedNow,
  type ReasonToRelease,
  reasonsOf,
  releasedByOther,
} from './publishable.js';
import { cycleOf } from './relazione-page.js';

export interface PublicationPage {
  readonly cycle: Cycle;
  readonly publishable: Publishable | null;
  readonly reasons: readonly ReasonToRelease[];
  readonly publishesTotals: boolean;
  /** Latest first. */
  readonly packages: readonly KeptPackage[];
  /** Where the Relazione was put, and when, as the closing records it. */
  readonly addresses: readonly Pick<KeptFact, 'addresses' | 'on' | 'recordedBy'>[];
  /** Where the other documents were put. */
  readonly places: readonly KeptPlace[];
  /** The page for everybody is switched on. */
  readonly publicPage: boolean;
  /** What it tells, or would tell, of this year. */
  readonly onLine: YearOnLine | null;
  /** Its package is what would be packed now; `false` too where it has none. */
  readonly isCurrent: boolean;
  /** The person whom releasing is left to; `null`: to the viewer, or nobody is asked. */
  readonly releasedBy: string | null;
  readonly mayRelease: boolean;
  /** Packages (of a validated snapshot), the page for everybody, where documents were put. */
  readonly mayPublish: boolean;
  readonly mayPack: boolean;
}

/** `exact`: that year or nothing. `null`: no plan is approved. */
export async function loadPublicationPage(
  tx: Tx,
  viewer: Viewer,
  asked: number | null,
  { exact = false }: { readonly exact?: boolean } = {},
): Promise<PublicationPage | null> {
  const { cycle } = await cycleOf(tx, viewer, asked, exact);
  if (cycle === null) return null;
  const [publishable, town, packages, facts, releasedBy, places, years] = await Promise.all([
    publishableOf(tx, cycle.id),
    loadTown(tx),
    listPackages(tx, cycle.id),
    listFacts(tx, cycle.id),
    releasedByOther(tx, viewer),
    lastPlaces(tx, cycle.id),
    yearsOnLine(tx, viewer.town.clock.zone, viewer.today),
  ]);
  const may = (action: 'relazione.release' | 'cycle.publish') =>
    actingRole(viewer.roles, action, []) !== null;
  const { publishesTotals, publicPage } = town.settings.relazione;
  const onLine = years.find((one) => one.cycle === cycle.id) ?? null;
  return {
    ...{ cycle, publishable, packages, releasedBy, places, publicPage, publishesTotals, onLine },
    isCurrent: await isCurrent(tx, { publishable, onLine, publishesTotals }),
    reasons: publishable === null ? [] : await reasonsOf(tx, cycle.id, publishable),
    addresses: standing(facts).filter(({ step }) => step === 'publication'),
    mayRelease: may('relazione.release') && releasedBy === null,
    mayPublish: may('cycle.publish'),
    mayPack: may('cycle.publish') && publishable?.validated != null,
  };
}

/** By the hash of the JSON file: the same Relazione has the same bytes. */
async function isCurrent(
  tx: Tx,
  {
    publishable,
    onLine,
    publishesTotals,
  }: Pick<PublicationPage, 'publishable' | 'onLine' | 'publishesTotals'>,
): Promise<boolean> {
  const packed = onLine?.package?.files.find(({ name }) => name.endsWith('.json') && name !== INDEX_NAME);
  if (packed === undefined || onLine === null || publishable?.validated == null) return false;
  const now = await publishedNow(tx, onLine.cycle, publishable.facts, publishesTotals);
  return createHash('sha256').update(relazioneJson(now)).digest('hex') === packed.sha256;
}
