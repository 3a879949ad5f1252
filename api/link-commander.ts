/**
 * Whoever answers by a mail's link, as a commander. At a shared mailbox they say who they are and, where a code
 * is set, know it; wrong codes are counted in a transaction of their own, which no refusal undoes.
 */
import { roleKey } from '../domain/obligations/obligation.js';
import { announce } from '../store/announcements.js';
import { factsClock } from '../store/facts-clock.js';
import { inTown } from '../store/in-town.js';
import { raiseAlert } from '../store/notices/alerts.js';
import { checkRoleCode } from '../store/people/role-codes.js';
import { roundStart } from '../workflows/contract.js';
import type { Commander } from './commands/run-command.js';
import type { Deps } from './deps.js';
import type { AnswerLink } from './open-link.js';
import type { FieldProblem, Refusal } from './refusals.js';
import type { Form } from './uploads/read-form.js';

const MOST_NAME = 120;

export type LinkCommander =
  | { readonly ok: true; readonly commander: Commander }
  | { readonly ok: false; readonly refusal: Refusal };

export async function commanderByLink(deps: Deps, link: AnswerLink, form: Form): Promise<LinkCommander> {
  const declaredName = link.asksName ? form.text('chi').trim().replace(/\s+/g, ' ') : null;
  const problem = declaredName === null ? null : nameProblem(declaredName);
  if (problem !== null) return { ok: false, refusal: { code: 'invalid', problems: [problem] } };
  const refusal = await codeRefusal(deps, link, form.text('codice'));
  if (refusal !== null) return { ok: false, refusal };
  const { viewer, digest } = link;
  const key = form.text('chiave').slice(0, 200) || null;
  return {
    ok: true,
    commander: { deps, viewer, channel: 'mail-answer', key, link: { digest, declaredName } },
  };
}

function nameProblem(name: string): FieldProblem | null {
  if (name.length < 3) return { field: 'chi', message: 'Scrivi il nome e il cognome di chi risponde.' };
  return name.length > MOST_NAME
    ? { field: 'chi', message: `Il nome supera i ${MOST_NAME} caratteri.` }
    : null;
}

/** `null`: none is asked, or it is right. */
async function codeRefusal(
  deps: Deps,
  { viewer, code: role }: AnswerLink,
  typed: string,
): Promise<Refusal | null> {
  if (role === null) return null;
  if (typed.trim() === '') {
    const message = 'Scrivi il codice che il Segretario ha dato a chi risponde da questa casella.';
    return { code: 'invalid', problems: [{ field: 'codice', message }] };
  }
  const town = viewer.town.id;
  const real = deps.now();
  const start = roundStart({ town });
  const { checked, announced } = await inTown(deps.sql, town, async (tx) => {
    const { now, today } = await factsClock(tx, real);
    const said = await checkRoleCode(tx, role, typed.trim(), today);
    if (said !== 'locked-now') return { checked: said, announced: [] };
    const about = `${today} ${roleKey(role)}`;
    const detail = { role: { ...role }, day: today };
    await raiseAlert(tx, { toRole: 'secretary', kind: 'code-locked', about, raisedAt: now, detail });
    const [id] = await announce(tx, [start], real);
    return { checked: said, announced: id === undefined ? [] : [{ id, start }] };
  });
  deps.announcer.tell(town, announced);
  if (checked === 'right' || checked === 'none-set') return null;
  return { code: checked === 'wrong' ? 'code-wrong' : 'code-locked' };
}
