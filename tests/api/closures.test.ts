/** *Chiusure degli uffici*: the effect is seen before it is saved; bad days are told beside their field. */
import { describe, expect, it } from 'vitest';
import { inTown } from '../../store/in-town.js';
import { listAudit } from '../../store/register/audit.js';
import { loadTown } from '../../store/towns/towns.js';
import { openStage } from './stage.js';

const stage = await openStage();
const { ours, theirs, sql } = stage;
const secretary = await stage.enter(ours.people.secretary);
const PLACE = '/prova-generale/chiusure';

const closuresOf = async (town: string) => (await inTown(sql, town, (tx) => loadTown(tx))).closures;
const asked = (fields: Record<string, string>): string =>
  `${PLACE}?${new URLSearchParams({ prova: 'si', 'settimana-6': 'si', ...fields })}`;
const plain = (text: string): string => text.replaceAll('&#39;', "'").replaceAll('&quot;', '"');
const save = async (fields: Record<string, string>, visitor = secretary) => {
  const shown = await visitor.get(asked(fields));
  const visto = /name="visto" value="(\w+)"/.exec(shown.text)?.[1] ?? 'none';
  const keys = { modulo: await visitor.token(), chiave: crypto.randomUUID() };
  return visitor.post(PLACE, { ...keys, visto, 'settimana-6': 'si', ...fields });
};
const AUGUST = {
  'nome-anno-0': 'Patrono',
  'giorno-anno-0': '1.1',
  'mese-anno-0': '9',
  'nome-periodo-0': 'Chiusura estiva',
  'dal-periodo-0': '2023-07-03',
  'al-periodo-0': '2023-07-14',
  'dal-periodo-2': '2023-12-07',
};

describe('closures', () => {
  it('are shown as they are, with empty rows and nothing to save', async () => {
    const { status, text } = await secretary.get(PLACE);
    expect(status).toBe(200);
    expect(text).not.toContain('Salva le chiusure');
    expect(text).toMatch(/<input type="checkbox" value="si" checked=""[^>]*name="settimana-6"/);
    expect(text).toContain('name="dal-periodo-2"');
  });

  it('show which mails would move, and change nothing by that', async () => {
    const before = await closuresOf(ours.town);
    const { status, text } = await secretary.get(asked(AUGUST));
    expect(status).toBe(200);
    expect(text).toContain('Salva le chiusure');
    expect(text).toMatch(/Messaggi: .*(in un altro giorno|in meno|in più)/);
    expect(text).toContain('In un altro giorno');
    expect(await closuresOf(ours.town)).toEqual(before);
  });

  it('are saved as they were typed: a rule, a period, a bridge of one day; and the history says so', async () => {
    expect((await save(AUGUST)).status).toBe(303);
    const kept = [
      { kind: 'weekday', weekday: 6 },
      { kind: 'nth-weekday', nth: 1, weekday: 1, month: 9, name: 'Patrono' },
      { kind: 'days', from: '2023-07-03', to: '2023-07-14', name: 'Chiusura estiva' },
      { kind: 'days', from: '2023-12-07', to: '2023-12-07' },
    ];
    expect(await closuresOf(ours.town)).toEqual(kept);
    const [entry] = await inTown(sql, ours.town, (tx) => listAudit(tx, { subjectKind: 'town' }));
    expect(entry).toMatchObject({
      action: 'closures.change',
      person: ours.people.secretary,
      before: { closures: [{ kind: 'weekday', weekday: 6 }] },
      after: { closures: kept },
    });
    const { text } = await secretary.get(PLACE);
    expect(text).toContain('value="2023-07-14"');
    expect(text).toMatch(/<option value="1.1" selected="">primo lunedì<\/option>/);
    const rehearsal = await secretary.get('/api/v1/rehearsal?from=2023-07-03&until=2023-07-14');
    expect(rehearsal.text.trim()).toBe('');
  });

  it.each([
    [
      'end before start',
      { 'dal-periodo-0': '2026-08-18', 'al-periodo-0': '2026-08-14' },
      'al-periodo-0',
      'viene prima',
    ],
    [
      'a day that does not exist',
      { 'dal-periodo-0': '2023-02-30' },
      'dal-periodo-0',
      '«2023-02-30» non è un giorno',
    ],
    ['words', { 'dal-periodo-0': 'ferragosto' }, 'dal-periodo-0', '«ferragosto» non è un giorno'],
    ['no first day', { 'al-periodo-0': '2023-08-18' }, 'dal-periodo-0', 'Indica il primo giorno'],
    [
      'the year 9999',
      { 'dal-periodo-0': '9999-01-01', 'al-periodo-0': '9999-01-02' },
      'dal-periodo-0',
      'Scegli un giorno da',
    ],
    [
      '366 days',
      { 'dal-periodo-0': '2024-01-01', 'al-periodo-0': '2024-12-31' },
      'al-periodo-0',
      'Sono 366 giorni',
    ],
    [
      'periods that share days',
      {
        'dal-periodo-0': '2024-08-12',
        'al-periodo-0': '2024-08-16',
        'dal-periodo-1': '2024-08-16',
        'al-periodo-1': '2024-08-20',
      },
      'dal-periodo-1',
      'giorni in comune',
    ],
    [
      '30 February each year',
      { 'giorno-anno-0': '30', 'mese-anno-0': '2' },
      'giorno-anno-0',
      'non ha un giorno così',
    ],
    ['a rule without a month', { 'giorno-anno-0': '2.7' }, 'mese-anno-0', 'Scegli il mese'],
    [
      'a rule that is none',
      { 'giorno-anno-0': '9.9', 'mese-anno-0': '1' },
      'giorno-anno-0',
      'Scegli il giorno',
    ],
    [
      'a name too long',
      { 'nome-periodo-0': 'x'.repeat(81), 'dal-periodo-0': '2024-08-12' },
      'nome-periodo-0',
      '80 caratteri',
    ],
    [
      'the whole week',
      Object.fromEntries([1, 2, 3, 4, 5].map((day) => [`settimana-${day}`, 'si'])),
      'settimana-6',
      'almeno un giorno della settimana',
    ],
  ])(
    '%s is refused beside its field, by GET and by POST, and nothing changes',
    async (_, fields, field, says) => {
      const before = await closuresOf(ours.town);
      for (const answer of [await secretary.get(asked(fields)), await save(fields)]) {
        expect(answer.status).toBe(422);
        const text = plain(answer.text);
        expect(text).toContain(`<a href="#${field}">`);
        expect(text).toContain(says);
        expect(text).not.toContain('Salva le chiusure');
      }
      expect(await closuresOf(ours.town)).toEqual(before);
    },
  );

  it('that somebody else changed meanwhile are not overwritten', async () => {
    const keys = { modulo: await secretary.token(), chiave: crypto.randomUUID(), visto: '0123456789abcdef' };
    const { status, text } = await secretary.post(PLACE, { ...keys, 'settimana-6': 'si' });
    expect(status).toBe(409);
    expect(plain(text)).toContain("Qualcuno l'ha modificata mentre la stavi guardando");
  });

  it('are read by the Nucleo, who saves nothing; a head does not see them; another town keeps its own', async () => {
    const oiv = await stage.enter(ours.people.oiv);
    expect((await oiv.get(asked(AUGUST))).text).not.toContain('Salva le chiusure');
    expect((await oiv.post(PLACE, { modulo: await oiv.token() })).status).toBe(403);
    expect((await (await stage.enter(ours.people.head)).get(PLACE)).status).toBe(403);
    expect(await closuresOf(theirs.town)).toEqual([{ kind: 'weekday', weekday: 6 }]);
  });
});

describe('the JSON API', () => {
  it('reads and sets the same closures, once per key', async () => {
    const closures = [
      { kind: 'weekday', weekday: 6 },
      { kind: 'yearly', month: 6, day: 24, name: 'San Giovanni' },
      { kind: 'days', from: '2023-08-14', to: '2023-08-18' },
    ];
    const key = { 'idempotency-key': crypto.randomUUID() };
    for (let times = 0; times < 2; times++)
      expect((await secretary.json('PUT', '/api/v1/closures', { closures }, key)).status).toBe(200);
    expect(JSON.parse((await secretary.json('GET', '/api/v1/closures')).text)).toEqual({ closures });
    const rows = await inTown(sql, ours.town, (tx) => listAudit(tx, { subjectKind: 'town' }));
    expect(rows.filter(({ channel }) => channel === 'api')).toHaveLength(1);
  });

  it.each([
    ['a day that does not exist', { kind: 'days', from: '2023-02-30', to: '2023-03-01' }, 'closures.0.from'],
    ['an end before its start', { kind: 'days', from: '2023-08-18', to: '2023-08-14' }, 'closures.0.to'],
    ['month 13', { kind: 'yearly', month: 13, day: 1 }, 'closures.0.month'],
    ['a kind that is none', { kind: 'never' }, 'closures.0.kind'],
    ['31 June', { kind: 'yearly', month: 6, day: 31 }, 'closures.0'],
  ])('%s is refused with a pointer', async (_, closure, field) => {
    const { status, text } = await secretary.json('PUT', '/api/v1/closures', { closures: [closure] });
    expect(status).toBe(422);
    expect(text).toContain(field.replaceAll('.', '/'));
  });
});
