/** What plans call their columns and fields: every synonym, and what is no label. */
import { describe, expect, it } from 'vitest';
import { headerOf, labelAtStart, labelOf } from '../../../../domain/reading/layouts/labels.js';
import type { Field } from '../../../../domain/reading/layouts/synonyms/field.js';
import { MEASURE_LABELS } from '../../../../domain/reading/layouts/synonyms/measures.js';
import { OBJECTIVE_LABELS } from '../../../../domain/reading/layouts/synonyms/objectives.js';
import { OFFICE_LABELS } from '../../../../domain/reading/layouts/synonyms/offices.js';
import { TIME_LABELS } from '../../../../domain/reading/layouts/synonyms/times.js';

const TABLES = { ...OFFICE_LABELS, ...OBJECTIVE_LABELS, ...MEASURE_LABELS, ...TIME_LABELS };
const SYNONYMS = Object.entries(TABLES).flatMap(([field, lines]) =>
  lines.flatMap((line) => line.split(',')).map((synonym) => [synonym.trim(), field] as const),
);

describe('synonyms', () => {
  it('each means one field: none stands in two lists, and each is read as its own', () => {
    const wrong = SYNONYMS.filter(([synonym, field]) => labelOf(synonym) !== field);
    expect(wrong).toEqual([]);
  });

  it('are read in capitals and with a colon too', () => {
    const wrong = SYNONYMS.filter(([synonym, field]) => labelOf(`${synonym.toUpperCase()}:`) !== field);
    expect(wrong).toEqual([]);
  });
});

describe('labels as plans print them', () => {
  it.each<readonly [string, Field]>([
    ['Settore', 'sector'],
    ['Centro di Responsabilità', 'sector'],
    ['Settori coinvolti', 'participants'],
    ['Responsabile del Settore', 'owner'],
    ['Titolare di E.Q.', 'owner'],
    ['Incaricato di Elevata Qualificazione', 'owner'],
    ['P.O.', 'owner'],
    ['N.', 'number'],
    ['N°', 'number'],
    ['Obiettivo n.', 'number'],
    ['Cod. obiettivo', 'number'],
    ["TITOLO DELL'OBIETTIVO", 'title'],
    ['Obiettivo di performance', 'title'],
    ["Descrizione dell'obiettivo", 'description'],
    ['Peso (%)', 'weight'],
    ['PESO %', 'weight'],
    ["Peso dell'obiettivo (totale 100)", 'weight'],
    ['Coefficiente di ponderazione', 'weight'],
    ['Indicatori di risultato', 'indicator'],
    ['Indicatore 2', 'indicator'],
    ['Valore atteso 2025', 'target'],
    ['Target al 31/12/2025', 'target'],
    ['U.M.', 'unit'],
    ['Unità di misura', 'unit'],
    ['Entro il', 'times'],
    ['Tempi di realizzazione', 'times'],
    ['Data di inizio', 'start'],
    ['Data fine', 'end'],
    ['Fasi e tempi di attuazione', 'phases'],
    ['Peso della fase', 'phase-weight'],
    ['Grado di raggiungimento al 31/12', 'result'],
    ['% di raggiungimento', 'result'],
    ['Altri settori coinvolti', 'notes'],
    ['Missione/Programma', 'notes'],
  ])('"%s" is %s', (text, field) => {
    expect(labelOf(text)).toBe(field);
  });

  it.each([
    'Area A',
    'Settore I',
    'Settore 6',
    'Dirigente Settore I',
    '30 punti',
    'Riordino del cimitero',
    'Amministrativo e servizi alla persona',
    '100%',
    '',
  ])('"%s" is no label: it is a value', (text) => {
    expect(labelOf(text)).toBeNull();
  });
});

describe('headings of columns', () => {
  it('may go on after the known words', () => {
    expect(headerOf('Peso attribuito dalla Giunta')?.field).toBe('weight');
    expect(headerOf('Indicatori di risultato (quali-quantitativi)')?.field).toBe('indicator');
  });

  it('are not read where a value follows the label', () => {
    expect(headerOf('Peso: 10')).toBeNull();
  });
});

describe('a label at the start of a line', () => {
  it('is told from its value by a colon or a spaced dash', () => {
    expect(labelAtStart('Valore atteso: 95 %')).toEqual({ field: 'target', rest: '95 %', at: 15 });
    expect(labelAtStart('Peso – 10')).toMatchObject({ field: 'weight', rest: '10' });
  });

  it('is not seen in a sentence with a colon', () => {
    expect(labelAtStart('Bando per gli alloggi: pubblicazione')).toBeNull();
  });
});
