/** The variations and corrections of a year's plan with their acts, in the order in which they were made. */
import { type VariationOnRecord, variationsOf } from '../../domain/plan/variations-of.js';
import type { CivilDate } from '../../domain/time/civil-date.js';
import type { Instant } from '../../domain/time/instant.js';
import { listCycles, type WholeVersion, wholeVersions } from '../../store/cycle/cycles.js';
import type { Tx } from '../../store/in-town.js';
import { listMeasureChanges, type MeasureChange } from '../../store/measurement/measure-definitions.js';
import type { Organ } from '../../store/plan/acts.js';
import { copiesAmong, type SignedCopy } from '../../store/relazione/signed-copies.js';
import type { Viewer } from '../viewer.js';
import { cycleShown } from './cycle-shown.js';

/** Of a correction there is none: organ, number and day are `null`. */
export interface ActOnRecord {
  readonly organ: Organ | null;
  readonly actNumber: string | null;
  readonly actDate: CivilDate | null;
  readonly subject: string;
  readonly protocolNumber: string | null;
  readonly protocolOn: CivilDate | null;
}

export interface ListedVariation extends VariationOnRecord<ActOnRecord> {
  readonly act: ActOnRecord;
  /** Id of the act; `null`: a correction. */
  readonly actId: string | null;
  readonly confirmedBy: string | null;
  /** Town time. */
  readonly confirmedAt: Instant;
}

export interface VariationsPage {
  readonly year: number;
  readonly years: readonly number[];
  /** The year's cycle goes on: its plan can be changed. */
  readonly isOpen: boolean;
  readonly variations: readonly ListedVariation[];
  /** Of how objectives are measured, by acts and corrections. */
  readonly measures: readonly MeasureChange[];
  /** What came back signed of their acts. */
  readonly copies: readonly SignedCopy[];
}

/** `null`: the town has no plan of that year, or none at all. */
export async function loadVariations(
  tx: Tx,
  viewer: Viewer,
  year: number | null,
): Promise<VariationsPage | null> {
  const cycles = (await listCycles(tx)).filter((one) => one.approvedOn !== null);
  const cycle = cycleShown(cycles, year, viewer.today);
  if (cycle === null) return null;
  const variations = listedOf(await wholeVersions(tx, cycle.id));
  return {
    year: cycle.year,
    years: cycles.map((one) => one.year),
    isOpen: cycle.state === 'open',
    variations,
    copies: await copiesAmong(
      tx,
      ['act'],
      variations.flatMap(({ actId }) => actId ?? []),
    ),
    measures: await listMeasureChanges(tx, cycle.id),
  };
}

/** Those of a year, in the order in which they were made. */
export function listedOf(versions: readonly WholeVersion[]): readonly ListedVariation[] {
  const byId = new Map(versions.map((version) => [version.id, version]));
  const said = versions.map(({ source, note, ...version }) => ({
    ...{ id: version.id, number: version.number, kind: version.kind, effectiveFrom: version.effectiveFrom },
    ...{ flags: version.flags, places: version.places, plan: source, reason: note, act: actOf(version) },
  }));
  return variationsOf<ActOnRecord>(said).flatMap((one) => {
    const version = byId.get(one.id);
    if (version === undefined) return [];
    const { confirmedBy, confirmedAt } = version;
    return [{ ...one, act: actOf(version), actId: version.act, confirmedBy, confirmedAt }];
  });
}

const actOf = (version: Omit<WholeVersion, 'source' | 'note'>): ActOnRecord => ({
  ...{ organ: version.organ, actNumber: version.actNumber, actDate: version.actDate },
  subject: version.actSubject ?? '',
  ...{ protocolNumber: version.protocolNumber, protocolOn: version.protocolOn },
});
