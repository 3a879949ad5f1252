/** The town of a life, as it is on the evening of the approval, and its mails as they were frozen. */
import type { Sql } from '../../../store/connection.js';
import { inTown, type Tx } from '../../../store/in-town.js';
import { foundTown, type TestTown } from '../../activities/town.js';
import type { Life } from './life.js';
import type { LivedMail } from './told-ahead.js';

export const foundLife = (sql: Sql, life: Life): Promise<TestTown> =>
  foundTown(sql, {
    plan: life.plan,
    approved: life.approved,
    now: `${life.approved} 18:00`,
    people: life.people,
    closures: life.closures,
    ladders: life.ladders,
    settings: { mayorRung: life.mayorRung },
  });

/** Every daily mail, whether it left or not. */
export const frozenMails = (sql: Sql, { town }: TestTown, { until }: Life): Promise<readonly LivedMail[]> =>
  inTown(
    sql,
    town,
    (tx: Tx) => tx<LivedMail[]>`
      select day, person as to, subject, text, html from digest
      where kind = 'daily' and day <= ${until} order by day, person::text collate "C"`,
  );
