/**
 * A term of the *Calendario normativo* becomes somebody's obligation, or ceases to be one. The obligation is like any
 * other from then on: ladder, mails, boards, register; its day is the calendar's.
 */
import { type DutyOffer, dutyOf, usualOwner } from '../../../domain/cycle/legal/duty-offers.js';
import type { LegalReadingLine } from '../../../domain/cycle/legal/legal-calendar.js';
import { dutyTerm, dutyTitle, lineOf, readingOf } from '../../../domain/cycle/legal/legal-duty.js';
import type { LegalRule } from '../../../domain/cycle/legal/legal-rule.js';
import { LEGAL_RULES } from '../../../domain/cycle/legal/legal-rules.js';
import { dueOf, type Role, roleKey } from '../../../domain/obligations/obligation.js';
import { type CivilDate, yearOf } from '../../../domain/time/civil-date.js';
import {
  type LegalDuty,
  listLegalDuties,
  openLegalDuty,
  undoLegalDuty,
} from '../../../store/cycle/legal-duties.js';
import type { FactsClock } from '../../../store/facts-clock.js';
import type { Tx } from '../../../store/in-town.js';
import { sectorIds } from '../../../store/people/roles.js';
import { commitText } from '../../../store/register/register.js';
import { lockTown } from '../../../store/towns/towns.js';
import { roundStart } from '../../../workflows/contract.js';
import { loadLegalYear } from '../../queries/legal-page.js';
import type { FieldProblem } from '../../refusals.js';
import { actingRole } from '../../rights.js';
import { auditCommand } from '../audit-command.js';
import { enterAct } from '../obligations/obligation-command.js';
import { invalid } from '../people/people-command.js';
import { type Commander, type Done, type Outcome, runCommand } from '../run-command.js';

/** As typed. */
export interface DutyAsked {
  readonly year: number;
  readonly rule: string;
  /** Id of the reading that the town follows; empty: the one in common use. */
  readonly reading: string;
  /** `secretary`, `head`, `oiv`, `rpct`; empty: who usually owes it. */
  readonly role: string;
  /** Name of the sector, for a head. */
  readonly sector: string;
}

export interface DutyKept {
  readonly [key: string]: string | boolean | null;
  readonly obligation: string;
  /** `null`: no day is known yet. */
  readonly due: CivilDate | null;
}

/** Asked for again with the same owner it is the one that is there. */
export function askLegalDuty(commander: Commander, asked: DutyAsked): Promise<Outcome<DutyKept>> {
  return runCommand(commander, 'legal-calendar.oblige', { ask: { ...asked } }, async (tx, clock) => {
    await lockTown(tx);
    const rule = LEGAL_RULES.find(({ id }) => id === asked.rule);
    const { calendar, duties } = await loadLegalYear(tx, asked.year);
    const line = rule === undefined ? undefined : lineOf(calendar, rule.id);
    if (rule === undefined || line === undefined) return { ok: false, refusal: { code: 'not-found' } };
    const offer = dutyOf(rule.id);
    if (typeof offer === 'string') return refused('rule', NOT_OFFERED[offer]);
    const owner = ownerAsked(asked, offer, (await sectorIds(tx)).keys());
    if (owner === null) return refused('role', 'Indica a chi spetta e, per un Responsabile, il settore.');
    const sector = offer.each && owner.role === 'head' ? owner.sector : null;
    const there = duties.find((duty) => duty.rule === rule.id && duty.sector === sector);
    if (there !== undefined)
      return roleKey(there.owner) === roleKey(owner)
        ? { ok: true, result: keptOf(there), starts: [] }
        : refused('role', 'È già una scadenza, a carico di un altro ruolo: passala dalla sua pagina.');
    const problem = notNow(asked.year, clock.today) ?? notOwed(line.asked, line.doneOn);
    if (problem !== null) return refused('rule', problem);
    const reading = readingOf(line, asked.reading || (line.readings[0]?.reading.id ?? ''));
    if (reading === undefined) return refused('reading', 'Questa lettura della norma non c’è.');
    return open(tx, commander, clock, { year: asked.year, rule, reading, offer, owner, sector });
  });
}

interface DutyToOpen {
  readonly year: number;
  readonly rule: LegalRule;
  readonly reading: LegalReadingLine;
  readonly offer: DutyOffer;
  readonly owner: Role;
  readonly sector: string | null;
}

async function open(
  tx: Tx,
  commander: Commander,
  clock: FactsClock,
  { year, rule, reading, offer, owner, sector }: DutyToOpen,
): Promise<Done<DutyKept>> {
  const term = dutyTerm(reading.falls);
  const due = dueOf({ term });
  const made = {
    ...{ year, rule: rule.id, reading: reading.reading.id, kind: offer.kind },
    ...{ title: dutyTitle(rule, year), owner, sector, term, today: clock.today },
  };
  const obligation = await openLegalDuty(tx, made, { at: clock.now, by: commander.viewer.person.id });
  const role = actingRole(commander.viewer.roles, 'legal-calendar.oblige', []) ?? owner;
  await enterAct(tx, commander, clock, { kind: 'asked-by-norm', obligation, role, more: { rule: rule.id } });
  await audit(tx, commander, clock, {
    action: 'legal-duty.ask',
    obligation,
    said: { year, rule: rule.id, reading: made.reading, owner: roleKey(owner), due },
  });
  return { ok: true, result: { obligation, due }, starts: [roundStart({ town: commander.viewer.town.id })] };
}

/** It is not owed any more: superseded, with the reason. Done, it stays. */
export function undoDuty(
  commander: Commander,
  asked: { readonly obligation: string; readonly reason: string },
): Promise<Outcome<DutyKept>> {
  return runCommand(commander, 'legal-calendar.oblige', { undo: { ...asked } }, async (tx, clock) => {
    const duty = (await listLegalDuties(tx, null)).find(({ obligation }) => obligation === asked.obligation);
    if (duty === undefined) return { ok: false, refusal: { code: 'not-found' } };
    const reason = asked.reason.trim();
    if (reason === '') return refused('reason', 'Scrivi perché non è più una scadenza.');
    if (reason.length > LONGEST_REASON) return refused('reason', 'Il motivo supera i 500 caratteri.');
    const undone = { at: clock.now, by: commander.viewer.person.id, reason };
    if (!(await undoLegalDuty(tx, duty.obligation, undone)))
      return { ok: false, refusal: { code: 'no-longer-due' } };
    const role = actingRole(commander.viewer.roles, 'legal-calendar.oblige', []) ?? duty.owner;
    const more = { reason: await commitText(tx, reason) };
    await enterAct(tx, commander, clock, { kind: 'taken-back', obligation: duty.obligation, role, more });
    await audit(tx, commander, clock, {
      action: 'legal-duty.undo',
      obligation: duty.obligation,
      said: { year: duty.year, rule: duty.rule, reason },
    });
    return { ok: true, result: keptOf(duty), starts: [] };
  });
}

const LONGEST_REASON = 500;
const NOT_OFFERED = {
  limit: 'È un limite o una data di calcolo, non un adempimento: non può diventare una scadenza.',
  'by-the-cycle': 'Lo chiede già il ciclo: la sua scadenza nasce da sola, nel suo passo.',
} as const;

const refused = (field: FieldProblem['field'], message: string): Extract<Done<DutyKept>, { ok: false }> =>
  invalid({ field, message });

const keptOf = (duty: LegalDuty): DutyKept => ({ obligation: duty.obligation, due: dueOf(duty) });

/** Nobody is reminded of years that are over, nor of those far ahead. */
const notNow = (year: number, today: CivilDate): string | null =>
  Math.abs(year - yearOf(today)) <= 1
    ? null
    : "Può diventare una scadenza un termine del ciclo di quest'anno, del precedente o del successivo.";

function notOwed(asked: string, doneOn: CivilDate | null): string | null {
  if (doneOn !== null) return 'Risulta già fatto: non c’è più nulla da ricordare.';
  return asked === 'not-asked' ? 'A questo Comune la norma non lo chiede.' : null;
}

function ownerAsked(
  { role, sector }: Pick<DutyAsked, 'role' | 'sector'>,
  offer: DutyOffer,
  sectors: Iterable<string>,
): Role | null {
  if (role === '' && sector === '') return usualOwner(offer);
  if (role === 'head' || (role === '' && offer.owner === 'head'))
    return [...sectors].includes(sector) ? { role: 'head', sector } : null;
  return role === 'secretary' || role === 'oiv' || role === 'rpct' ? { role } : null;
}

const audit = (
  tx: Tx,
  commander: Commander,
  clock: FactsClock,
  {
    action,
    obligation,
    said,
  }: { action: string; obligation: string; said: Readonly<Record<string, string | number | null>> },
): Promise<void> =>
  auditCommand(tx, commander, clock, {
    ...{
      right: 'legal-calendar.oblige',
      action,
      subjectKind: 'legal-duty',
      subject: obligation,
      after: said,
    },
  });
