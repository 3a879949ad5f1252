import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { addTownOf } from '../../cli/add-town.js';
import { CommandError } from '../../cli/command-error.js';
import { goLiveOf } from '../../cli/go-live.js';
import { listTowns } from '../../store/across-towns.js';
import { inTown } from '../../store/in-town.js';
import { roleHolders } from '../../store/people/people.js';
import { loadTown } from '../../store/towns/towns.js';
import { openSignInStage } from './sign-in-stage.js';

const { stage, browser, linkFor } = await openSignInStage();
const env = { DATABASE_URL: stage.database.appUrl };
const ESEMPIO = {
  name: 'Comune di Esempio',
  town: 'esempio',
  secretary: 'Prima Persona',
  email: 'segretario@esempio.example',
};
const townNamed = async (slug: string) => (await listTowns(stage.sql)).find((one) => one.slug === slug);

describe('add-town', () => {
  it('makes a town on trial whose Segretario enters by a link and begins at the board', async () => {
    expect(await addTownOf({ ...ESEMPIO, ipa: 'c_x000', patron: '24/06' }, env)).toContain(
      'è aggiunto, in prova',
    );
    const entry = await townNamed('esempio');
    expect(entry).toMatchObject({ name: 'Comune di Esempio', mode: 'trial', clockOffsetMs: 0 });
    const town = await inTown(stage.sql, entry?.id ?? '', loadTown);
    expect(town).toMatchObject({
      ipaCode: 'c_x000',
      closures: [
        { kind: 'weekday', weekday: 6 },
        { kind: 'yearly', month: 6, day: 24, name: 'Patrono' },
      ],
    });
    // The town's clock is the real one; the role began today, which the stage's clock has not seen yet.
    await inTown(stage.sql, town.id, (tx) => tx`update role_holder set valid_from = '2023-01-01'`);
    const secretary = browser();
    await secretary.post((await linkFor(ESEMPIO.email, secretary)).link, {});
    expect((await secretary.get('/')).headers.get('location')).toBe('/cruscotto');
    const { text } = await secretary.get('/cruscotto');
    expect(text).toContain('Comune di Esempio');
    expect((await secretary.get('/posta-di-prova')).status).toBe(200);
  });

  it('takes sectors and people from files, and says by line what is wrong with them', async () => {
    const folder = mkdtempSync(path.join(tmpdir(), 'traguardo-people-'));
    const [sectors, people] = [path.join(folder, 'settori.txt'), path.join(folder, 'persone.csv')];
    writeFileSync(sectors, 'Tecnico\r\nFinanziario\r\n');
    writeFileSync(
      people,
      'Nome;Casella;Ruolo;Settore\r\nNiccol\xf2;n@x.example;Responsabile;Tecnico\r\n',
      'latin1',
    );
    await addTownOf({ ...ESEMPIO, town: 'da-file', sectors, people }, env);
    const id = (await townNamed('da-file'))?.id ?? '';
    const holders = await inTown(stage.sql, id, (tx) => roleHolders(tx));
    expect(holders.map(({ role, person }) => [role, person.name])).toEqual([
      [{ role: 'head', sector: 'Tecnico' }, 'Niccolò'],
      [{ role: 'secretary' }, 'Prima Persona'],
    ]);
    writeFileSync(people, 'Nome;Ruolo\nAnna;Imperatore\nBruno;Sindaco');
    await expect(addTownOf({ ...ESEMPIO, town: 'rotto', sectors, people }, env)).rejects.toThrow(
      `${people}: Riga 2:`,
    );
    for (const [file, why] of [
      [folder, 'EISDIR'],
      [path.join(folder, 'nessuno.csv'), 'non c’è'],
    ] as const)
      await expect(addTownOf({ ...ESEMPIO, town: 'rotto', people: file }, env)).rejects.toThrow(
        `Il file ${file} non si legge: ${why}.`,
      );
    expect(await townNamed('rotto')).toBeUndefined();
    rmSync(folder, { recursive: true });
  });

  it('a short name that is taken is refused, and nothing is added', async () => {
    await addTownOf({ ...ESEMPIO, town: 'preso' }, env);
    const before = await listTowns(stage.sql);
    await expect(addTownOf({ ...ESEMPIO, town: 'preso' }, env)).rejects.toThrow('già di un altro comune');
    expect(await listTowns(stage.sql)).toEqual(before);
  });

  it.each([
    ['a short name with capitals', { town: 'Esempio' }, 'non è una sigla'],
    ['an empty short name', { town: '' }, 'non è una sigla'],
    ['a path', { town: '../x' }, 'non è una sigla'],
    ['no name', { name: ' ' }, 'nome del comune'],
    ['no Segretario', { secretary: '' }, 'nome del Segretario'],
    ['no address', { email: 'segretario' }, 'non è un indirizzo'],
    ['two addresses', { email: 'a@b.example, c@d.example' }, 'non è un indirizzo'],
    ['30 February', { patron: '30/02' }, 'GG/MM'],
    ['a date with a year', { patron: '24/06/2023' }, 'GG/MM'],
  ])('%s is refused with the value and what to write', async (_, wrong, message) => {
    const asked = { ...ESEMPIO, town: 'nuovo', ...wrong };
    await expect(addTownOf(asked, env)).rejects.toThrow(message);
    await expect(addTownOf(asked, env)).rejects.toBeInstanceOf(CommandError);
    expect(await townNamed('nuovo')).toBeUndefined();
  });

  it('without a database says which variable is missing', async () => {
    await expect(addTownOf(ESEMPIO, {})).rejects.toThrow('DATABASE_URL');
  });
});

describe('go-live', () => {
  it('asks for the whole name; a town without a plan stays on trial', async () => {
    await addTownOf({ ...ESEMPIO, town: 'pronto' }, env);
    await expect(goLiveOf({ town: 'pronto', confirm: 'Comune' }, env)).rejects.toBeInstanceOf(CommandError);
    await expect(goLiveOf({ town: 'nessuno', confirm: 'x' }, env)).rejects.toThrow('Nessun comune');
    expect((await townNamed('pronto'))?.mode).toBe('trial');
  });
});
