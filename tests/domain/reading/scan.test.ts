import { describe, expect, it } from 'vitest';
import { scan } from '../../../domain/reading/text/scan.js';

const words = (text: string): readonly string[] => scan(text).map(({ text: folded }) => folded);

describe('tokens', () => {
  it('are folded: lower case, no accents, typographic apostrophes as elisions', () => {
    expect(words('L’ATTIVITÀ è più dell´anno')).toEqual(['l', 'attivita', 'e', 'piu', 'dell', 'anno']);
  });

  it('join words broken at the end of a line, and cut those typed without a space', () => {
    expect(words('entro set-\ntembre')).toEqual(['entro', 'settembre']);
    expect(words('31dicembre2025')).toEqual(['31', 'dicembre', '2025']);
    expect(words('venti giornidalla notifica')).toEqual(['venti', 'giorni', 'dalla', 'notifica']);
  });

  it('keep dotted abbreviations whole, and the point of an abbreviation out of the way', () => {
    expect(words('u.s. p. v. D.Lgs. 33/2013')).toEqual(['us', 'pv', 'dlgs', '33', '/', '2013']);
    expect(words('30 gg. dalla')).toEqual(['30', 'gg', 'dalla']);
  });

  it('read digits that a scanner took for letters, but no word and no code', () => {
    expect(words('l0 giugno, 3O aprile')).toEqual(['10', 'giugno', ',', '30', 'aprile']);
    expect(words('LIN10 lo Il')).toEqual(['lin', '10', 'lo', 'il']);
  });

  it('know ordinals in figures, words and roman numerals', () => {
    const ranks = (text: string): readonly number[] => scan(text).map(({ rank }) => rank);
    expect(ranks('1° 2^ 3ª 30mo 15esimo')).toEqual([1, 2, 3, 30, 15]);
    expect(ranks('terzo novantesimo ventitreesima ultimo')).toEqual([3, 90, 23, -1]);
    expect(ranks('IV XII i')).toEqual([4, 12, 1]);
  });

  it('carry their place in the text', () => {
    const text = 'entro  il 3 marzo';
    expect(scan(text).map(({ start, end }) => text.slice(start, end))).toEqual(['entro', 'il', '3', 'marzo']);
  });
});
