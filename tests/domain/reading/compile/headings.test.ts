import { describe, expect, it } from 'vitest';
import { ownerOf } from '../../../../domain/reading/layouts/heading-owner.js';
import { headingOf, NO_HEADING } from '../../../../domain/reading/layouts/heading-sector.js';

const read = (text: string) => headingOf(text, NO_HEADING, false);

describe('A heading', () => {
  it.each([
    ['SETTORE AMMINISTRATIVO', 'SETTORE AMMINISTRATIVO', null],
    ['Servizio Finanziario', 'Servizio Finanziario', null],
    ['POLIZIA LOCALE', 'POLIZIA LOCALE', null],
    ['I Settore – Affari istituzionali', 'I Settore – Affari istituzionali', null],
    ['A) SETTORE AFFARI GENERALI', 'SETTORE AFFARI GENERALI', null],
    ['Settore: Tecnico', 'Tecnico', null],
    ['Unità organizzativa: Servizi alla persona', 'Servizi alla persona', null],
    [
      'Centro di responsabilità n. 3 – Servizi demografici',
      'Centro di responsabilità n. 3 – Servizi demografici',
      null,
    ],
    ['2. Obiettivi del Settore Finanziario', 'Settore Finanziario', null],
    ['SCHEDE OBIETTIVI 2025 – AREA TECNICA', 'AREA TECNICA', null],
    ['SCHEDE OBIETTIVO – Urbanistica ed edilizia', 'Urbanistica ed edilizia', null],
    ['Settore Tecnico – Obiettivi anno 2025', 'Settore Tecnico', null],
    ['Area Tecnica – Responsabile: Istruttore direttivo', 'Area Tecnica', 'Istruttore direttivo'],
    ['Area Vigilanza (Comandante della Polizia locale)', 'Area Vigilanza', 'Comandante della Polizia locale'],
    [
      "OBIETTIVI ASSEGNATI AL RESPONSABILE DELL'AREA TECNICA",
      'AREA TECNICA',
      "RESPONSABILE DELL'AREA TECNICA",
    ],
  ])('"%s" names the sector "%s" and the owner %s', (text, sector, owner) => {
    expect(read(text)).toEqual({ sector, owner, everySector: false });
  });

  it.each([
    'Obiettivi di struttura',
    'OBIETTIVI COMUNI A TUTTI I SETTORI',
    'Obiettivi trasversali',
    'A) Obiettivi di ente',
    'Performance organizzativa',
    'Obiettivi di performance organizzativa dell’Ente',
  ])('"%s" speaks of every sector', (text) => {
    expect(read(text)).toEqual({ sector: null, owner: null, everySector: true });
  });

  it.each([
    'Il settore tecnico provvede alla manutenzione.',
    'SERVIZI ESTERNI POLIZIA MUNICIPALE – Peso 32',
    'SERVIZIO CIVILE NAZIONALE VOLONTARIO',
    'AREA GIOCHI DEL PARCO: RIQUALIFICAZIONE',
    'Servizio trasporto scolastico',
    'Obiettivo di struttura 1 –',
    '2. Albero della performance',
    'SCHEDA OBIETTIVO – Digitalizzazione degli atti',
    'Affari generali',
  ])('"%s" is none', (text) => {
    expect(read(text)).toBeNull();
  });

  it('below what is common to all, "Obiettivi strategici per Settore" ends it', () => {
    const common = { sector: null, owner: null, everySector: true };
    expect(headingOf('Obiettivi strategici per Settore e risultati', common, false)).toEqual(NO_HEADING);
  });

  it('a service right under a direction is a part of it, and a sector of its own elsewhere', () => {
    const direction = { sector: 'DIREZIONE SERVIZI AL CITTADINO', owner: null, everySector: false };
    const under = (used: boolean) => headingOf('Servizio Anagrafe', { ...direction, used }, false)?.sector;
    expect(under(false)).toBe('DIREZIONE SERVIZI AL CITTADINO');
    expect(under(true)).toBe('Servizio Anagrafe');
  });

  it.each([
    ['Responsabile Area Tecnica (geom. Mario Rossi)', 'Responsabile Area Tecnica'],
    ['Dott.ssa Anna Verdi – Responsabile Servizi sociali', 'Responsabile Servizi sociali'],
    ['Segretario comunale', 'Segretario comunale'],
    ['Geom. Mario Rossi', 'Geom. Mario Rossi'],
    ['__________', null],
  ])('of "%s" the owner is %s', (value, owner) => {
    expect(ownerOf(value)).toBe(owner);
  });
});
