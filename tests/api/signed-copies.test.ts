/** Acts and papers come back signed: protocol, file, hash, version by version. */
import { createHash } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import type { PaperKind } from '../../domain/cycle/signed-paper.js';
import { inTown } from '../../store/in-town.js';
import { townTime } from '../activities/town.js';
import { problemIn, transmitted } from './reviewed-town.js';
import { asFramedP7m, asP7m, asPades } from './signed-files.js';
import { openStage } from './stage.js';

const stage = await openStage({ now: () => townTime('2024-05-06 10:00') });
const { ours, theirs, sql } = stage;
type Who = keyof typeof ours.people;

const Kept = z.object({
  id: z.string(),
  version: z.int(),
  sha256: z.string().nullable(),
  holds: z.string().nullable(),
  signature: z.string().nullable(),
});
const Listed = z.object({
  copies: z.array(
    z.object({
      id: z.string(),
      version: z.int(),
      protocolNumber: z.string().nullable(),
      protocolOn: z.string().nullable(),
      file: z
        .object({ name: z.string(), size: z.int(), sha256: z.string(), signature: z.string() })
        .nullable(),
      addedBy: z.string().nullable(),
    }),
  ),
});
const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');
const PDF = Buffer.from('%PDF-1.7\n1 0 obj\n<<>>\nendobj\n%%EOF\n');

const place = (kind: PaperKind, of: string): string => `/api/v1/signed-copies/${kind}/${of}`;
const as = (who: Who) => stage.enter(ours.people[who]);
interface Sent {
  readonly name?: string;
  readonly bytes?: Uint8Array;
  readonly said?: Readonly<Record<string, string>>;
  readonly key?: string;
}
const send = async (who: Who, at: string, { name = '', bytes, said = {}, key }: Sent = {}) => {
  const query = new URLSearchParams({ ...(name === '' ? {} : { name }), ...said });
  return (await as(who)).ask(`${at}?${query}`, {
    method: 'POST',
    ...(bytes === undefined ? {} : { body: new Uint8Array(bytes) }),
    headers: {
      'content-type': 'application/octet-stream',
      ...(key === undefined ? {} : { 'idempotency-key': key }),
    },
  });
};
const kept = (answer: { readonly status: number; readonly text: string }) => {
  expect([answer.status, answer.text]).toEqual([200, expect.any(String)]);
  return Kept.parse(JSON.parse(answer.text));
};
const listed = async (at: string, who: Who = 'secretary') =>
  Listed.parse(JSON.parse((await (await as(who)).get(at)).text)).copies;
const bytesOf = async (path: string, who: Who = 'secretary'): Promise<Buffer> => {
  const { cookie } = await as(who);
  const answer = await stage.app.request(path, { headers: { cookie } });
  expect([path, answer.status]).toEqual([path, 200]);
  return Buffer.from(await answer.arrayBuffer());
};
const idOf = (query: 'act' | 'duty' | 'snapshot' | 'minutes' | 'window'): Promise<string> =>
  inTown(sql, ours.town, async (tx) => {
    const rows = await {
      act: () => tx<{ id: string }[]>`select id from act where number = '48'`,
      duty: () => tx<{ id: string }[]>`select obligation as id from closing_duty where step = 'transmission'`,
      snapshot: () => tx<{ id: string }[]>`select id from relazione_snapshot order by number desc limit 1`,
      minutes: () => tx<{ id: string }[]>`select id from measurement_act where kind = 'minutes'`,
      window: () => tx<{ id: string }[]>`select id from monitoring_window where ordinal = 1`,
    }[query]();
    return rows[0]?.id ?? '';
  });

let act = '';
let duty = '';
let snapshot = '';
beforeAll(async () => {
  await transmitted(stage, '2024-05-02');
  const adopted = { date: '2024-05-03', organ: 'giunta', number: '48' };
  const answer = await (await as('secretary')).json('POST', '/api/v1/cycles/2023/adoption', adopted);
  if (answer.status !== 200) throw new Error(answer.text);
  [act, duty, snapshot] = [await idOf('act'), await idOf('duty'), await idOf('snapshot')];
});

describe('an act', () => {
  it('takes back protocol and P7M: byte for byte, with hash, size, name, who and when; on *Il ciclo* one opens it', async () => {
    const file = asP7m(PDF);
    const said = { protocolNumber: ' 1234 ', protocolDate: '2024-05-03' };
    const { id, version, ...rest } = kept(
      await send('secretary', place('act', act), { name: 'gc 48.pdf.p7m', bytes: file, said }),
    );
    expect([version, rest]).toEqual([1, { sha256: sha256(file), signature: 'cades', holds: null }]);
    const [first] = await listed(place('act', act));
    expect(first).toMatchObject({ protocolNumber: '1234', protocolOn: '2024-05-03', addedBy: 'Segretaria' });
    expect(first?.file).toMatchObject({ name: 'gc 48.pdf.p7m', size: file.length, sha256: sha256(file) });
    for (const path of [`/api/v1/signed-copy-files/${id}`, `/copia-firmata/${id}`])
      expect((await bytesOf(path, 'head')).equals(file)).toBe(true);
    const cycle = await (await as('mayor')).get('/ciclo?anno=2023');
    expect(cycle.text).toContain(`href="/copia-firmata/${id}"`);
    expect(cycle.text).toContain('prot. 1234 del 03/05/2024');
  });

  it('a second file is a second version, and the first one stays; the same key acts once', async () => {
    const bytes = asPades(PDF);
    const sent = { name: 'gc48.pdf', bytes, said: { seen: '1' }, key: 'copia-2' };
    expect(kept(await send('secretary', place('act', act), sent))).toMatchObject({
      version: 2,
      signature: 'pades',
    });
    expect(kept(await send('secretary', place('act', act), sent)).version).toBe(2);
    const all = await listed(place('act', act));
    expect(all.map(({ version, file }) => [version, file?.name])).toEqual([
      [1, 'gc 48.pdf.p7m'],
      [2, 'gc48.pdf'],
    ]);
    for (const change of [`update signed_copy set name = 'x'`, 'delete from signed_copy'])
      await expect(inTown(sql, ours.town, (tx) => tx.unsafe(change))).rejects.toThrow('permission denied');
  });

  it('of two who add at once, and of one who saw an older list, one wins and the other is told', async () => {
    const both = await Promise.all(
      ['a.pdf', 'b.pdf'].map((name) =>
        send('secretary', place('act', act), { name, bytes: PDF, said: { seen: '2' } }),
      ),
    );
    expect(both.map(({ status }) => status).sort()).toEqual([200, 409]);
    const late = await send('secretary', place('act', act), {
      name: 'c.pdf',
      bytes: PDF,
      said: { seen: '2' },
    });
    expect([late.status, problemIn(late).type]).toEqual([409, expect.stringContaining('changed-meanwhile')]);
  });

  it('its hash enters the chain of the year, and the history says who in which role', async () => {
    const { entries, audit } = await inTown(sql, ours.town, async (tx) => ({
      entries: await tx<{ evidence: readonly string[] }[]>`
        select body -> 'evidence' as evidence from register_entry where body ->> 'kind' = 'evidence-added'
          and body -> 'evidence' ? ${sha256(asPades(PDF))}`,
      audit:
        await tx`select role, act from audit where action = 'copies.add' and (after ->> 'version')::int = 2`,
    }));
    expect(entries).toHaveLength(1);
    expect(audit).toEqual([{ role: 'secretary', act }]);
  });
});

describe('a print of ours', () => {
  const holds = async (at: string, name: string, bytes: Uint8Array) =>
    kept(await send('secretary', at, { name, bytes })).holds;

  it('the Relazione is known inside PAdES and P7M, each version as what it is', async () => {
    const at = place('relazione', snapshot);
    const internal = await bytesOf('/relazione/2023/interna.pdf');
    expect(await holds(at, 'r.pdf', asPades(internal))).toBe('internal');
    const published = await bytesOf('/relazione/2023/pubblicazione.pdf');
    expect(await holds(at, 'p.pdf.p7m', asP7m(published))).toBe('publication');
  }, 180_000);

  it('the page of a month’s seals too, bare or in base64; one bit off, or a PDF from elsewhere, it is not', async () => {
    const printed = await bytesOf('/registro/documento/2023-05');
    const at = place('seals', '2023-05');
    const other = Buffer.from(printed);
    other[other.length - 20] = (other[other.length - 20] ?? 0) ^ 1;
    expect(await holds(at, 's.pdf.p7m', asP7m(printed))).toBe('seals');
    expect(await holds(at, 's.pdf.p7m', asFramedP7m(printed))).toBe('seals');
    expect(await holds(at, 's.pdf', asPades(other))).toBeNull();
    expect(await holds(at, 's.pdf', asPades(PDF))).toBeNull();
    const said = { protocolNumber: '77' };
    const answer = await send('secretary', at, { name: 's.pdf', bytes: asPades(printed), said });
    expect(kept(answer)).toMatchObject({ holds: 'seals', signature: 'pades' });
    expect((await (await as('oiv')).get('/registro')).text).toContain('prot. 77');
    const page = await (await as('oiv')).get('/copie-firmate/sigilli/2023-05');
    expect(page.text).toContain('la pagina dei sigilli prodotta da Traguardo');
    expect((await send('secretary', place('seals', '2023-04'), { said })).status).toBe(404);
  }, 180_000);
});

describe('who', () => {
  it('the evaluators bring back what is theirs, the RPCT the Relazione, the Segretario all; nobody else anything', async () => {
    const [minutes, window] = [await idOf('minutes'), await idOf('window')];
    const papers = {
      act,
      validation: duty,
      report: duty,
      minutes: duty,
      transmission: duty,
      relazione: snapshot,
      'window-report': window,
      'evaluation-act': minutes,
      seals: '2023-05',
    } as const;
    const may = async (who: Who) => {
      const open: string[] = [];
      for (const [kind, of] of Object.entries(papers)) {
        const { status } = await send(who, place(kind as PaperKind, of), { said: { protocolNumber: '1' } });
        expect([kind, [200, 403]]).toEqual([kind, expect.arrayContaining([status])]);
        if (status === 200) open.push(kind);
      }
      return open;
    };
    expect(await may('secretary')).toEqual(Object.keys(papers));
    expect(await may('oiv')).toEqual(['validation', 'report', 'minutes', 'evaluation-act']);
    expect(await may('rpct')).toEqual(['relazione']);
    for (const who of ['head', 'otherHead', 'mayor'] as const) expect(await may(who)).toEqual([]);
  });

  it('reads them where the paper is theirs to read; another town finds nothing', async () => {
    const reads = async (who: Who, kind: PaperKind, of: string) =>
      (await (await as(who)).get(place(kind, of))).status;
    expect(await reads('head', 'act', act)).toBe(200);
    for (const kind of ['validation', 'relazione', 'minutes'] as const)
      expect([kind, await reads('head', kind, kind === 'relazione' ? snapshot : duty)]).toEqual([kind, 403]);
    expect([await reads('rpct', 'validation', duty), await reads('rpct', 'minutes', duty)]).toEqual([
      200, 403,
    ]);
    const [copy] = await listed(place('relazione', snapshot));
    expect((await (await as('head')).get(`/copia-firmata/${copy?.id}`)).status).toBe(403);
    const stranger = await stage.enter(theirs.people.secretary, theirs);
    for (const path of [
      place('act', act),
      `/copia-firmata/${copy?.id}`,
      `/copie-firmate/relazione/${snapshot}`,
    ])
      expect([path, (await stranger.get(path)).status]).toEqual([path, 404]);
  });
});

describe('what is refused', () => {
  const p7m = asP7m(PDF);
  it.each<[string, Sent, number]>([
    ['a program called .pdf', { name: 'a.pdf', bytes: Buffer.from('MZ…') }, 415],
    ['a P7M called .pdf', { name: 'a.pdf', bytes: p7m }, 415],
    ['a PDF called .p7m', { name: 'a.p7m', bytes: PDF }, 415],
    ['a detached signature', { name: 'a.p7s', bytes: p7m }, 415],
    ['a Word file', { name: 'a.docx', bytes: Buffer.from('PK\u0003\u0004') }, 415],
    ['an empty file', { name: 'a.pdf', bytes: Buffer.alloc(0) }, 422],
    ['more than 25 MB', { name: 'a.pdf', bytes: Buffer.alloc(25 * 1024 * 1024 + 1, '%PDF-') }, 413],
    ['neither file nor protocol', {}, 422],
    ['a protocol of tomorrow', { said: { protocolNumber: '1', protocolDate: '2024-05-07' } }, 422],
    ['a day that is none', { said: { protocolNumber: '1', protocolDate: '2024-02-30' } }, 422],
    ['a day without a number', { name: 'a.pdf', bytes: PDF, said: { protocolDate: '2024-05-03' } }, 422],
    ['a number of 61 characters', { said: { protocolNumber: '1'.repeat(61) } }, 422],
  ])('%s', async (_, sent, status) => {
    const before = (await listed(place('act', act))).length;
    expect((await send('secretary', place('act', act), sent)).status).toBe(status);
    expect(await listed(place('act', act))).toHaveLength(before);
  });

  it.each([
    'act/2023-05',
    'seals/2023-13',
    'altro/x',
    'act/00000000-0000-4000-8000-000000000000',
    'validation/',
  ])('there is no paper %s', async (at) => {
    expect(
      (await send('secretary', `/api/v1/signed-copies/${at}`, { said: { protocolNumber: '1' } })).status,
    ).toBe(404);
  });
});

it('on its page the Segretario adds one by a form, and reads beside the field why another was not taken', async () => {
  const secretary = await as('secretary');
  const at = `/copie-firmate/documento-di-validazione/${duty}`;
  const { fields } = await secretary.form(at, at);
  const name = '"><script>alert(1)</script>.pdf';
  const wrong = await secretary.postFiles(at, { ...fields, protocolNumber: '9' }, [
    { field: 'file', name: 'nota.txt', bytes: Buffer.from('ciao') },
  ]);
  expect(wrong.status).toBe(415);
  expect(wrong.text).toContain('href="#file"');
  expect(wrong.text).toContain('value="9"');
  const done = await secretary.postFiles(at, { ...fields, protocolNumber: '9' }, [
    { field: 'file', name, bytes: PDF },
  ]);
  expect([done.status, done.headers.get('location')]).toEqual([303, `${at}?esito=copia-firmata`]);
  const page = await secretary.get(at);
  expect(page.text).toContain('PDF senza una firma digitale riconoscibile');
  expect(page.text).not.toContain('<script>alert(1)');
  for (const path of ['/istruttoria?anno=2023', '/ciclo?anno=2023'])
    expect([path, (await (await as('oiv')).get(path)).text.includes(at)]).toEqual([
      path,
      path.startsWith('/istr'),
    ]);
});
