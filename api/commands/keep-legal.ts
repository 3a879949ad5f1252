/** Keeps what the town says for the *Calendario normativo*. Terms shown there move; no obligation and no notice does. */
import { createHash } from 'node:crypto';
import { canonicalJson } from '../../domain/register/canonical-json.js';
import { appendAudit } from '../../store/audit.js';
import type { Json } from '../../store/connection.js';
import type { LegalSettings } from '../../store/legal-settings.js';
import { changeSettings, lockTown } from '../../store/towns.js';
import { actingRole } from '../rights.js';
import { type LegalAsked, type LegalFields, readLegal } from './legal-asked.js';
import { type Commander, type Outcome, runCommand } from './run-command.js';

export interface LegalKept {
  readonly [key: string]: number;
  readonly year: number;
}

/** A short mark of what stood there for a year when somebody looked. */
export const legalSeen = (settings: LegalSettings, year: number): string =>
  createHash('sha256')
    .update(canonicalJson(saidFor(settings, year)))
    .digest('hex')
    .slice(0, 16);

/** `seen`: {@link legalSeen} of what was on the page; `null`: whatever stands there. */
export function keepLegal(
  commander: Commander,
  asked: LegalAsked,
  seen: string | null,
  fields: LegalFields,
): Promise<Outcome<LegalKept>> {
  const fingerprint = { ...asked, done: { ...asked.done }, seen } as Json;
  return runCommand(commander, 'legal-calendar.change', fingerprint, async (tx, clock) => {
    const town = await lockTown(tx);
    if (town === null) return { ok: false, refusal: { code: 'not-found' } };
    const { legal } = town.settings;
    if (seen !== null && seen !== legalSeen(legal, asked.year))
      return { ok: false, refusal: { code: 'changed-meanwhile' } };
    const read = readLegal(asked, clock.today, fields);
    if (!read.ok) return { ok: false, refusal: { code: 'invalid', problems: read.problems } };
    const { population, employees, year } = read.said;
    const after: LegalSettings = {
      population,
      employees,
      years: { ...legal.years, [String(asked.year)]: year },
    };
    await changeSettings(tx, { ...town.settings, legal: after });
    await appendAudit(tx, {
      at: clock.now,
      person: commander.viewer.person.id,
      role: actingRole(commander.viewer.roles, 'legal-calendar.change', []),
      channel: commander.channel,
      action: 'legal-calendar.change',
      subjectKind: 'town',
      subject: town.id,
      before: saidFor(legal, asked.year),
      after: saidFor(after, asked.year),
    });
    return { ok: true, result: { year: asked.year }, starts: [] };
  });
}

const saidFor = ({ population, employees, years }: LegalSettings, year: number): Json => ({
  population,
  employees,
  year,
  deferral: years[String(year)]?.deferral ?? null,
  done: { ...years[String(year)]?.done },
});
