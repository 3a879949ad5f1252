/** Addresses that look like somebody's and are not: no letter of another alphabet, width or case leads a link astray. */
import { beforeEach, describe, expect, it } from 'vitest';
import { inTown } from '../../store/in-town.js';
import { mailSignIns } from '../../worker/sign-in-mails.js';
import { openSignInStage } from './sign-in-stage.js';
import { NOON } from './stage.js';

const { stage, office, mailing, clock, browser } = await openSignInStage();
const TRUE_ADDRESS = 'erika.fissi@prova.example';
await inTown(
  stage.sql,
  stage.ours.town,
  (tx) => tx`update person set email = ${TRUE_ADDRESS} where id = ${stage.ours.people.head}`,
);

beforeEach(() => {
  clock.now = NOON;
});

describe('an address that looks like another', () => {
  it.each([
    ['a Cyrillic а', 'erikа.fissi@prova.example'],
    ['a Cyrillic domain', 'erika.fissi@рrova.example'],
    ['a dotless ı', 'erıka.fissi@prova.example'],
    ['a dotted İ', 'erİka.fissi@prova.example'],
    ['a ligature ﬁ', 'erika.ﬁssi@prova.example'],
    ['a long ſ', 'erika.fisſi@prova.example'],
    ['wide letters', 'ｅrika.fissi@prova.example'],
    ['a wide @', 'erika.fissi＠prova.example'],
    ['a wide full stop', 'erika.fissi@prova．example'],
    ['a space of no width', 'erika.​fissi@prova.example'],
    ['a mark that turns the direction', 'erika.‮fissi@prova.example'],
    ['an accent that is put on', 'erika.fissí@prova.example'],
    ['a soft hyphen', 'erika.fis­si@prova.example'],
    ['a second address', 'erika.fissi@prova.example,chi@altrove.example'],
    ['a comment', 'erika.fissi(chi@altrove.example)@prova.example'],
  ])('with %s makes no mail', async (_, indirizzo) => {
    const before = office.mails.length;
    expect([303, 422]).toContain((await browser().post('/accesso', { indirizzo })).status);
    expect(await mailSignIns(mailing)).toBe(0);
    expect(office.mails).toHaveLength(before);
  });

  it('by the sign for degrees Kelvin, which is a k when small, mails the person’s own address and no other', async () => {
    const before = office.mails.length;
    await browser().post('/accesso', { indirizzo: 'Eri\u212aa.Fissi@prova.example' });
    await mailSignIns(mailing);
    for (const { envelopeTo } of office.mails.slice(before)) expect(envelopeTo).toEqual([TRUE_ADDRESS]);
  });
});
