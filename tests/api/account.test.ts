/** What an account may do once it has entered: choose its town, see where it is entered, leave. */
import { beforeEach, describe, expect, it } from 'vitest';
import { instant } from '../../domain/time/instant.js';
import { inTown } from '../../store/in-town.js';
import { MINUTE, openSignInStage } from './sign-in-stage.js';
import { NOON } from './stage.js';

const { stage, clock, browser, somebody, linkFor } = await openSignInStage();

beforeEach(() => {
  clock.now = NOON;
});

describe('an account', () => {
  it('of two towns chooses where to act, sees that town alone, and changes over', async () => {
    const asking = browser();
    const { link } = await linkFor(await somebody({ towns: [stage.ours, stage.theirs] }), asking);
    expect((await asking.post(link, {})).headers.get('location')).toBe('/ente');
    const { text } = await asking.get('/ente');
    expect(text).toContain('Comune di qua');
    expect(text).toContain('Comune di là');
    expect((await asking.get('/api/v1/me')).status).toBe(401);
    const { fields } = await asking.form('/ente', '/ente');
    expect((await asking.post('/ente', fields)).status).toBe(303);
    expect((await asking.get('/le-mie-scadenze')).text).toContain('Comune di l');
    const foreign = { ...fields, persona: stage.ours.people.secretary };
    expect((await asking.post('/ente', foreign)).status).toBe(404);
    expect((await asking.post('/ente', { ...fields, modulo: 'x' })).status).toBe(403);
  });

  it('whose address the Segretario has changed is let in no longer', async () => {
    const asking = browser();
    const address = await somebody();
    const { link } = await linkFor(address, asking);
    await asking.post(link, {});
    expect((await asking.get('/le-mie-scadenze')).status).toBe(200);
    await inTown(
      stage.sql,
      stage.ours.town,
      (tx) => tx`update person set email = 'nuovo@prova.example' where email = ${address}`,
    );
    expect((await asking.get('/api/v1/me')).status).toBe(401);
    expect((await asking.get('/ente')).text).toContain('non è più registrato in nessun ente');
  });

  it('is out after four hours unseen, after twelve in all, and when the session is closed elsewhere', async () => {
    const address = await somebody();
    const [first, second] = [browser(), browser()];
    await first.post((await linkFor(address, first)).link, {});
    await second.post((await linkFor(address, second)).link, {});
    const { text } = await second.get('/accessi');
    expect(text.match(/Un altro accesso/g)).toHaveLength(1);
    const other = /Un altro accesso[\s\S]*?name="accesso" value="([^"]+)"/.exec(text)?.[1] ?? '';
    const { fields } = await second.form('/accessi', '/accessi/chiudi');
    expect((await second.post('/accessi/chiudi', { ...fields, accesso: other })).status).toBe(303);
    expect((await first.get('/api/v1/me')).status).toBe(401);
    for (let hour = 3; hour <= 9; hour += 3) {
      clock.now = instant(NOON + hour * 60 * MINUTE);
      expect((await second.get('/api/v1/me')).status, `${hour}`).toBe(200);
    }
    clock.now = instant(NOON + 12 * 60 * MINUTE);
    expect((await second.get('/api/v1/me')).status).toBe(401);
    const third = browser();
    await third.post((await linkFor(address, third)).link, {});
    clock.now = instant(clock.now + 4 * 60 * MINUTE);
    expect((await third.get('/api/v1/me')).status).toBe(401);
  });

  it('that leaves is out: the session is over in the database too', async () => {
    const asking = browser();
    await asking.post((await linkFor(await somebody(), asking)).link, {});
    const { fields } = await asking.form('/le-mie-scadenze', '/esci');
    const cookie = asking.cookie;
    expect((await asking.post('/esci', fields)).status).toBe(303);
    const again = await stage.app.request('/api/v1/me', { headers: { cookie } });
    expect(again.status).toBe(401);
  });
});
