/** What may be published of the reasons: the RPCT's decision on each. */
import { addRelease, RELEASE_DECISIONS, type ReleaseDecision } from '../../../store/relazione/releases.js';
import { publishableOf, reasonsOf, releasedByOther } from '../../queries/publishable.js';
import { auditYear, takeApprovedYear } from '../cycle/record-closing.js';
import { type Commander, type Done, type Outcome, runCommand } from '../run-command.js';

const ACTION = 'relazione.release';
const LONGEST = 5_000;

export interface ReleaseAsked {
  readonly year: number;
  readonly objective: string;
  readonly sector: string;
  /** Of the reason that was read. */
  readonly sha256: string;
  readonly decision: ReleaseDecision;
  /** The other words; of another decision they are not looked at. */
  readonly text: string;
  /** The version that was seen; 0: none. */
  readonly after: number;
}

/** One that a form can send. */
export const isReleaseDecision = (text: string): text is ReleaseDecision =>
  (RELEASE_DECISIONS as readonly string[]).includes(text);

export interface Released {
  readonly [key: string]: string | number;
  readonly year: number;
  readonly objective: string;
  readonly sector: string;
  readonly decision: ReleaseDecision;
  readonly version: number;
}

/** Refused where the RPCT decides instead, and when the reason or its last decision is another than the one seen. */
export function releaseReason(commander: Commander, asked: ReleaseAsked): Promise<Outcome<Released>> {
  return runCommand(commander, ACTION, { ...asked }, async (tx, clock): Promise<Done<Released>> => {
    const held = await takeApprovedYear(tx, asked.year, clock);
    if (!held.ok) return held;
    const { cycle } = held;
    const other = await releasedByOther(tx, commander.viewer);
    if (other !== null) return { ok: false, refusal: { code: 'rpct-releases', by: other } };
    const { objective, sector, sha256, decision, after } = asked;
    const text = decision === 'other-words' ? asked.text.replace(/\r\n?/g, '\n').trim() : null;
    const message = text === null ? null : problemOf(text);
    if (message !== null)
      return { ok: false, refusal: { code: 'invalid', problems: [{ field: 'text', message }] } };
    const publishable = await publishableOf(tx, cycle.id);
    if (publishable === null) return { ok: false, refusal: { code: 'not-frozen' } };
    // An objective may have two: its head's, and that of whoever decided its degree.
    const found = (await reasonsOf(tx, cycle.id, publishable)).filter(
      (one) => one.objective === objective && one.sector === sector,
    );
    if (found.length === 0) return { ok: false, refusal: { code: 'not-found' } };
    if (!found.some((one) => one.sha256 === sha256))
      return { ok: false, refusal: { code: 'changed-meanwhile' } };
    const place = { objective, sector, reasonSha256: sha256 };
    const said = { cycle: cycle.id, snapshot: publishable.snapshot.id, decision, text, after };
    const by = commander.viewer.person.id;
    if (!(await addRelease(tx, { ...place, ...said, on: clock.today, at: clock.now, by })))
      return { ok: false, refusal: { code: 'changed-meanwhile' } };
    const version = after + 1;
    await auditYear(tx, commander, clock, {
      ...{ action: ACTION, cycle, note: null, act: null },
      after: { objective, sector, reason: sha256, decision, version, snapshot: publishable.snapshot.number },
    });
    return { ok: true, result: { year: cycle.year, objective, sector, decision, version }, starts: [] };
  });
}

function problemOf(text: string): string | null {
  if (text === '') return 'Scrivi le parole con cui si pubblica la motivazione.';
  return text.length > LONGEST ? `Il testo supera i ${LONGEST} caratteri.` : null;
}
