import { describe, expect, it } from 'vitest';
import { matchSectors, sectorKey } from '../../../../domain/reading/plan/sector-names.js';

describe('Names of sectors', () => {
  it.each([
    ['SETTORE TECNICO', 'Settore Tecnico (segue)'],
    ['Area Economico-Finanziaria', 'AREA ECONOMICO FINANZIARIA'],
    ['Area OO.PP.', 'Area Opere Pubbliche'],
    ['Settore Polizia locale', 'Polizia Locale'],
    ['Settore Territorio ed ambiente', 'Settore territorio e ambiente'],
    ['Settore n. 3', 'SETTORE III'],
  ])('"%s" and "%s" are spellings of one name', (one, other) => {
    expect(sectorKey(one)).toBe(sectorKey(other));
  });

  it.each([
    ['Settore 1', 'Settore 2'],
    ['Area Tecnica', 'Area Tributi'],
    ['Servizi demografici', 'Servizi sociali'],
  ])('"%s" and "%s" are two', (one, other) => {
    expect(sectorKey(one)).not.toBe(sectorKey(other));
  });

  it('a short name means the listed one that begins with its words, by synonyms and abbreviations too', () => {
    const listed = [
      'Amministrativo e servizi alla persona',
      'Finanziario',
      'Tecnico manutentivo, patrimonio, ambiente',
      'Territorio ed opere pubbliche',
      'Polizia Municipale e protezione civile',
    ];
    const mentions = [
      'Settore Vigilanza',
      'Settore Territorio e OOPP',
      'Settore Amministrativo',
      'Settore Finanziario:',
      'Settore Tecnico Manutentivo',
    ];
    expect(matchSectors(mentions, listed)).toEqual([listed[4], listed[3], listed[0], listed[1], listed[2]]);
  });

  it('the number of a sector tells it from others', () => {
    expect(matchSectors(['Settore I', 'Settore II'], ['SETTORE II – FINANZE', 'SETTORE I – AFFARI'])).toEqual(
      ['SETTORE I – AFFARI', 'SETTORE II – FINANZE'],
    );
  });

  it('the last mention without a pair means the last name without one', () => {
    const listed = ['Area Affari generali', 'Area Gestione del territorio'];
    expect(matchSectors(['Affari generali', 'UTC'], listed)).toEqual(listed);
  });

  it('a name that means none of those listed stays without a pair', () => {
    expect(matchSectors(['Farmacia comunale'], ['Area Tecnica', 'Area Tributi'])).toEqual([null]);
  });
});
