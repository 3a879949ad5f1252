import { describe, expect, it } from 'vitest';
import { dkimOf, dmarcOf, spfOf } from '../../mail/sender-records.js';

const D = 'comune.example';

describe('SPF', () => {
  it.each([
    [['v=spf1 mx -all'], 'relay.example', 'good', /^SPF: v=spf1 mx -all$/],
    [['v=spf1 include:spf.protection.outlook.com ~all'], 'smtp.office365.com', 'good', /SPF/],
    [['v=spf1 mx -all'], 'smtp.office365.com', 'bad', /include:spf\.protection\.outlook\.com/],
    [['v=spf1 mx -all'], 'smtp.gmail.com', 'bad', /include:_spf\.google\.com/],
    [['v=spf1 redirect=_spf.provider.example'], 'relay.example', 'good', /redirect/],
    [['v=spf1 mx ?all'], 'relay.example', 'weak', /-all/],
    [['v=spf1 mx'], 'relay.example', 'weak', /-all/],
    [['v=spf1 +all'], 'relay.example', 'bad', /autorizza chiunque/],
    [['v=spf1 mx all'], 'relay.example', 'bad', /autorizza chiunque/],
    [['v=spf1 mx -all', 'v=spf1 a -all'], 'relay.example', 'bad', /ne ha 2/],
    [['v=spf10 mx'], 'relay.example', 'bad', /non ne ha/],
    [[], 'relay.example', 'bad', /non ne ha/],
  ] as const)('%j for %s is %s', (records, host, state, text) => {
    expect(spfOf(D, records, host)).toMatchObject({ state, text: expect.stringMatching(text) });
  });
});

describe('DKIM', () => {
  it.each([
    [{ s1: [], s2: ['v=DKIM1; k=rsa; p=MIIB'] }, 'good', /"s2"/],
    [{ s1: ['p=MIIB'] }, 'good', /"s1"/],
    [{ s1: ['v=DKIM1; p='] }, 'bad', /revocata/],
    [{ s1: ['v=DKIM1; p='], s2: ['p=MIIB'] }, 'good', /"s2"/],
    [{ s1: [], s2: ['v=spf1 -all'] }, 'weak', /s1, s2/],
  ] as const)('%j is %s', (found, state, text) => {
    expect(dkimOf(D, new Map(Object.entries(found)))).toMatchObject({
      state,
      text: expect.stringMatching(text),
    });
  });
});

describe('DMARC', () => {
  it.each([
    [['v=DMARC1; p=reject; rua=mailto:a@b.example'], 'good', /reject/],
    [['v=DMARC1;p=none'], 'good', /raccoglie soltanto/],
    [['v=DMARC1; rua=mailto:a@b.example'], 'bad', /manca p=/],
    [['v=DMARC1; sp=none; p=quarantine'], 'good', /quarantine/],
    [['v=DMARC1; p=none', 'v=DMARC1; p=reject'], 'bad', /ne ha 2/],
    [['altro'], 'weak', /_dmarc\.comune\.example/],
    [[], 'weak', /_dmarc\.comune\.example/],
  ] as const)('%j is %s', (records, state, text) => {
    expect(dmarcOf(D, records)).toMatchObject({ state, text: expect.stringMatching(text) });
  });
});
