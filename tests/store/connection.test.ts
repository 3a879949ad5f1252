import { afterAll, describe, expect, it } from 'vitest';
import { civilDate } from '../../domain/time/civil-date.js';
import { instant } from '../../domain/time/instant.js';
import { connect } from '../../store/connection.js';
import { freshDatabase } from '../database.js';

const database = await freshDatabase({ empty: true });
const sql = connect(database.ownerUrl, { max: 1 });
afterAll(() => sql.end());

describe('types, on a machine in Pacific/Auckland', () => {
  it('runs there', () => {
    expect(Intl.DateTimeFormat().resolvedOptions().timeZone).toBe('Pacific/Auckland');
  });

  it.each(['2027-01-31', '2024-02-29', '2023-03-26', '2023-10-29', '0001-01-01', '1999-12-31'])(
    'a date goes in and comes out as the text %s',
    async (day) => {
      const [row] = await sql`select ${civilDate(day)}::date as day, ${[civilDate(day)]}::date[] as days`;
      expect(row).toEqual({ day, days: [day] });
    },
  );

  it.each([0, 1_688_032_800_123, -62_135_596_800_000, 1_679_792_400_000, 253_402_300_799_999])(
    'a timestamptz goes in and comes out as %i ms of the epoch',
    async (ms) => {
      const [row] =
        await sql`select ${instant(ms)}::timestamptz as at, ${[instant(ms)]}::timestamptz[] as all`;
      expect(row).toEqual({ at: ms, all: [ms] });
    },
  );

  it('an instant keeps its milliseconds and drops what is finer, also before 1970', async () => {
    const [row] = await sql`
      select '2023-06-29 10:00:00.123999+00'::timestamptz as after, '1969-12-31 23:59:59.123999+00'::timestamptz as before`;
    expect(row).toEqual({ after: Date.UTC(2023, 5, 29, 10, 0, 0, 123), before: -877 });
  });

  it('a bigint is a number; one beyond 2^53 is refused, and the connection lives on', async () => {
    expect(await sql`select 9007199254740991::bigint as wide`).toEqual([{ wide: Number.MAX_SAFE_INTEGER }]);
    await expect(sql`select 9007199254740993::bigint as wide`).rejects.toThrow(/does not fit/);
    expect(await sql`select 1 as one`).toEqual([{ one: 1 }]);
  });

  it('columns come back in camelCase, keys of jsonb as they were stored', async () => {
    const [row] =
      await sql`select ${sql.json({ snake_case: 1, camelCase: [null, 'è'] })}::jsonb as some_json`;
    expect(row).toEqual({ someJson: { snake_case: 1, camelCase: [null, 'è'] } });
  });

  it('an undefined parameter is a mistake and is refused', async () => {
    await expect(async () => sql`select ${undefined as never}`).rejects.toThrow(/UNDEFINED_VALUE/);
  });
});

describe('connect', () => {
  it('finds a server by the folder of its unix socket, or by host and port', async () => {
    const url = new URL(database.ownerUrl);
    expect(await sql`select current_database() as name`).toEqual([{ name: database.name }]);
    const folder = url.searchParams.get('host');
    if (folder === null) return;
    const wrong = connect(`postgres://nobody@localhost/x?host=${encodeURIComponent(`${folder}/elsewhere`)}`, {
      max: 1,
      connectTimeoutSeconds: 2,
    });
    await expect(wrong`select 1`).rejects.toMatchObject({ code: 'ENOENT' });
    await wrong.end();
  });

  it('refuses a malformed URL', () => {
    expect(() => connect('not a url')).toThrow(TypeError);
  });
});
