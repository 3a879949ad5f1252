/** Notices to people without a mailbox: on the board, on paper, and recorded as handed over. */
import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { civilDate } from '../../domain/time/civil-date.js';
import { inTown } from '../../store/in-town.js';
import { raiseAlert, waitingAlerts } from '../../store/notices/alerts.js';
import { freezeDigests, recordAnswer } from '../../store/notices/digests.js';
import { insertNotices } from '../../store/notices/notices.js';
import { addPerson, assignRole } from '../../store/people/people.js';
import { readChain } from '../../store/register/register.js';
import { readTagged } from '../documents/read-tagged.js';
import { digestFor } from '../store/furnished-town.js';
import { NOON, openStage } from './stage.js';

const stage = await openStage();
const { sql, ours } = stage;
const secretary = await stage.enter(ours.people.secretary);
const owed = ours.obligations.find(({ subject }) => subject.milestone === 'entro il 15/04');
if (owed === undefined) throw new Error('the small plan has no such obligation');
const role = { role: 'head', sector: 'Finanziario' } as const;

/** A mail of 28 June to somebody without a mailbox, as the sender leaves it. */
async function paperMail(name: string): Promise<string> {
  return inTown(sql, ours.town, async (tx) => {
    const person = await addPerson(tx, { name, email: null, createdAt: NOON });
    await assignRole(tx, { person, role, validFrom: civilDate('2023-01-01') });
    const notice = randomUUID();
    const day = civilDate('2023-06-28');
    await insertNotices(tx, [
      {
        ...{ id: notice, obligation: owed?.id ?? '', obligationVersion: 1, rung: 'late-3' as const },
        ...{ recipient: role, person, day },
      },
    ]);
    const lines = [{ obligation: owed?.id ?? '', notice, rung: 'late-3' as const }];
    const digest = digestFor(person, { day, roles: [role], lines });
    await freezeDigests(tx, [digest]);
    await recordAnswer(tx, {
      digest: digest.id,
      kind: 'permanent',
      at: NOON,
      code: null,
      response: 'nessuna',
    });
    const alert = { toRole: 'secretary', kind: 'to-hand-over', about: digest.id } as const;
    await raiseAlert(tx, { ...alert, raisedAt: NOON, detail: {} });
    return digest.id;
  });
}
const place = '/avvisi/da-consegnare';
const fill = async (mail: string, fields: Record<string, string>) => {
  const form = await secretary.form(place, `/avvisi/${mail}/consegnato`);
  return secretary.post(form.action, { ...form.fields, ...fields });
};

describe('a mail to somebody without a mailbox', () => {
  it('is on the board and on a sheet of its own, line by line, until it is handed over', async () => {
    const mail = await paperMail('Ugo Senza Casella');
    expect((await secretary.get('/cruscotto')).text).toContain(
      'Ugo Senza Casella: 1 scadenza, avvisi di mercoledì 28 giugno 2023',
    );
    const { text } = await secretary.get(place);
    for (const words of ['Ugo Senza Casella', 'Rendiconto', 'sabato 15 aprile 2023', 'Scaduta', 'Firma:'])
      expect(text).toContain(words);
    for (const [fields, words] of [
      [{ on: '2023-06-30' }, 'dal giorno degli avvisi a oggi'],
      [{ on: '2023-06-27' }, 'dal giorno degli avvisi a oggi'],
      [{ on: 'ieri' }, 'dal giorno degli avvisi a oggi'],
      [{ by: ' ' }, 'Indica chi li ha consegnati'],
      [{ by: 'x'.repeat(121) }, 'supera i 120 caratteri'],
    ] as const) {
      const refused = await fill(mail, fields);
      expect([refused.status, refused.text]).toEqual([422, expect.stringContaining(words)]);
    }
    const done = await fill(mail, { on: '2023-06-29', by: 'il  messo comunale' });
    expect(done.headers.get('location')).toBe(`${place}?esito=consegnato`);
    expect((await secretary.get('/cruscotto')).text).not.toContain('Ugo Senza Casella: 1');
    expect((await secretary.get(place)).text).toContain('giovedì 29 giugno 2023, da il messo comunale');
  });

  it('handed over is in the register, day and hash of who did it, and leaves the alert of 15:00', async () => {
    const chain = await inTown(sql, ours.town, (tx) =>
      readChain(tx, { kind: 'objective', id: owed.objectiveId ?? '' }),
    );
    const [entry] = chain.filter(({ body }) => body.kind === 'handed-over');
    expect(entry?.body).toMatchObject({ on: '2023-06-29', role: 'secretary', person: ours.people.secretary });
    expect(entry?.body['declared']).toMatch(/^[0-9a-f]{64}$/);
    expect((await secretary.get(`/obiettivi/${owed.objectiveId}`)).text).toContain(
      'Consegnato a mano giovedì 29 giugno 2023',
    );
    const waiting = await inTown(sql, ours.town, (tx) => waitingAlerts(tx));
    expect(waiting.filter(({ kind }) => kind === 'to-hand-over')).toEqual([]);
  });

  it('by the JSON API is listed and recorded once: the second time is told so', async () => {
    const mail = await paperMail('Ada Senza Casella');
    const { mails } = JSON.parse((await secretary.json('GET', '/api/v1/paper-mails?open=true')).text) as {
      mails: { id: string; lines: { due: string }[] }[];
    };
    expect(mails.map(({ id, lines }) => [id, lines[0]?.due])).toEqual([[mail, '2023-04-15']]);
    const record = () =>
      secretary.json('POST', `/api/v1/paper-mails/${mail}/handed-over`, { on: '2023-06-29', by: 'Usciere' });
    expect((await record()).status).toBe(200);
    expect((await record()).status).toBe(409);
    const other = await stage.enter(ours.people.head);
    expect((await other.json('GET', '/api/v1/paper-mails')).status).toBe(403);
  });

  it('that left by mail cannot be recorded as handed over: 409; one that is not there: 404', async () => {
    const body = { on: '2023-06-29', by: 'Usciere' };
    const record = (mail: string) => secretary.json('POST', `/api/v1/paper-mails/${mail}/handed-over`, body);
    const [mailed] = await inTown(
      sql,
      ours.town,
      (tx) => tx<{ id: string }[]>`select id from digest where state = 'frozen' limit 1`,
    );
    expect((await record(mailed?.id ?? '')).status).toBe(409);
    expect((await record(randomUUID())).status).toBe(404);
  });
});

describe('the sheets as PDF', () => {
  it('are one page a person, tagged and in Italian, each with its terms and room for the answers', async () => {
    await paperMail('Eva Senza Casella');
    await paperMail('Ivo Senza Casella');
    expect((await secretary.get(place)).text).toContain('href="/avvisi/da-consegnare/fogli"');
    const headers = { cookie: secretary.cookie };
    const response = await stage.app.request(`${place}/fogli`, { headers });
    expect([response.status, response.headers.get('content-type')]).toEqual([200, 'application/pdf']);
    const { title, roles, marked, pages, text } = await readTagged(
      new Uint8Array(await response.arrayBuffer()),
    );
    expect([title, pages]).toEqual(['Avvisi da consegnare – giovedì 29 giugno 2023', 2]);
    expect(marked).toMatchObject({ Marked: true });
    expect([roles.get('H1'), roles.get('TH')]).toEqual([2, 6]);
    for (const words of [
      ...['Eva Senza Casella', 'Ivo Senza Casella', 'Responsabile del settore Finanziario'],
      ...['sabato 15 aprile 2023', 'Scaduta – senza riscontro, da', 'Conclusa il', 'Firma'],
    ])
      expect(text).toContain(words);
  });

  it('lead back to the page when nothing is to be handed over, and are for the Segretario alone', async () => {
    const stranger = await stage.enter(stage.theirs.people.secretary, stage.theirs);
    expect((await stranger.get(`${place}/fogli`)).headers.get('location')).toBe(place);
    const head = await stage.enter(ours.people.head);
    expect((await head.get(`${place}/fogli`)).status).toBe(403);
  });
});
