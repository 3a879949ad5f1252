/** Terms of the *Calendario normativo* as obligations: asked for, moved by decree, concluded, undone, refused. */
import { describe, expect, it } from 'vitest';
import type { Obligation } from '../../domain/obligations/obligation.js';
import { inTown } from '../../store/in-town.js';
import { findObligation, loadObligations } from '../../store/obligations/obligations.js';
import { listAudit } from '../../store/register/audit.js';
import { readChain } from '../../store/register/register.js';
import { registeredObligations } from '../../store/register/register-subjects.js';
import { openStage } from './stage.js';

const stage = await openStage();
const { ours, theirs, sql } = stage;
const secretary = await stage.enter(ours.people.secretary);
const PLACE = '/calendario-normativo';
const plain = (text: string): string => text.replaceAll('&#39;', "'").replaceAll('&quot;', '"');
const termIn = (text: string, id: string): string =>
  plain(new RegExp(`<article class="tr-legal-term" id="${id}">.*?</article>`, 's').exec(text)?.[0] ?? '');

interface Kept {
  readonly obligation: string;
  readonly due: string | null;
}
const ask = async (body: object, visitor = secretary) => {
  const { status, text } = await visitor.json('POST', '/api/v1/legal-duties', body);
  return { status, text: plain(text), kept: JSON.parse(text) as Kept };
};
const say = (body: object, year = 2023) =>
  secretary.json('PATCH', `/api/v1/legal-calendar?year=${year}`, body);
const obligation = async (id: string): Promise<Obligation> => {
  const found = await inTown(sql, ours.town, (tx) => findObligation(tx, id));
  if (found === null) throw new Error('no such obligation');
  return found.obligation;
};
const kindsInRegister = async (id: string): Promise<readonly string[]> =>
  inTown(sql, ours.town, async (tx) => {
    const subject = (await registeredObligations(tx, [id])).get(id)?.subject;
    if (subject === undefined) throw new Error('no such obligation');
    return (await readChain(tx, subject))
      .filter(({ body }) => body['obligation'] === id)
      .map(({ body }) => body.kind);
  });
const head = (sector: string) => ({ role: 'head', sector });

describe('a term that becomes an obligation', () => {
  it('is owed by whom the Segretario says on the day that the calendar counts, and says its norm', async () => {
    const { status, kept } = await ask({ year: 2023, rule: 'rendiconto', owner: head('Finanziario') });
    expect([status, kept.due]).toEqual([200, '2024-04-30']);
    expect(await obligation(kept.obligation)).toMatchObject({
      kind: 'act',
      year: 2023,
      owner: head('Finanziario'),
      term: { kind: 'date', due: '2024-04-30' },
      startDay: '2023-06-29',
      state: 'open',
      version: 1,
      subject: { sector: 'Finanziario', objective: 'Rendiconto della gestione 2023 (art. 227 c. 2 TUEL)' },
    });
    expect(await kindsInRegister(kept.obligation)).toEqual(['asked-by-norm']);
    const [audit] = await inTown(sql, ours.town, (tx) => listAudit(tx, { subject: kept.obligation }));
    expect(audit).toMatchObject({ action: 'legal-duty.ask', person: ours.people.secretary });
  });

  it('asked for again with the same owner is the one that is there; with another it is refused', async () => {
    const first = await ask({ year: 2023, rule: 'rendiconto', owner: head('Finanziario') });
    const again = await ask({ year: 2023, rule: 'rendiconto', owner: head('Finanziario') });
    expect(again.kept).toEqual(first.kept);
    const other = await ask({ year: 2023, rule: 'rendiconto', owner: { role: 'secretary' } });
    expect([other.status, other.text.includes('passala dalla sua pagina')]).toEqual([422, true]);
    const all = await inTown(sql, ours.town, loadObligations);
    expect(
      all.filter(({ subject }) => subject.objective.startsWith('Rendiconto della gestione')),
    ).toHaveLength(1);
  });

  it('that expires on Sunday 31 December 2028 is due on 2 January; one that only binds by own rules says so', async () => {
    const { kept } = await ask({ year: 2023, rule: 'delay-notice' });
    expect(kept.due).toBeNull();
    expect((await obligation(kept.obligation)).subject.objective).toBe(
      'Motivi del ritardo al Dipartimento della funzione pubblica 2023 (art. 10 c. 5 D.Lgs. 150/2009; vale se lo prevede il SMVP o il regolamento)',
    );
    const { kept: rolled } = await ask({ year: 2022, rule: 'rendiconto', owner: head('Finanziario') });
    expect(rolled.due).toBe('2023-05-02');
  });

  it('by each sector is owed once by each of them', async () => {
    const [one, two] = [
      await ask({ year: 2023, rule: 'individual-objectives', owner: head('Finanziario') }),
      await ask({ year: 2023, rule: 'individual-objectives', owner: head('Tecnico') }),
    ];
    expect(one.kept.obligation).not.toBe(two.kept.obligation);
    expect((await ask({ year: 2023, rule: 'individual-objectives' })).status).toBe(422);
  });

  it('of a year without a plan opens its cycle, which waits for the plan', async () => {
    const { kept, status } = await ask({ year: 2024, rule: 'budget' });
    expect([status, kept.due]).toEqual([200, '2024-03-15']);
    const [cycle] = await inTown(sql, ours.town, (tx) => tx`select approved_on from cycle where year = 2024`);
    expect(cycle).toEqual({ approvedOn: null });
    expect((await obligation(kept.obligation)).owner).toEqual({ role: 'secretary' });
  });
});

describe('its day', () => {
  it('moves when a decree is entered: a new version, which starts today; nobody is asked', async () => {
    const { kept } = await ask({ year: 2024, rule: 'piao' });
    expect(kept.due).toBe('2024-04-15');
    const before = (
      await inTown(sql, ours.town, (tx) => tx`select count(*)::int as n from announcement`)
    )[0]?.['n'];
    expect((await say({ deferral: { term: '2024-04-15', act: 'D.M. di prova' } }, 2024)).status).toBe(200);
    expect(await obligation(kept.obligation)).toMatchObject({
      version: 2,
      term: { kind: 'date', due: '2024-05-15' },
      startDay: '2023-06-29',
    });
    const after = (
      await inTown(sql, ours.town, (tx) => tx`select count(*)::int as n from announcement`)
    )[0]?.['n'];
    expect(Number(after) - Number(before)).toBe(1);
    const rows = await inTown(sql, ours.town, (tx) =>
      listAudit(tx, { subjectKind: 'obligation', subject: kept.obligation }),
    );
    expect(rows).toMatchObject([
      {
        action: 'legal-duty.move',
        person: null,
        before: { due: '2024-04-15' },
        after: { due: '2024-05-15' },
      },
    ]);
    await say({ population: 7000 }, 2024);
    expect((await obligation(kept.obligation)).version).toBe(2);
  });

  it('is not known until what it counts from is done, and then it is: 20 days from the budget', async () => {
    const { kept } = await ask({ year: 2024, rule: 'peg' });
    expect((await obligation(kept.obligation)).term).toEqual({
      kind: 'external',
      anchor: "20 giorni dall'approvazione del bilancio",
    });
    await say({ done: { budget: '2023-06-20' } }, 2024);
    expect((await obligation(kept.obligation)).term).toEqual({ kind: 'date', due: '2023-07-10' });
    const budget = await ask({ year: 2024, rule: 'budget' });
    expect(await obligation(budget.kept.obligation)).toMatchObject({ state: 'done', doneOn: '2023-06-20' });
    const reopened = await secretary.json('POST', `/api/v1/obligations/${budget.kept.obligation}/reopen`, {
      reason: 'data sbagliata',
    });
    expect(reopened.status).toBe(200);
    expect((await obligation(kept.obligation)).term.kind).toBe('external');
  });
});

describe('what the body did', () => {
  it('recorded on the calendar concludes it with its delay, in the register too; its day is changed there alone', async () => {
    const { kept } = await ask({ year: 2022, rule: 'rendiconto', owner: head('Finanziario') });
    expect((await say({ done: { rendiconto: '2023-05-12' } }, 2022)).status).toBe(200);
    expect(await obligation(kept.obligation)).toMatchObject({ state: 'done', doneOn: '2023-05-12' });
    expect(await kindsInRegister(kept.obligation)).toEqual(['asked-by-norm', 'completed']);
    const { text } = await secretary.get(`${PLACE}?anno=2022`);
    expect(termIn(text, 'rendiconto')).toContain('10 giorni oltre il termine');
    expect(termIn(text, 'rendiconto')).toContain('fatto 10 giorni dopo il termine');
    expect(text).not.toContain('name="fatto-rendiconto"');
    const changed = await say({ done: { rendiconto: '2023-05-13' } }, 2022);
    expect([changed.status, plain(changed.text).includes('riaprila')]).toEqual([422, true]);
    expect((await say({ employees: 40 }, 2022)).status).toBe(200);
    expect((await obligation(kept.obligation)).doneOn).toBe('2023-05-12');
  });

  it('answered as any obligation stands on the calendar', async () => {
    const { kept } = await ask({ year: 2023, rule: 'balance-check', owner: head('Finanziario') });
    const owner = await stage.enter(ours.people.head);
    const done = await owner.json('POST', `/api/v1/obligations/${kept.obligation}/complete`, {
      doneOn: '2023-06-28',
    });
    expect(done.status).toBe(200);
    const { text } = await secretary.get(PLACE);
    expect(termIn(text, 'balance-check')).toContain('Conclusa mercoledì 28 giugno 2023.');
    expect(termIn(text, 'balance-check')).toContain('fatto 33 giorni prima del termine');
  });
});

describe('undone', () => {
  it('it is superseded with its reason, nobody is told any more, and it may be asked for again', async () => {
    const { kept } = await ask({ year: 2023, rule: 'budget-adjustment', owner: head('Tecnico') });
    const none = await secretary.json('POST', `/api/v1/legal-duties/${kept.obligation}/undo`, {
      reason: ' ',
    });
    expect(none.status).toBe(422);
    const undone = await secretary.json('POST', `/api/v1/legal-duties/${kept.obligation}/undo`, {
      reason: 'lo segue il revisore',
    });
    expect(undone.status).toBe(200);
    expect((await obligation(kept.obligation)).state).toBe('superseded');
    expect(await kindsInRegister(kept.obligation)).toEqual(['asked-by-norm', 'taken-back']);
    const again = await secretary.json('POST', `/api/v1/legal-duties/${kept.obligation}/undo`, {
      reason: 'x',
    });
    expect(again.status).toBe(404);
    const anew = await ask({ year: 2023, rule: 'budget-adjustment', owner: head('Finanziario') });
    expect([anew.status, anew.kept.obligation === kept.obligation]).toEqual([200, false]);
  });
});

it('the JSON calendar says of each term whether it can be one, and which it is', async () => {
  const told = JSON.parse((await secretary.json('GET', '/api/v1/legal-calendar?year=2023')).text) as {
    terms: {
      id: string;
      canBeDuty: boolean;
      duties: { owner: object; due: string; doneOn: string | null }[];
    }[];
  };
  const term = (id: string) => told.terms.find((one) => one.id === id);
  expect(term('rendiconto')).toMatchObject({
    canBeDuty: true,
    duties: [{ owner: head('Finanziario'), due: '2024-04-30', doneOn: null }],
  });
  expect(term('balance-check')?.duties).toMatchObject([{ doneOn: '2023-06-28' }]);
  expect(term('relazione')).toMatchObject({ canBeDuty: false, duties: [] });
});

describe('what is refused', () => {
  it.each<[string, object, number, string]>([
    ['a limit', { rule: 'last-budget-variations' }, 422, 'È un limite'],
    ['what the cycle asks for itself', { rule: 'relazione' }, 422, 'Lo chiede già il ciclo'],
    ['a term that is none', { rule: 'festa' }, 404, ''],
    ['a head who is not named', { rule: 'cash-plan', year: 2024 }, 404, ''],
    ['a sector that is none', { rule: 'dup', owner: head('Marte') }, 422, 'Indica a chi spetta'],
    [
      'the Sindaco, whom nobody reminds of it',
      { rule: 'dup', owner: { role: 'mayor' } },
      422,
      'Indica a chi',
    ],
    ['what is done: the plan was approved in February', { rule: 'piao' }, 422, 'Risulta già fatto'],
    ['a reading that is none', { rule: 'budget', year: 2022, reading: 'mia' }, 422, 'lettura'],
    ['a year long over', { rule: 'dup', year: 2021 }, 422, "quest'anno"],
    ['a year far ahead', { rule: 'dup', year: 2026 }, 422, "quest'anno"],
  ])('%s', async (_, body, status, says) => {
    const answer = await ask({ year: 2023, ...body });
    expect(answer.status).toBe(status);
    expect(answer.text).toContain(says);
  });

  it('somebody else than the Segretario, and another town', async () => {
    for (const who of [ours.people.oiv, ours.people.mayor, ours.people.rpct, ours.people.head])
      expect((await ask({ year: 2023, rule: 'dup' }, await stage.enter(who))).status).toBe(403);
    const foreign = await stage.enter(theirs.people.secretary, theirs);
    const { kept } = await ask({ year: 2023, rule: 'rendiconto', owner: head('Finanziario') });
    const undo = await foreign.json('POST', `/api/v1/legal-duties/${kept.obligation}/undo`, { reason: 'x' });
    expect(undo.status).toBe(404);
  });
});

describe('the page', () => {
  it('opens and takes back an obligation without JavaScript, and tells beside the terms what was refused', async () => {
    const keys = async () => ({ modulo: await secretary.token(), chiave: crypto.randomUUID(), anno: '2023' });
    const opened = await secretary.post(`${PLACE}/scadenze`, {
      ...(await keys()),
      ...{ termine: 'management-report', a: 'head:Finanziario' },
    });
    expect(opened.headers.get('location')).toBe(
      `${PLACE}?esito=termine-scadenza&anno=2023#management-report`,
    );
    const term = termIn((await secretary.get(PLACE)).text, 'management-report');
    expect(term).toContain('È una scadenza a carico di: Responsabile del settore Finanziario');
    expect(term).toContain('Il giorno non è ancora noto.');
    const action = /action="([^"]+\/togli)"/.exec(term)?.[1] ?? '';
    const undone = await secretary.post(action, { ...(await keys()), reason: 'prova' });
    expect(undone.status).toBe(303);
    const refused = await secretary.post(`${PLACE}/scadenze`, {
      ...(await keys()),
      ...{ termine: 'piao', a: 'secretary' },
    });
    expect(refused.status).toBe(422);
    expect(plain(refused.text)).toContain('Risulta già fatto');
  });
});
