/** What stands above towns for those who run the installation: only the owner of the database names them. */
import { afterAll, describe, expect, it } from 'vitest';
import { addAdministrator, removeAdministrator } from '../../cli/administrators.js';
import { instant } from '../../domain/time/instant.js';
import { connect } from '../../store/connection.js';
import { inTown } from '../../store/in-town.js';
import { askTestMail, claimTestMail, lastTestMail, settleTestMail } from '../../store/notices/test-mails.js';
import {
  dismissAdministrator,
  isAdministrator,
  nameAdministrator,
  townSizes,
} from '../../store/people/administrators.js';
import {
  beginTownSetup,
  endTownSetup,
  keepTownSetup,
  listTownSetups,
} from '../../store/towns/town-setups.js';
import { freshDatabase } from '../database.js';
import { furnishedTown, NOON } from './furnished-town.js';

const database = await freshDatabase();
const owner = connect(database.ownerUrl, { max: 1 });
const app = connect(database.appUrl, { max: 2 });
afterAll(() => Promise.all([owner.end(), app.end()]));
const at = (minutes: number) => instant(NOON + minutes * 60_000);

const accountOf = async (email: string): Promise<string> =>
  (await owner<{ id: string }[]>`select id from account where email = ${email}`)[0]?.id ?? '';
await nameAdministrator(owner, 'chi.amministra@installazione.example', NOON);
await owner`insert into account (email, created_at) values ('altri@prova.example', ${NOON})`;
const [runs, other] = [
  await accountOf('chi.amministra@installazione.example'),
  await accountOf('altri@prova.example'),
];

describe('an administrator', () => {
  it('is named and dismissed by the owner of the database, whatever case the address has', async () => {
    expect(await isAdministrator(app, runs)).toBe(true);
    expect(await isAdministrator(app, other)).toBe(false);
    expect(await nameAdministrator(owner, 'altri@prova.example', NOON)).toBe(true);
    expect(await nameAdministrator(owner, 'altri@prova.example', NOON)).toBe(false);
    expect(await dismissAdministrator(owner, 'Altri@Prova.example')).toBe(true);
    expect(await isAdministrator(app, other)).toBe(false);
  });

  it('is named at the command line, which needs the owner of the database', async () => {
    const env = { DATABASE_OWNER_URL: database.ownerUrl };
    expect(await addAdministrator(' Nuova@Prova.example', env)).toContain(
      "nuova@prova.example amministra l'installazione",
    );
    expect(await addAdministrator('nuova@prova.example', env)).toContain('amministrava già');
    expect(await removeAdministrator('nuova@prova.example', env)).toContain('non amministra più');
    expect(await removeAdministrator('nuova@prova.example', env)).toContain('non amministrava');
    await expect(addAdministrator('a@b.example, c@d.example', env)).rejects.toThrow('non è un indirizzo');
    await expect(addAdministrator('a@b.example', {})).rejects.toThrow('DATABASE_OWNER_URL');
  });

  it('cannot be made by the application, by any statement', async () => {
    await expect(nameAdministrator(app, 'io@prova.example', NOON)).rejects.toMatchObject({ code: '42501' });
    await expect(app`update account set administrator_since = now()`).rejects.toMatchObject({
      code: '42501',
    });
    await expect(app`select answers from town_setup`).rejects.toMatchObject({ code: '42501' });
    await expect(app`select response from test_mail`).rejects.toMatchObject({ code: '42501' });
  });

  it('alone sees the towns by name and size, and none of a demo', async () => {
    const { town } = await furnishedTown(app, 'Comune di prova');
    expect(await townSizes(app, runs)).toEqual([]);
    await inTown(app, town, (tx) => tx`update town set mode = 'trial'`);
    const [size] = await townSizes(app, runs);
    expect(size).toMatchObject({ id: town, name: 'Comune di prova', mode: 'trial' });
    expect(size?.people).toBeGreaterThan(1);
    expect(Object.keys(size ?? {}).sort()).toEqual(['createdAt', 'id', 'mode', 'name', 'people', 'slug']);
    expect(await townSizes(app, other)).toEqual([]);
  });
});

describe('a town being set up', () => {
  it("is an administrator's to begin, read, change and end, and nobody else's", async () => {
    const answers = { ente: { nome: 'Comune' } };
    expect(await beginTownSetup(app, { account: other, answers, at: NOON })).toBeNull();
    const id = (await beginTownSetup(app, { account: runs, answers, at: NOON })) ?? '';
    expect(await listTownSetups(app, other, id)).toEqual([]);
    expect(await listTownSetups(app, runs, id)).toMatchObject([{ id, answers, version: 1 }]);
    const kept = { id, seen: 1, at: at(1) };
    expect(await keepTownSetup(app, { ...kept, account: other }, {})).toBe(false);
    expect(await keepTownSetup(app, { ...kept, account: runs }, { ente: { nome: "d'Esempio\n" } })).toBe(
      true,
    );
    expect(await keepTownSetup(app, { ...kept, account: runs }, {})).toBe(false);
    expect(await listTownSetups(app, runs)).toMatchObject([
      { answers: { ente: { nome: "d'Esempio\n" } }, version: 2 },
    ]);
    expect(await endTownSetup(app, other, id)).toBe(false);
    expect(await endTownSetup(app, runs, id)).toBe(true);
    expect(await endTownSetup(app, runs, id)).toBe(false);
  });

  it('goes when nobody has touched it for 90 days; the fifty-first is not begun', async () => {
    const begin = (minutes: number) => beginTownSetup(app, { account: runs, answers: {}, at: at(minutes) });
    for (let nth = 0; nth < 50; nth++) expect(await begin(nth)).not.toBeNull();
    expect(await begin(50)).toBeNull();
    expect(await begin(90 * 24 * 60 + 10)).not.toBeNull();
    expect((await listTownSetups(app, runs)).length).toBe(41);
  });
});

describe('a test mail', () => {
  it('goes to the own address, once, five in a quarter of an hour, and tells what came of it', async () => {
    for (let nth = 0; nth < 5; nth++) expect(await askTestMail(app, other, at(nth))).toBe(true);
    expect(await askTestMail(app, other, at(5))).toBe(false);
    expect(await lastTestMail(app, runs)).toBeNull();
    const lease = at(10);
    const claimed = await claimTestMail(app, { at: at(5), lease });
    expect(claimed).toMatchObject({ address: 'altri@prova.example' });
    expect((await claimTestMail(app, { at: at(5), lease }))?.id).not.toBe(claimed?.id);
    await settleTestMail(app, claimed?.id ?? '', { outcome: 'refused', response: '550 no', at: at(6) });
    expect(await lastTestMail(app, other)).toMatchObject({ outcome: null });
    // Those that nobody handed over in a quarter of an hour are not mailed any more.
    expect(await claimTestMail(app, { at: at(30), lease: at(40) })).toBeNull();
    expect(await askTestMail(app, other, at(30))).toBe(true);
  });
});
