/** Changes the ladder of a kind of obligation and the town's notice to the Sindaco; the round looks again at once. */
import type { Json } from '../../../store/connection.js';
import { changeLadders, changeSettings, lockTown } from '../../../store/towns/towns.js';
import { roundStart } from '../../../workflows/contract.js';
import { auditTown } from '../audit-command.js';
import { type Commander, type Outcome, runCommand } from '../run-command.js';
import { isDefaultLadder, type LadderAsked, readLadder, townWith } from './ladder-asked.js';

export interface LadderKept {
  readonly [key: string]: string;
  readonly kind: string;
}

export function changeLadder(commander: Commander, asked: LadderAsked): Promise<Outcome<LadderKept>> {
  const fingerprint = { ...asked, rungs: [...asked.rungs] };
  return runCommand(commander, 'ladder.change', fingerprint, async (tx, clock) => {
    const town = await lockTown(tx);
    if (town === null) return { ok: false, refusal: { code: 'not-found' } };
    const read = readLadder(asked, clock.today, town);
    if (!read.ok) return { ok: false, refusal: { code: 'invalid', problems: read.problems } };
    const { kind } = read.ladder;
    const after = townWith(town, read.ladder);
    const { [kind]: chosen, ...others } = after.ladders;
    const isOwn = chosen !== undefined && !isDefaultLadder(kind, chosen);
    await changeLadders(tx, isOwn ? { ...others, [kind]: chosen } : others);
    await changeSettings(tx, after.settings);
    await auditTown(tx, commander, clock, 'ladder.change', {
      before: said(kind, town),
      after: said(kind, after),
    });
    return { ok: true, result: { kind }, starts: [roundStart({ town: town.id })] };
  });
}

const said = (
  kind: string,
  { ladders, settings }: { readonly ladders: object; readonly settings: { readonly mayorRung: object } },
): Json =>
  JSON.parse(
    JSON.stringify({
      kind,
      ladder: (ladders as Record<string, unknown>)[kind] ?? null,
      mayor: settings.mayorRung,
    }),
  );
