import { describe, expect, it } from 'vitest';
import { statusOf } from '../../api/refusal-status.js';
import { sentenceOf } from '../../api/refusals.js';
import { CommandError } from '../../cli/command-error.js';
import { erasePersonOf } from '../../cli/erase-person.js';
import { dossierJson, readDossier } from '../../documents/dossier-json.js';
import { openPdf } from '../../documents/pdf/pdf-engine.js';
import type { Dossier } from '../../domain/register/dossier.js';
import { verifyDossier } from '../../domain/register/verify-dossier.js';
import { civilDate } from '../../domain/time/civil-date.js';
import { inTown } from '../../store/in-town.js';
import { endRole } from '../../store/people/people.js';
import { listAudit } from '../../store/register/audit.js';
import { readChain, sha256Hex } from '../../store/register/register.js';
import { listSeals, sealWeek } from '../../store/register/seals.js';
import { changedAt, leaves, other } from '../domain/register/every-leaf.js';
import { obligationsOf } from './obligations-of-stage.js';
import { openStage } from './stage.js';
import type { Answer, Visitor } from './visitor.js';

const stage = await openStage();
const { sql, ours, theirs } = stage;
const { ofFinance, fill } = obligationsOf(stage);

const objective = ofFinance.objectiveId ?? '';
const [secretary, head, otherHead, oiv, mayor] = [
  await stage.enter(ours.people.secretary),
  await stage.enter(ours.people.head),
  await stage.enter(ours.people.otherHead),
  await stage.enter(ours.people.oiv),
  await stage.enter(ours.people.mayor),
];

const press = async (visitor: Visitor, path: string, fields: Record<string, string>): Promise<Answer> =>
  visitor.post(path, { modulo: await visitor.token(), ...fields });
const dossier = async (visitor: Visitor, path: string): Promise<Dossier> => {
  const answer = await press(visitor, `${path}/dossier`, { formato: 'json' });
  const read = readDossier(Buffer.from(answer.text));
  if (!read.ok) throw new Error(`${answer.status} ${read.message}`);
  return read.dossier;
};
const verdict = (one: Dossier) => verifyDossier(one, sha256Hex);
const textsOf = ({ texts }: Dossier) =>
  texts.map((text) => ('salt' in text ? text.text : `cancellato ${text.erased}`));

await fill(head, ofFinance.id, 'concludi', { doneOn: '2023-06-28', note: 'parole della Responsabile' });
await fill(secretary, ofFinance.id, 'riapri', { reason: 'parole del Segretario' });

describe('the dossier of an objective', () => {
  it('made by its head holds, says who did what in names, and carries the words with their salts', async () => {
    const made = await dossier(head, `/obiettivi/${objective}`);
    expect(verdict(made)).toMatchObject({ ok: true });
    expect(made.chains[0]?.entries.map(({ body }) => body?.['kind'])).toEqual(
      expect.arrayContaining(['completed', 'reopened', 'dossier']),
    );
    expect(textsOf(made)).toEqual(
      expect.arrayContaining(['parole della Responsabile', 'parole del Segretario']),
    );
    expect(made.names.people.map(({ name }) => name).sort()).toEqual(['Responsabile', 'Segretaria']);
    expect(made.names.acts).toMatchObject([{ organ: 'giunta' }]);
    expect(made.names.obligations).toMatchObject([{ id: ofFinance.id, objective }]);
  });

  it('is itself an entry of the chain, in the history, and covered by the next seal', async () => {
    const made = await dossier(secretary, `/obiettivi/${objective}`);
    const own = made.chains[0]?.entries.at(-1);
    await inTown(sql, ours.town, async (tx) => {
      expect((await readChain(tx, { kind: 'objective', id: objective })).at(-1)).toMatchObject(own ?? {});
      const [last] = await listAudit(tx, { subject: objective });
      expect(last).toMatchObject({
        action: 'dossier.make',
        person: ours.people.secretary,
        after: { hash: own?.hash },
      });
      await sealWeek(tx, ours.town, civilDate('2023-06-29'));
    });
    const later = await dossier(secretary, `/obiettivi/${objective}`);
    expect(verdict(later)).toMatchObject({ ok: true, unsealed: 1 });
    expect(later.seals.at(-1)?.heads.find(({ id }) => id === objective)?.hash).toBe(own?.hash);
  });

  it('is for its owners, Segretario and Nucleo; not for the Sindaco, another head, another town', async () => {
    for (const visitor of [head, secretary, oiv])
      expect((await press(visitor, `/obiettivi/${objective}/dossier`, {})).status).toBe(200);
    for (const visitor of [otherHead, mayor])
      expect((await press(visitor, `/obiettivi/${objective}/dossier`, {})).status).toBe(403);
    const stranger = await stage.enter(theirs.people.secretary, theirs);
    expect((await press(stranger, `/obiettivi/${objective}/dossier`, {})).status).toBe(404);
    expect((await press(secretary, `/obiettivi/${theirs.plan.objectives[0]}/dossier`, {})).status).toBe(404);
  });

  it('as PDF is in Italian, titled, tagged, and carries the JSON, which holds', async () => {
    const token = await head.token();
    const response = await stage.app.request(`/obiettivi/${objective}/dossier`, {
      method: 'POST',
      body: new URLSearchParams({ modulo: token, formato: 'pdf' }).toString(),
      headers: { 'content-type': 'application/x-www-form-urlencoded', cookie: head.cookie },
    });
    expect(response.headers.get('content-type')).toBe('application/pdf');
    expect(response.headers.get('content-disposition')).toMatch(
      /^attachment; filename="dossier-obiettivo-[^"]*\.pdf"/,
    );
    const pdf = await openPdf(new Uint8Array(await response.arrayBuffer()));
    const attached = (await pdf.getAttachments()) as Record<string, { content: Uint8Array }>;
    const read = readDossier(attached['dossier.json']?.content ?? new Uint8Array());
    expect(read.ok && verdict(read.dossier)).toMatchObject({ ok: true });
  });
});

describe('a dossier under way', () => {
  it('stalls nobody: from the moment it is recorded the health page answers before the PDF does', async () => {
    const entries = async (): Promise<number> =>
      (await inTown(sql, ours.town, (tx) => readChain(tx, { kind: 'objective', id: objective }))).length;
    const before = await entries();
    const order: string[] = [];
    const pdf = press(head, `/obiettivi/${objective}/dossier`, { formato: 'pdf' }).then(({ status }) =>
      order.push(`dossier ${status}`),
    );
    while ((await entries()) === before);
    order.push(`health ${(await stage.app.request('/salute/vivo')).status}`);
    await pdf;
    expect(order).toEqual(['health 200', 'dossier 200']);
  });

  it('that is not made is refused in plain words: 422 when it is too much, 503 when it is our fault', () => {
    const sentences = (['too-long', 'too-much-memory', 'crashed', 'busy'] as const).map((why) => {
      const refusal = { code: 'document-not-made', why, instead: 'Altro.' } as const;
      return [statusOf(refusal), sentenceOf(refusal)];
    });
    expect(sentences).toEqual([
      [422, 'Il PDF è troppo lungo: la sua preparazione è stata interrotta. Altro.'],
      [422, 'Il PDF è troppo grande: la sua preparazione è stata interrotta. Altro.'],
      [503, expect.stringMatching(/^Il PDF non si è potuto preparare\. Riprova;/)],
      [503, expect.stringContaining('riprova tra un minuto')],
    ]);
  });
});

describe('the dossier of a person', () => {
  it('is for that person and for who reads the register: what concerns them, the rest left out; it holds', async () => {
    const own = await dossier(head, `/persone/${ours.people.head}`);
    expect(verdict(own)).toMatchObject({ ok: true });
    expect(textsOf(own)).toContain('parole della Responsabile');
    expect(textsOf(own)).not.toContain('parole del Segretario');
    expect(own.chains.flatMap(({ entries }) => entries).some(({ body }) => body === null)).toBe(true);
    const full = await dossier(oiv, `/persone/${ours.people.head}`);
    expect(textsOf(full)).toContain('parole del Segretario');
    expect((await press(otherHead, `/persone/${ours.people.head}/dossier`, {})).status).toBe(403);
    expect((await press(mayor, `/persone/${ours.people.head}/dossier`, {})).status).toBe(403);
    expect((await press(secretary, `/persone/${theirs.people.head}/dossier`, {})).status).toBe(404);
  });

  it('is one press away: on the person’s own page, on the page of the person, in the register', async () => {
    const action = `/persone/${ours.people.head}/dossier`;
    expect((await head.form('/le-mie-scadenze', action)).action).toBe(action);
    expect((await secretary.form(`/persone/${ours.people.head}`, action)).action).toBe(action);
    expect((await secretary.get('/registro?cerca=segretaria')).text).toContain(
      `/persone/${ours.people.secretary}/dossier`,
    );
    expect(
      (await secretary.form(`/obiettivi/${objective}`, `/obiettivi/${objective}/dossier`)).action,
    ).not.toBe('');
  });
});

describe('a dossier of the real register', () => {
  it('of an objective, and of a person, is found changed whichever single value is changed', async () => {
    for (const path of [`/obiettivi/${objective}`, `/persone/${ours.people.head}`]) {
      const made = await dossier(secretary, path);
      const missed: string[] = [];
      for (const { place, value } of leaves(made)) {
        const read = readDossier(Buffer.from(JSON.stringify(changedAt(made, place, other(value)))));
        if (read.ok && verdict(read.dossier).ok) missed.push(place.join('.'));
      }
      expect(missed).toEqual([]);
    }
  });
});

describe('the register’s page', () => {
  it('says what is recorded, shows the seals, finds an objective by its words; not for heads or Sindaco', async () => {
    const page = await oiv.get('/registro?cerca=pagamento');
    expect(page.text).toContain('Che cosa è registrato e chi lo legge');
    const [seal] = await inTown(sql, ours.town, (tx) => listSeals(tx));
    expect(page.text).toContain(seal?.hash);
    expect(page.text).toContain(`/obiettivi/${objective}/dossier`);
    expect((await oiv.get('/registro?cerca=nulladitutto')).text).toContain('Nessun obiettivo trovato.');
    for (const visitor of [head, mayor]) expect((await visitor.get('/registro')).status).toBe(403);
  });

  it('prints the seals of a month that is over, the same bytes each time; of this month and of others nothing', async () => {
    const print = async (month: string) => secretary.get(`/registro/documento/${month}`);
    const [one, two] = [await print('2023-05'), await print('2023-05')];
    expect(one.headers.get('content-type')).toBe('application/pdf');
    expect(sha256Hex(one.text)).toBe(sha256Hex(two.text));
    for (const month of ['2023-06', '2023-04', '2023-13', 'x', '2024-01'])
      expect((await print(month)).status).toBe(404);
    expect((await secretary.get('/registro')).text).toContain('Sigilli di maggio 2023 (PDF)');
  });

  it('gives the seals to programs too', async () => {
    const { seals } = JSON.parse((await oiv.json('GET', '/api/v1/register/seals')).text) as {
      seals: readonly { hash: string }[];
    };
    expect(seals[0]?.hash).toMatch(/^[0-9a-f]{64}$/);
  });
});

describe('the erasure of a person', () => {
  const erase = (visitor: Visitor, person: string, reason = 'richiesta prot. 12') =>
    press(visitor, `/persone/${person}/cancella`, { reason });

  it('is the Segretario’s alone, says on which request, and is never of another town', async () => {
    for (const visitor of [head, oiv, mayor])
      expect((await erase(visitor, ours.people.head)).status).toBe(403);
    expect((await erase(secretary, ours.people.head, ' ')).status).toBe(422);
    expect((await erase(secretary, theirs.people.head)).status).toBe(404);
  });

  it('of somebody in office takes the words by and about them everywhere; name and role stay, dossiers hold', async () => {
    const before = await dossier(secretary, `/obiettivi/${objective}`);
    expect((await erase(secretary, ours.people.head)).headers.get('location')).toBe(
      `/persone/${ours.people.head}?esito=cancellata`,
    );
    const after = await dossier(secretary, `/obiettivi/${objective}`);
    expect(verdict(after)).toMatchObject({ ok: true });
    expect(textsOf(after).filter((text) => text === 'cancellato 2023-06-29')).toHaveLength(2);
    expect(verdict(before), 'one given out before still holds').toMatchObject({ ok: true });
    expect(after.names.people.map(({ name }) => name)).toContain('Responsabile');
    const left = await inTown(
      sql,
      ours.town,
      (tx) => tx<{ n: number }[]>`select
        (select count(*) from audit where concat(before, after) like '%parole%')
        + (select count(*) from register_text where text like '%parole%')
        + (select count(*) from obligation where concat(done_note, held_back_reason) like '%parole%')
        + (select count(*) from answer where note like '%parole%') as n`,
    );
    expect(left[0]?.n).toBe(0);
    const page = (await secretary.get(`/obiettivi/${objective}`)).text;
    expect(page).toContain('testo cancellato il giovedì 29 giugno 2023');
    expect(page).not.toContain('parole');
  });

  it('of somebody who left takes name and mailbox: the role stands for them, also in their dossier', async () => {
    await inTown(sql, ours.town, async (tx) => {
      const held = await tx<
        { id: string }[]
      >`select id from role_holder where person = ${ours.people.otherHead}`;
      for (const { id } of held) await endRole(tx, id, civilDate('2023-06-15'));
    });
    const answer = await erase(secretary, ours.people.otherHead);
    expect(answer.headers.get('location')).toBe('/persone?esito=cancellata');
    const made = await dossier(secretary, `/persone/${ours.people.otherHead}`);
    expect(made.about.title).toBe('Responsabile del settore Tecnico (nome cancellato)');
    expect(verdict(made)).toMatchObject({ ok: true });
    expect(dossierJson(made)).not.toContain('Altra Responsabile');
    const [entry] = await inTown(sql, ours.town, (tx) =>
      listAudit(tx, { subjectKind: 'person', subject: ours.people.otherHead }),
    );
    expect(JSON.stringify(entry)).not.toContain('Altra Responsabile');
  });

  it('is done from the command line too, in the name of the Segretario of the town', async () => {
    const env = { DATABASE_URL: stage.database.appUrl };
    const asked = { town: `prova-${ours.town}`, reason: 'richiesta prot. 13' };
    expect(await erasePersonOf(ours.people.rpct, asked, env)).toBe(
      '0 testi cancellati; nome e casella restano finché la persona ricopre un ruolo.',
    );
    await expect(erasePersonOf('x', asked, env)).rejects.toThrow("non è l'identificativo");
    await expect(erasePersonOf(theirs.people.head, asked, env)).rejects.toThrow(CommandError);
    await expect(erasePersonOf(ours.people.head, { ...asked, town: 'altrove' }, env)).rejects.toThrow(
      'altrove',
    );
  });

  it('leaves an audit row with how much went and on which request', async () => {
    const [row] = await inTown(sql, ours.town, (tx) =>
      listAudit(tx, { subjectKind: 'person', subject: ours.people.head }),
    );
    expect(row).toMatchObject({
      ...{ action: 'person.erase', person: ours.people.secretary, role: { role: 'secretary' } },
      after: { texts: 2, name: false, basis: 'richiesta prot. 12' },
    });
  });
});
