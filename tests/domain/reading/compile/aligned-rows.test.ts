/** Which lines of columns in a text make one row, where nothing is drawn between them. */
import { describe, expect, it } from 'vitest';
import { told } from './told.js';

const FRONT = 'PIANO DELLA PERFORMANCE 2025\n\n';

describe('a row of a table told by spaces', () => {
  it('begins with its number although the heading has a second line', () => {
    const text = `${FRONT}
Servizio          Cod.    Obiettivo          Coefficiente   Indicatore di      Scadenza
                                                            risultato
Polizia Locale    A1      Controllo della    1,5            N. servizi con     30/09/2025
                          velocità                          misuratore: 40
                  A2      Educazione         1              Incontri svolti:   08/06/2025
                          stradale                          12
Lavori Pubblici   B1      Manutenzione       2              Lavori             15 maggio
                          del lungomare                     collaudati
`;
    expect(told(text)).toEqual([
      '# Polizia Locale',
      'A1 | Controllo della velocità | 1.5 | 2025-09-30 | 40',
      'A2 | Educazione stradale | 1 | 2025-06-08 | 12',
      '# Lavori Pubblici',
      'B1 | Manutenzione del lungomare | 2 | 2025-05-15 | ',
    ]);
  });

  it('begins where its number does, also where the numbers begin again beside each merged sector', () => {
    const text = `${FRONT}
Struttura           N.   Obiettivi                    Indicatore         Tempi        Peso

Governo del verde   1    Censimento degli alberi      Alberi censiti     30/06        40%
e dei parchi        2    Riordino dei giochi          Giochi riordinati  31/10        60%

Mare e coste        1    Pulizia delle spiagge        Spiagge pulite     30/04        50%
e porti             2    Piano degli arenili          Schema di piano    31/12        50%
`;
    expect(told(text).map((line) => line.split(' | ').slice(0, 3).join(' | '))).toEqual([
      '# Governo del verde e dei parchi',
      '1 | Censimento degli alberi | 40',
      '2 | Riordino dei giochi | 60',
      '# Mare e coste e porti',
      '1 | Pulizia delle spiagge | 50',
      '2 | Piano degli arenili | 50',
    ]);
  });

  it('ends before the total', () => {
    const text = `${FRONT}Settore Tecnico

N.   Obiettivo              Peso   Indicatore          Termine
1    Censimento             60     Alberi censiti      30/06
     degli alberi
2    Riordino dei           40     Giochi riordinati   31/10
     giochi
     Totale                 100
`;
    expect(told(text)).toEqual([
      '# Settore Tecnico',
      '1 | Censimento degli alberi | 60 | 2025-06-30 | ',
      '2 | Riordino dei giochi | 40 | 2025-10-31 | ',
    ]);
  });
});
