/** What a town chooses for all its years: whether totals of sectors are published, and whether everybody has a page. */
import { changeSettings, lockTown, type Town } from '../../../store/towns/towns.js';
import { releasedByOther } from '../../queries/publishable.js';
import type { Action } from '../../rights.js';
import { auditTown } from '../audit-command.js';
import { type Commander, type Outcome, runCommand } from '../run-command.js';

type Choices = Town['settings']['relazione'];

/** Totals of sectors in what is published from now on; who decides on reasons decides on them. */
export const keepTotals = (
  commander: Commander,
  { publishesTotals }: Pick<Choices, 'publishesTotals'>,
): Promise<Outcome<{ publishesTotals: boolean }>> =>
  keep(commander, 'relazione.release', 'relazione.totals', { publishesTotals });

/** The page for everybody, on or off from now on. */
export const keepPublicPage = (
  commander: Commander,
  { publicPage }: Pick<Choices, 'publicPage'>,
): Promise<Outcome<{ publicPage: boolean }>> =>
  keep(commander, 'cycle.publish', 'relazione.public-page', { publicPage });

function keep<Choice extends Partial<Choices>>(
  commander: Commander,
  right: Action,
  audited: string,
  choice: Choice,
): Promise<Outcome<Choice & Record<string, boolean>>> {
  return runCommand(commander, right, { ...choice }, async (tx, clock) => {
    const town = await lockTown(tx);
    if (town === null) return { ok: false, refusal: { code: 'not-found' } };
    const other = right === 'relazione.release' ? await releasedByOther(tx, commander.viewer) : null;
    if (other !== null) return { ok: false, refusal: { code: 'rpct-releases', by: other } };
    const before = town.settings.relazione;
    await changeSettings(tx, { ...town.settings, relazione: { ...before, ...choice } });
    const key = Object.keys(choice)[0] as keyof Choices;
    await auditTown(tx, commander, clock, right, {
      action: audited,
      before: { [key]: before[key] },
      after: { ...choice },
    });
    return { ok: true, result: { ...choice }, starts: [] };
  });
}
