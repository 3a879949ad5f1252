/** *Trattieni*, from the warning of the 7th working day to the notice to the Sindaco, on real rows and real rounds. */
import { beforeAll, describe, expect, it } from 'vitest';
import { takeStock } from '../../../activities/take-stock.js';
import type { Obligation } from '../../../domain/obligations/obligation.js';
import { type Instant, instant } from '../../../domain/time/instant.js';
import { inTown } from '../../../store/in-town.js';
import { noticesOfObligation } from '../../../store/notices/notices.js';
import { type RegisterBody, readChain } from '../../../store/register/register.js';
import { registeredObligations } from '../../../store/register/register-subjects.js';
import { mailingDeps } from '../../activities/mailing-deps.js';
import { openPostOffice } from '../../activities/post-office.js';
import { townTime } from '../../activities/town.js';
import { openStage } from '../stage.js';
import type { Answer } from '../visitor.js';

let now: Instant = townTime('2023-07-10 18:00');
const stage = await openStage({ now: () => now });
const { ours, sql } = stage;
const office = await openPostOffice();
const deps = mailingDeps(sql, office);

/** Objective 1 of the small plan, due on Friday 30 June 2023: the Finanziario's, and the Segretario's own. */
const dueInJune = (role: 'head' | 'secretary'): Obligation => {
  const found = ours.obligations.find(
    ({ owner, subject, term }) =>
      owner.role === role && subject.objective === 'Tempi di pagamento' && term.kind === 'date',
  );
  if (found === undefined) throw new Error(`the small plan owes nothing of the ${role} in June`);
  return found;
};
const [theHeads, ownOne] = [dueInJune('head'), dueInJune('secretary')];

/** The clock goes on to 09:30 of a day, past its round. */
async function liveUntil(day: string): Promise<void> {
  now = townTime(`${day} 09:10`);
  await takeStock(deps, { town: ours.town, nowMs: now });
  now = instant(now + 20 * 60_000);
}

const noticesNow = async (id: string): Promise<readonly string[]> =>
  (await inTown(sql, ours.town, (tx) => noticesOfObligation(tx, id))).map(
    ({ rung, day, recipient }) => `${day} ${rung} ${recipient.role}`,
  );
const toTheMayor = async (id: string): Promise<readonly string[]> =>
  (await noticesNow(id)).filter((notice) => notice.endsWith('mayor'));
/** What the register says was done by hand to the notice of an obligation. */
const actsNow = (id: string): Promise<readonly RegisterBody[]> =>
  inTown(sql, ours.town, async (tx) => {
    const subject = (await registeredObligations(tx, [id])).get(id)?.subject;
    if (subject === undefined) throw new Error('the obligation has no chain');
    const bodies = (await readChain(tx, subject)).map(({ body }) => body);
    return bodies.filter(({ kind, obligation }) => obligation === id && /^(held-back|let-go)$/.test(kind));
  });

/** Each time anew: sessions end after 12 hours. */
const secretary = () => stage.enter(ours.people.secretary);
const overApi = async (id: string, reason: string): Promise<Answer> =>
  (await secretary()).json('POST', `/api/v1/obligations/${id}/hold-back`, { reason });
const codeOf = ({ text }: Answer): string =>
  (JSON.parse(text) as { type: string }).type.split(':').at(-1) ?? '';

async function press(button: 'trattieni' | 'lascia', reason = ''): Promise<Answer> {
  const visitor = await secretary();
  const page = `/scadenze/${theHeads.id}`;
  const { action, fields } = await visitor.form(page, `${page}/${button}`);
  return visitor.post(action, { ...fields, reason });
}

describe('before the warning of the 7th working day', () => {
  it('the page offers nothing to hold back, and the API answers 409 not-warned', async () => {
    const page = await (await secretary()).get(`/scadenze/${theHeads.id}`);
    expect(page.text).not.toContain('/trattieni"');
    const answer = await overApi(theHeads.id, 'troppo presto');
    expect([answer.status, codeOf(answer)]).toEqual([409, 'not-warned']);
    expect(await actsNow(theHeads.id)).toEqual([]);
  });
});

describe('on Tuesday 11 July 2023, the 7th working day after 30 June', () => {
  beforeAll(() => liveUntil('2023-07-11'));

  it('1 notice tells the Segretario, and none the Sindaco', async () => {
    expect(await noticesNow(theHeads.id)).toContain('2023-07-11 late-7 secretary');
    expect(await toTheMayor(theHeads.id)).toEqual([]);
  });

  it('the board leads the Segretario to it, beside what goes to the Sindaco tomorrow, and not to their own', async () => {
    const { text } = await (await secretary()).get('/cruscotto');
    const linked = [...text.matchAll(/href="\/scadenze\/([^"#]+)#trattieni">Trattieni</g)].map(
      ([, id]) => id,
    );
    expect(linked).toContain(theHeads.id);
    expect(linked).not.toContain(ownOne.id);
    expect((await (await stage.enter(ours.people.mayor)).get('/cruscotto')).text).not.toContain('#trattieni');
  });

  it('what is not held back cannot be let go: 409, and the register stays as it was', async () => {
    const answer = await overApi(theHeads.id, '');
    expect([answer.status, codeOf(answer)]).toEqual([409, 'not-held-back']);
    expect(await actsNow(theHeads.id)).toEqual([]);
  });

  it('without a reason it is refused with 422 and says that one is needed', async () => {
    const answer = await press('trattieni', ' \n ');
    expect(answer.status).toBe(422);
    expect(answer.text).toContain('serve il motivo');
  });

  it('nobody holds back the notice about an obligation of their own: no form, and 403 own-notice', async () => {
    expect(await noticesNow(ownOne.id)).toContain('2023-07-11 late-7 secretary');
    const page = await (await secretary()).get(`/scadenze/${ownOne.id}`);
    expect(page.text).not.toContain('/trattieni"');
    const answer = await overApi(ownOne.id, 'non ora');
    expect([answer.status, codeOf(answer)]).toEqual([403, 'own-notice']);
  });

  it.each(['head', 'oiv', 'mayor'] as const)('the %s may not hold it back: 403', async (who) => {
    const visitor = await stage.enter(ours.people[who]);
    const path = `/api/v1/obligations/${theHeads.id}/hold-back`;
    expect((await visitor.json('POST', path, { reason: 'x' })).status).toBe(403);
  });

  it('with a reason it is held back, and the register has 1 entry with the hash of the reason, not the words', async () => {
    const answer = await press('trattieni', 'Risponde domani: ne ho parlato con lei.');
    expect([answer.status, answer.headers.get('location')]).toEqual([
      303,
      `/scadenze/${theHeads.id}?esito=trattenuta`,
    ]);
    const acts = await actsNow(theHeads.id);
    expect(acts.map(({ kind }) => kind)).toEqual(['held-back']);
    expect(JSON.stringify(acts)).not.toContain('Risponde domani');
    expect(JSON.stringify(acts)).toMatch(/"reason":"[0-9a-f]{64}"/);
  });

  it('of two who look at the same page, the second is told that it changed: 409', async () => {
    const visitor = await secretary();
    const path = `/api/v1/obligations/${theHeads.id}/hold-back`;
    const answer = await visitor.json('POST', path, { reason: 'anch’io', rowVersion: 1 });
    expect([answer.status, codeOf(answer)]).toEqual([409, 'changed-meanwhile']);
  });
});

describe('on Wednesday 12 July 2023, the 8th working day', () => {
  beforeAll(() => liveUntil('2023-07-12'));

  it('the Sindaco hears of the Segretario’s own obligation, and not of the one held back', async () => {
    expect(await toTheMayor(ownOne.id)).toEqual(['2023-07-12 late-8 mayor']);
    expect(await toTheMayor(theHeads.id)).toEqual([]);
  });

  it('let go, it reaches the Sindaco and its owner with the next round, on Thursday 13 July', async () => {
    expect((await press('lascia')).status).toBe(303);
    await liveUntil('2023-07-13');
    expect(await noticesNow(theHeads.id)).toEqual(
      expect.arrayContaining(['2023-07-13 late-8 head', '2023-07-13 late-8 mayor']),
    );
    expect((await actsNow(theHeads.id)).map(({ kind }) => kind)).toEqual(['held-back', 'let-go']);
  });

  it('the history of the objective tells that it was held back, and that it was let go', async () => {
    const page = await (await secretary()).get(`/obiettivi/${theHeads.objectiveId}`);
    const from = page.text.indexOf('Chi ha fatto che cosa');
    const history = page.text.slice(from, page.text.indexOf('Registro degli avvisi', from));
    expect(history.match(/Comunicazione al Sindaco (trattenuta|lasciata partire)/g)).toEqual([
      'Comunicazione al Sindaco lasciata partire',
      'Comunicazione al Sindaco trattenuta',
    ]);
  });

  it('once the Sindaco was told it is too late: 409 mayor-told', async () => {
    const answer = await overApi(theHeads.id, 'tardi');
    expect([answer.status, codeOf(answer)]).toEqual([409, 'mayor-told']);
  });
});
