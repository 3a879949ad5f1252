/** Entering with SPID or CIE, through a gateway that says a fiscal code. */
import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { fiscalHash, readFiscalCode } from '../../api/fiscal-code.js';
import { inTown } from '../../store/in-town.js';
import { addPerson } from '../../store/people/people.js';
import { eraseName } from '../../store/privacy/erasure.js';
import { FISCAL_KEY, openOpenIdStage } from './openid-stage.js';
import { NOON } from './stage.js';
import type { Visitor } from './visitor.js';

const { stage, provider, browser, known, enter, linkFor } = await openOpenIdStage({
  OIDC_CLAIM_FISCAL_CODE: 'fiscal_number',
  OIDC_FISCAL_KEY: FISCAL_KEY,
  OIDC_SCOPES: 'openid email profile',
  OIDC_LABEL: 'SPID o CIE',
});
const { ours, theirs } = stage;
const CODE = 'RSSMRA80A01H501U';

describe('a fiscal code', () => {
  it.each([
    [CODE, CODE],
    [' rssmra80a01h501u ', CODE],
    ['RSS MRA 80A01 H501U', CODE],
    [`TINIT-${CODE}`, CODE],
    ['RSSMRA80A01H501V', null],
    ['RSSMRA80A01H501', null],
    ['RSSMRA80A01H501UU', null],
    ['RSSMRA8LA01H501', null],
    ['12345678901', null],
    ['', null],
    ['ʀssmra80a01h501u', null],
    [`${'R'.repeat(10_000)}`, null],
  ])('%j is read as %j', (typed, read) => {
    expect(readFiscalCode(typed)).toBe(read);
  });

  it('with letters for digits (omocodia) is a code when its last letter checks the others', () => {
    const alike = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'].filter(
      (last) => readFiscalCode(`RSSMRA80A01H50M${last}`) !== null,
    );
    expect(alike).toHaveLength(1);
  });
});

/** A browser in which the Segretario of a town has entered by a link. */
async function secretaryOf(town: typeof ours): Promise<Visitor> {
  const email = `segretario.${town.town}@prova.example`;
  await inTown(
    stage.sql,
    town.town,
    (tx) => tx`update person set email = ${email} where id = ${town.people.secretary}`,
  );
  const visitor = browser();
  await visitor.post((await linkFor(email, visitor)).link, {});
  return visitor;
}

const register = async (secretary: Visitor, person: string, fields: Readonly<Record<string, string>>) => {
  const place = `/persone/${person}`;
  const form = await secretary.form(place, `${place}/codice-fiscale`);
  return secretary.post(form.action, { ...form.fields, ...fields });
};

describe('whoever the gateway names by it', () => {
  it('is one person in both towns, with two addresses and with none; enters once and chooses', async () => {
    const made = `VRDLGU70B02F205${lastOf('VRDLGU70B02F205')}`;
    for (const [town, email] of [
      [ours, 'uno@prova.example'],
      [theirs, null],
    ] as const) {
      const person = await inTown(stage.sql, town.town, (tx) =>
        addPerson(tx, { name: 'Di Due Enti', email, createdAt: NOON }),
      );
      expect((await register(await secretaryOf(town), person, { fiscalCode: made })).status).toBe(303);
    }
    provider.people.set('spid-1', { fiscal_number: `TINIT-${made}` });
    const visitor = browser();
    expect((await enter(visitor, 'spid-1')).headers.get('location')).toBe('/ente');
    const { text } = await visitor.get('/ente');
    for (const words of ['Comune di qua', 'Comune di là', 'Riconosciuto dal codice fiscale'])
      expect(text).toContain(words);
    // With CIE the same gateway may call them by another subject.
    provider.people.set('cie-1', { fiscal_number: made });
    expect((await enter(browser(), 'cie-1')).status).toBe(303);
  });

  it('is let in only as long as the Segretario leaves the code there, and not once they are erased', async () => {
    const secretary = await secretaryOf(ours);
    const person = await inTown(stage.sql, ours.town, (tx) =>
      addPerson(tx, { name: 'Senza Casella', email: null, createdAt: NOON }),
    );
    expect((await secretary.get(`/persone/${person}`)).text).toContain('anche senza una casella di posta');
    expect((await register(secretary, person, { fiscalCode: CODE })).status).toBe(303);
    provider.people.set('spid-2', { fiscal_number: CODE });
    const visitor = browser();
    expect((await enter(visitor, 'spid-2')).status).toBe(303);
    expect((await visitor.get('/api/v1/me')).status).toBe(200);
    const page = (await secretary.get(`/persone/${person}`)).text;
    expect(page).toContain('Un codice fiscale è registrato');
    expect(page).not.toContain(CODE);
    expect((await register(secretary, person, { togli: 'si' })).status).toBe(303);
    expect((await visitor.get('/api/v1/me')).status).toBe(401);
    expect((await enter(browser(), 'spid-2')).text).toContain('qui non risulta nessuno');
    await register(secretary, person, { fiscalCode: CODE });
    await inTown(stage.sql, ours.town, (tx) =>
      eraseName(tx, person, { called: 'Persona', by: ours.people.secretary, at: NOON }),
    );
    expect((await enter(browser(), 'spid-2')).text).toContain('qui non risulta nessuno');
  });

  it('nobody by a code that does not check, or that is another person’s of the town', async () => {
    const secretary = await secretaryOf(ours);
    await register(secretary, ours.people.rpct, { fiscalCode: CODE });
    for (const [fiscalCode, words] of [
      ['RSSMRA80A01H501X', 'Non è un codice fiscale'],
      ['', 'Non è un codice fiscale'],
      [CODE, 'È già di un’altra persona'],
    ] as const) {
      const { status, text } = await register(secretary, ours.people.oiv, { fiscalCode });
      expect([status, text]).toEqual([422, expect.stringContaining(words)]);
    }
    provider.people.set('spid-3', { fiscal_number: ['RSSMRA80A01H501U'] });
    expect((await enter(browser(), 'spid-3')).text).toContain('qui non risulta nessuno');
    await register(secretary, ours.people.rpct, { togli: 'si' });
  });

  it('by an address all the same, where no code is registered for them', async () => {
    const { subject } = await known({ fiscal_number: 'TINIT-RSSMRA80A01H501U' });
    expect((await enter(browser(), subject)).status).toBe(303);
  });

  it('is not drawn away from a town they entered before by their address when another town registers their code', async () => {
    const made = `NRENNE75D10L219${lastOf('NRENNE75D10L219')}`;
    const { subject } = await known({ fiscal_number: made });
    expect((await enter(browser(), subject)).status).toBe(303);
    const stranger = await inTown(stage.sql, theirs.town, (tx) =>
      addPerson(tx, { name: 'Messo Qui', email: null, createdAt: NOON }),
    );
    await register(await secretaryOf(theirs), stranger, { fiscalCode: made });
    const visitor = browser();
    expect((await enter(visitor, subject)).headers.get('location')).toBe('/');
    const { text } = await visitor.get('/le-mie-scadenze');
    expect(text).toContain('Comune di qua');
    expect(text).not.toContain('Comune di là');
  });

  it('enters by the code when the linked subject has another address now', async () => {
    const made = `BNCLRA82E50F839${lastOf('BNCLRA82E50F839')}`;
    const { subject } = await known({ fiscal_number: made });
    expect((await enter(browser(), subject)).status).toBe(303);
    const person = await inTown(stage.sql, ours.town, (tx) =>
      addPerson(tx, { name: 'Laura Bianchi', email: null, createdAt: NOON }),
    );
    await register(await secretaryOf(ours), person, { fiscalCode: made });
    provider.people.set(subject, {
      ...{ email: `altra.${subject}@prova.example`, email_verified: true },
      fiscal_number: made,
    });
    expect((await enter(browser(), subject)).status).toBe(303);
  });
});

it('stands nowhere in the database: neither the code, nor its hash without the key', async () => {
  const secretary = await secretaryOf(ours);
  await register(secretary, ours.people.rpct, { fiscalCode: CODE });
  const bare = createHash('sha256').update(CODE).digest('hex');
  const rows = await inTown(
    stage.sql,
    ours.town,
    (tx) => tx<{ text: string }[]>`
      select t::text as text from person t union all select t::text from audit t
      union all select t::text from command t`,
  );
  const all = [...rows.map(({ text }) => text), ...stage.logged].join('\n');
  expect(all).toContain(Buffer.from(fiscalHash(CODE, FISCAL_KEY)).toString('hex'));
  expect(all).toContain('person.fiscal-code');
  for (const tell of [CODE, bare]) expect(all).not.toContain(tell);
});

/** The letter that checks fifteen signs. */
function lastOf(fifteen: string): string {
  const found = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'].find((last) => readFiscalCode(fifteen + last) !== null);
  if (found === undefined) throw new Error(`${fifteen} is no beginning of a code`);
  return found;
}
