/** The hand-over sheet of a role, on Thursday 29 June 2023: read from the facts, never written by hand. */
import { describe, expect, it } from 'vitest';
import { inTown } from '../../store/in-town.js';
import { roleHolders } from '../../store/people/people.js';
import { openStage } from './stage.js';

const stage = await openStage();
const { sql, ours } = stage;
const { head, nobody } = ours.people;
const secretary = await stage.enter(ours.people.secretary);
const asHead = await stage.enter(head);
const plain = (text: string): string =>
  text
    .replaceAll('&#39;', "'")
    .replace(/<[^>]+>/g, ' ')
    .replace(/\s+/g, ' ');
const tenure = (await inTown(sql, ours.town, (tx) => roleHolders(tx))).find(
  ({ person }) => person.id === head,
)?.id;
const place = `/persone/${head}/ruoli/${tenure}/consegne`;
const owed = ours.obligations.filter(
  ({ owner, state, term }) =>
    owner.role === 'head' && owner.sector === 'Finanziario' && state === 'open' && term.kind === 'date',
);

describe('the hand-over sheet', () => {
  it('names who leaves and, once given the role, who takes over and from when', async () => {
    expect(plain((await secretary.get(place)).text)).toContain('Subentra da indicare');
    const given = await secretary.json('POST', `/api/v1/people/${nobody}/roles`, {
      role: { role: 'head', sector: 'Finanziario' },
      from: '2023-07-15',
      succeeds: true,
    });
    expect(given.status).toBe(200);
    const text = plain((await secretary.get(place)).text);
    expect(text).toContain('Lascia Responsabile, fino a venerdì 14 luglio 2023');
    expect(text).toContain('Subentra Senza Ruolo, da sabato 15 luglio 2023');
    const { text: other } = await secretary.get(`${place}?a=${ours.people.rpct}`);
    expect(plain(other)).toContain('Subentra Anticorruzione');
  });

  it('lists what is open, with the answers given, their reason and the documents', async () => {
    const one = owed[0]?.id ?? '';
    const said = await asHead.json('POST', `/api/v1/obligations/${one}/in-progress`, {
      forecast: '2023-07-20',
      reason: 'in attesa del parere del revisore',
    });
    expect(said.status).toBe(200);
    const text = plain((await secretary.get(place)).text);
    expect(text).toMatch(
      /29 giugno 2023, Responsabile: in corso, conclusione prevista giovedì 20 luglio 2023/,
    );
    expect(text).toContain('«in attesa del parere del revisore»');
    const rows = (await secretary.get(place)).text.match(/href="\/scadenze\/[0-9a-f-]{36}"/g) ?? [];
    expect(rows).toContain(`href="/scadenze/${one}"`);
    const [file] = await inTown(
      sql,
      ours.town,
      (tx) => tx<{ id: string }[]>`
      select e.id from evidence e join obligation o on o.id = e.obligation where o.owner_role = 'head'`,
    );
    if (file !== undefined) expect((await secretary.get(place)).text).toContain(`/documenti/${file.id}`);
  });

  it('moves what is concluded to the closed ones, with the name of who concluded it', async () => {
    const [, second] = owed;
    await asHead.json('POST', `/api/v1/obligations/${second?.id}/complete`, {
      doneOn: '2023-06-29',
      note: 'fatto',
    });
    const { text } = await secretary.get(place);
    const closed = text.slice(text.indexOf('id="parte-closed"'));
    expect(closed).toContain(`/scadenze/${second?.id}`);
    expect(plain(closed)).toContain('Responsabile: concluso il giorno giovedì 29 giugno 2023');
  });

  it("is nobody else's: heads may not read it, another town finds nothing, nor does a tenure of somebody else", async () => {
    expect((await asHead.get(place)).status).toBe(403);
    const foreign = await stage.enter(stage.theirs.people.secretary, stage.theirs);
    expect((await foreign.get(place)).status).toBe(404);
    expect((await secretary.get(`/persone/${nobody}/ruoli/${tenure}/consegne`)).status).toBe(404);
  });
});
