import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { shownNumber } from '../../documents/xlsx/xlsx-formats.js';

describe('numbers', () => {
  it.each([
    [12.5, '', '12,5'],
    [0.1 + 0.2, '', '0,3'],
    [-3, '', '-3'],
    [1e21, '', '1e+21'],
    [0.15, '0%', '15%'],
    [0.075, '0.0%', '7,5%'],
    [0.5, '0.##%', '50%'],
    [1.005, '0.00', '1,01'],
    [12, '0.##', '12'],
    [1234567.891, '#,##0.00', '1.234.567,89'],
    [1500, '#,##0 "€"', '1.500 €'],
    [1500, '[$€-410] #,##0', '€ 1.500'],
    [20, '0" punti"', '20 punti'],
    [7, '"n. "0', 'n. 7'],
    [5, '0"%"', '5%'],
    [-4, '0;(0)', '(4)'],
    [0, '0;-0;"–"', '–'],
    [0, '0;-0;;@', ''],
    [3, '[Red]0', '3'],
    [2, '0\\/10', '2/10'],
    [0.5, '# ?/?', '0,5'],
    [12, '@', '12'],
  ])('%d as «%s» is «%s»', (value, format, shown) => {
    expect(shownNumber(value, format, false)).toBe(shown);
  });
});

describe('days', () => {
  it.each([
    [45_777, 'dd/mm/yyyy', '30/04/2025'],
    [45_777, 'd-mmm', '30/04/2025'],
    [45_777, '[$-410]d mmmm yyyy;@', '30/04/2025'],
    [45_777, 'mmm-yy', 'aprile 2025'],
    [45_777, 'mmmm', 'aprile'],
    [45_777, 'yyyy', '2025'],
    [45_777.5, 'dd/mm/yyyy h:mm', '30/04/2025 12:00'],
    [0.75, 'h:mm', '18:00'],
    [44_315, 'dd/mm/yyyy', '29/04/2021'],
    [60, 'dd/mm/yyyy', '28/02/1900'],
    [1e9, 'dd/mm/yyyy', '1000000000'],
  ])('%d as «%s» is «%s»', (value, format, shown) => {
    expect(shownNumber(value, format, false)).toBe(shown);
  });
  it('count from 1904 where the workbook does', () => {
    expect(shownNumber(44_315, 'dd/mm/yyyy', true)).toBe('30/04/2025');
  });
});

describe('any number in any format', () => {
  it('is shown, on one line', () => {
    const format = fc.oneof(
      fc.string(),
      fc.string({
        unit: fc.constantFrom('#', '0', '.', ',', '%', '"', ';', '[', ']', 'd', 'm', 'y', 'h', '\\', '_'),
      }),
    );
    fc.assert(
      fc.property(fc.double(), format, fc.boolean(), (value, code, from1904) => {
        expect(shownNumber(value, code, from1904)).not.toMatch(/\n/);
      }),
    );
  });
});
