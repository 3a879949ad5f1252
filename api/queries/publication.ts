/** *Motivazioni e pubblicazione*: the reasons with what was decided of them, the packages, the addresses. */
import { type KeptFact, listFacts, standing } from '../../store/closing.js';
import type { Cycle } from '../../store/cycles.js';
import type { Tx } from '../../store/in-town.js';
import { type KeptPackage, listPackages } from '../../store/publication.js';
import { loadTown } from '../../store/towns.js';
import { actingRole } from '../rights.js';
import type { Viewer } from '../viewer.js';
import {
  type Publishable,
  publishableOf,
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
  /** Where the documents were put, and when, as the closing records it. */
  readonly addresses: readonly Pick<KeptFact, 'addresses' | 'on' | 'recordedBy'>[];
  /** The person whom releasing is left to; `null`: to the viewer, or nobody is asked. */
  readonly releasedBy: string | null;
  readonly mayRelease: boolean;
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
  const [publishable, town, packages, facts, releasedBy] = await Promise.all([
    publishableOf(tx, cycle.id),
    loadTown(tx),
    listPackages(tx, cycle.id),
    listFacts(tx, cycle.id),
    releasedByOther(tx, viewer),
  ]);
  const isOpen = cycle.state === 'open';
  const may = (action: 'relazione.release' | 'cycle.publish') =>
    isOpen && actingRole(viewer.roles, action, []) !== null;
  return {
    ...{ cycle, publishable, packages, releasedBy },
    reasons: publishable === null ? [] : await reasonsOf(tx, cycle.id, publishable),
    publishesTotals: town.settings.relazione.publishesTotals,
    addresses: standing(facts).filter(({ step }) => step === 'publication'),
    mayRelease: may('relazione.release') && releasedBy === null,
    mayPack: may('cycle.publish') && publishable?.validated != null,
  };
}
