/** Days, numbers and wrapped lines as an Italian reader expects them. */
import { describe, expect, it } from 'vitest';
import { points } from '../../domain/plan/points.js';
import { addDays, civilDate } from '../../domain/time/civil-date.js';
import { italianDate } from '../../mail/italian-dates.js';
import { counted, italianPoints, listed } from '../../mail/italian-numbers.js';
import { DEFAULT_WORDS, roleInWords } from '../../mail/roles.js';
import { keepTogether, wrap } from '../../mail/wrap-text.js';

describe('a day', () => {
  it('is written with weekday and year: venerdì 30 giugno 2023', () => {
    expect(italianDate(civilDate('2023-06-30'))).toBe('venerdì 30 giugno 2023');
  });

  it('of ten years, 29 February 2024 included, agrees with the Italian locale of the machine', () => {
    const locale = new Intl.DateTimeFormat('it-IT', { dateStyle: 'full', timeZone: 'UTC' });
    for (let day = civilDate('2020-01-01'); day < '2030-01-01'; day = addDays(day, 1)) {
      expect(italianDate(day)).toBe(locale.format(new Date(`${day}T00:00:00Z`)));
    }
  });
});

describe('a number', () => {
  it.each([
    [10, '10'],
    [12.5, '12,5'],
    [0.0625, '0,0625'],
  ])('%d points are written %s', (value, written) => {
    expect(italianPoints(points(value))).toBe(written);
  });

  it.each([
    [0, '0 scadenze'],
    [1, '1 scadenza'],
    [2, '2 scadenze'],
  ])('%d of a thing is "%s"', (count, written) => {
    expect(counted(count, 'scadenza', 'scadenze')).toBe(written);
  });

  it.each([
    [['a'], 'a'],
    [['a', 'b'], 'a e b'],
    [['a', 'b', 'c'], 'a, b e c'],
  ])('%j are listed as "%s"', (parts, written) => {
    expect(listed(parts)).toBe(written);
  });
});

describe('a role', () => {
  it.each([
    ['Finanziario', 'Responsabile del settore Finanziario'],
    ['Settore Finanziario', 'Responsabile del Settore Finanziario'],
    ['AREA TECNICA', "Responsabile dell'AREA TECNICA"],
    ['Ufficio Tributi', "Responsabile dell'Ufficio Tributi"],
    ['Servizio Demografico', 'Responsabile del Servizio Demografico'],
    ['Direzione generale', 'Responsabile della Direzione generale'],
    ['Servizi alla persona', 'Responsabile del settore Servizi alla persona'],
  ])('of the sector printed "%s" is "%s"', (sector, words) => {
    expect(roleInWords({ role: 'head', sector }, DEFAULT_WORDS)).toBe(words);
  });

  it("uses the town's own words", () => {
    const words = {
      ...DEFAULT_WORDS,
      ofSector: "dell'area",
      secretary: 'Segretario generale',
      evaluator: 'OIV',
    };
    expect(roleInWords({ role: 'head', sector: 'Tecnica' }, words)).toBe("Responsabile dell'area Tecnica");
    expect(roleInWords({ role: 'secretary' }, words)).toBe('Segretario generale');
    expect(roleInWords({ role: 'oiv' }, words)).toBe('OIV');
  });
});

describe('wrapping', () => {
  it('never separates words kept together', () => {
    const filler = 'x'.repeat(70);
    expect(wrap(`${filler} ${keepTogether('venerdì 30 giugno 2023')}`)).toBe(
      `${filler}\nvenerdì 30 giugno 2023`,
    );
  });

  it('indents what follows the first line', () => {
    expect(wrap(`${'a'.repeat(70)} bb ccccccc`, '1. ')).toBe(`1. ${'a'.repeat(70)} bb\n   ccccccc`);
  });

  it('cuts a word longer than a line', () => {
    expect(wrap('a'.repeat(80))).toBe(`${'a'.repeat(78)}\naa`);
  });
});
