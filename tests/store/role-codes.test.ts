import { afterAll, expect, it } from 'vitest';
import { civilDate } from '../../domain/time/civil-date.js';
import { connect } from '../../store/connection.js';
import { inTown } from '../../store/in-town.js';
import { checkRoleCode, rolesWithCode, setRoleCode } from '../../store/people/role-codes.js';
import { freshDatabase } from '../database.js';
import { NOON, plannedTown } from './furnished-town.js';

const { appUrl } = await freshDatabase();
const sql = connect(appUrl, { max: 6 });
afterAll(() => sql.end());
const { town, secretary } = await plannedTown(sql);
const HEAD = { role: 'head', sector: 'Finanziario' } as const;
const OTHER = { role: 'head', sector: 'Tecnico' } as const;
const [TODAY, TOMORROW] = [civilDate('2023-06-29'), civilDate('2023-06-30')];

const set = (code: string | null) =>
  inTown(sql, town, (tx) => setRoleCode(tx, HEAD, code, { at: NOON, by: secretary }));
const check = (code: string, day = TODAY) => inTown(sql, town, (tx) => checkRoleCode(tx, HEAD, code, day));

it('belongs to one role: another has none, and taken away it is asked no more', async () => {
  await set('482915');
  expect(await check('482915')).toBe('right');
  expect(await inTown(sql, town, (tx) => checkRoleCode(tx, OTHER, '482915', TODAY))).toBe('none-set');
  expect(await inTown(sql, town, rolesWithCode)).toEqual([HEAD]);
  await set(null);
  expect(await check('482915')).toBe('none-set');
  expect(await inTown(sql, town, rolesWithCode)).toEqual([]);
});

it('wrong 5 times is locked until the next day, also for the right one; 8 at once are counted one by one', async () => {
  await set('482915');
  const said = await Promise.all(Array.from({ length: 8 }, (_, n) => check(`00000${n}`)));
  const count = (what: string) => said.filter((one) => one === what).length;
  expect([count('wrong'), count('locked-now'), count('locked')]).toEqual([4, 1, 3]);
  expect(await check('482915')).toBe('locked');
  expect(await check('482915', TOMORROW)).toBe('right');
});

it('the right one forgets the wrong ones before it, and a new one opens what was locked', async () => {
  await set('482915');
  for (let n = 0; n < 4; n++) expect(await check('000000')).toBe('wrong');
  expect(await check('482915')).toBe('right');
  for (let n = 0; n < 4; n++) expect(await check('000000')).toBe('wrong');
  expect(await check('000000')).toBe('locked-now');
  await set('739162');
  expect(await check('739162')).toBe('right');
});
