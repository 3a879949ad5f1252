/** *Impostazioni dell'ente*: what a town says of itself, changed on a page or by a program, and what is refused. */
import { describe, expect, it } from 'vitest';
import { civilDate } from '../../domain/time/civil-date.js';
import { roundWindow } from '../../domain/time/round-slot.js';
import { inTown } from '../../store/in-town.js';
import { listAudit } from '../../store/register/audit.js';
import { loadTown } from '../../store/towns/towns.js';
import { openStage } from './stage.js';

const stage = await openStage();
const { ours, sql } = stage;
const town = () => inTown(sql, ours.town, loadTown);
const filled = {
  ...{
    nome: 'Comune di qua',
    ipa: 'c_q000',
    settore: 'Area',
    valutatore: 'OIV',
    segretario: 'Segretario generale',
  },
  ...{ ora: '10:00', accessibilita: 'https://form.example/acc', segnalazioni: '', privacy: '' },
};

describe('the settings of a town', () => {
  it('are saved with words, hour and links, and the change stands in the history', async () => {
    const secretary = await stage.enter(ours.people.secretary);
    const { fields } = await secretary.form('/impostazioni', '/impostazioni');
    const { modulo = '', chiave = '', visto = '' } = fields;
    const answer = await secretary.post('/impostazioni', { modulo, chiave, visto, ...filled });
    expect(answer.headers.get('location')).toBe('/impostazioni?esito=impostazioni');
    expect(await town()).toMatchObject({
      ipaCode: 'c_q000',
      settings: {
        words: { sector: 'Area', evaluator: 'OIV', secretary: 'Segretario generale' },
        sending: { minute: 600 },
        footer: { accessibility: 'https://form.example/acc', feedback: null },
      },
    });
    const [last] = await inTown(sql, ours.town, (tx) =>
      listAudit(tx, { subjectKind: 'town', subject: ours.town }),
    );
    expect(last).toMatchObject({
      action: 'settings.change',
      before: { settore: 'Settore', ora: '' },
      after: { settore: 'Area', ora: '10:00' },
    });
    expect((await secretary.get('/persone')).text).toContain('Responsabile dell');
    // What was on the page is no longer what stands there.
    const late = await secretary.post('/impostazioni', { modulo, chiave: 'altra', visto, ...filled });
    expect(late.status).toBe(409);
  });

  it('hold the round at the hour that was chosen: the board says so', async () => {
    const { clock, id, settings } = await town();
    const { slot } = roundWindow(id, civilDate('2023-06-30'), clock.zone, settings.sending.minute);
    expect(new Date(slot).toISOString()).toBe('2023-06-30T08:00:00.000Z');
  });

  it.each([
    ['no name', { nome: '' }, 'Il nome del comune'],
    ['a name over two lines', { nome: 'Comune\r\nBcc: x@y.example' }, 'a capo'],
    ['an hour out of the list', { ora: '03:00' }, 'Scegli un’ora'],
    ['a script as link', { privacy: 'javascript:alert(1)' }, 'https://'],
    ['a link with a password', { privacy: 'https://chi:segreta@x.example' }, 'https://'],
    ['words without end', { settore: 'x'.repeat(200) }, 'da 1 a 60'],
  ])('with %s are refused beside the field', async (_, wrong, message) => {
    const secretary = await stage.enter(ours.people.secretary);
    const { fields } = await secretary.form('/impostazioni', '/impostazioni');
    const before = await town();
    const { modulo = '', chiave = '', visto = '' } = fields;
    const { status, text } = await secretary.post('/impostazioni', {
      modulo,
      chiave,
      visto,
      ...filled,
      ...wrong,
    });
    expect(status).toBe(422);
    expect(text).toContain(message);
    expect(await town()).toEqual(before);
  });

  it('are read and changed by a program with the same words of refusal', async () => {
    const secretary = await stage.enter(ours.people.secretary);
    const now = JSON.parse((await secretary.get('/api/v1/settings')).text) as Record<string, unknown>;
    expect(now).toMatchObject({ sendsAt: '10:00', words: { sector: 'Area' } });
    const changed = await secretary.json('PUT', '/api/v1/settings', { ...now, sendsAt: null });
    expect(JSON.parse(changed.text)).toEqual({ ...now, sendsAt: null });
    const refused = await secretary.json('PUT', '/api/v1/settings', { ...now, sendsAt: '10:01' });
    expect([refused.status, JSON.parse(refused.text)]).toMatchObject([
      422,
      { errors: [{ pointer: '#/sendsAt' }] },
    ]);
    const head = await stage.enter(ours.people.head);
    expect((await head.json('PUT', '/api/v1/settings', now)).status).toBe(403);
  });
});
