import { describe, expect, it } from 'vitest';
import type { Dossier } from '../../../domain/register/dossier.js';
import { dossierHash, verifyDossier } from '../../../domain/register/verify-dossier.js';
import { civilDate } from '../../../domain/time/civil-date.js';
import { chained, closed, openDossier, sha256, smallDossier } from './small-dossier.js';

const verify = (dossier: Dossier) => verifyDossier(dossier, sha256);
const [objective, cycle] = openDossier.chains as [Dossier['chains'][number], Dossier['chains'][number]];
const withEntries = (entries: Dossier['chains'][number]['entries']): Dossier => ({
  ...openDossier,
  chains: [{ ...objective, entries }, cycle],
});

describe('a dossier', () => {
  it('that nobody touched holds; its hash is that of its closing entry, which no seal covers yet', () => {
    expect(verify(smallDossier)).toEqual({ ok: true, hash: dossierHash(smallDossier), unsealed: 1 });
  });

  it('of a subject with no entry but its own holds', () => {
    const bare = { ...withEntries([]), texts: [], mails: [], seals: [] };
    expect(verify(closed(bare))).toMatchObject({ ok: true, unsealed: 3 });
  });

  it('with an entry taken out of the middle is broken at the next one', () => {
    const entries = objective.entries.filter(({ seq }) => seq !== 2);
    expect(verify(closed(withEntries(entries)))).toMatchObject({
      ...{ ok: false, fault: 'number', seq: 2, subject: { kind: 'objective', id: 'ob-1' } },
    });
    const renumbered = entries.map((entry, index) => ({ ...entry, seq: index + 1 }));
    expect(verify(closed(withEntries(renumbered)))).toMatchObject({
      ok: false,
      fault: 'previous-hash',
      seq: 2,
    });
  });

  it('written anew from the second entry on, hashes and closing entry included, is broken by the seal', () => {
    const bodies = objective.entries.map(({ body }) => body ?? {});
    const anew = chained(bodies.map((body, n) => (n === 1 ? { ...body, code: 550 } : body)));
    expect(verify(closed(withEntries(anew)))).toMatchObject({
      ...{ ok: false, fault: 'sealed-entry', seq: 4, detail: '2023-06-26' },
    });
  });

  it('whose chain lost its end is broken by the seal, even with a closing entry of its own', () => {
    const cut = { ...withEntries(objective.entries.slice(0, 2)), texts: [] };
    // The closing entry stands where the third one was sealed at the fourth place: nothing is there.
    expect(verify(closed(cut))).toMatchObject({ ok: false, fault: 'cut', seq: 4 });
  });

  it('whose closing entry is missing, or says another envelope, is broken there', () => {
    expect(verify(openDossier)).toMatchObject({ ok: false, fault: 'closing' });
    const renamed = { ...smallDossier, about: { ...smallDossier.about, title: 'Altro' } };
    expect(verify(renamed)).toMatchObject({ ok: false, fault: 'envelope', seq: 5 });
  });

  it.each([
    [
      'a text that no entry cites',
      { texts: [{ hash: sha256('x'), erased: civilDate('2023-06-28') }] },
      'text',
    ],
    [
      'a mail that no entry names',
      { mails: [{ digest: 'x', day: civilDate('2023-06-29'), messageId: 'm', content: null }] },
      'mail',
    ],
    ['a seal of another town', { town: { ...openDossier.town, id: 'to-2' } }, 'seal'],
  ])('with %s is broken, even where the envelope is made anew', (_, change, fault) => {
    expect(verify(closed({ ...openDossier, ...change } as Dossier))).toMatchObject({ ok: false, fault });
  });
});
