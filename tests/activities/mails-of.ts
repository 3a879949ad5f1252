/** The daily mails of a town as they were frozen, in the form in which the rehearsal gives them. */
import { type Role, roleKey } from '../../domain/obligations/obligation.js';
import type { CivilDate } from '../../domain/time/civil-date.js';
import type { ExpectedMail } from './caluso.js';
import type { Stage } from './stage.js';

interface Row extends Omit<ExpectedMail, 'to' | 'day'> {
  readonly day: CivilDate;
  readonly roles: readonly Role[];
}

/** By day and role; of a town in which everybody has one role. */
export async function mailsOf(stage: Pick<Stage, 'in'>, town: string): Promise<readonly ExpectedMail[]> {
  const rows = await stage.in(
    town,
    (tx) => tx<Row[]>`select day, roles, subject, text, html from digest where kind = 'daily'`,
  );
  return rows
    .map(({ roles, ...mail }) => ({ ...mail, to: roles.map(roleKey).join(' ') }))
    .sort((a, b) => (`${a.day} ${a.to}` < `${b.day} ${b.to}` ? -1 : 1));
}
