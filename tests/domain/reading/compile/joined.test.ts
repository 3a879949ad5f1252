/** Lines put together: what a line break cut is whole again, and each word knows its line. */
import { describe, expect, it } from 'vitest';
import { joinFragments } from '../../../../domain/reading/source/joined.js';

const joined = (...lines: readonly string[]) =>
  joinFragments(lines.map((text, at) => ({ line: at + 10, text })));

describe('lines of one paragraph', () => {
  it.each<readonly [what: string, lines: readonly string[], text: string]>([
    [
      'have one space between them',
      ['Riordino  dei campi ', ' del cimitero'],
      'Riordino dei campi del cimitero',
    ],
    ['lose the hyphen that broke a word', ['Manuten-', 'zione'], 'Manutenzione'],
    ['lose it in capitals too', ['PREVEN-', 'ZIONE'], 'PREVENZIONE'],
    ['lose a soft hyphen', ['Manuten\u00ad', 'zione'], 'Manutenzione'],
    [
      'are one word where a narrow column cut it',
      ['Digitalizzazio', 'ne dei servizi'],
      'Digitalizzazione dei servizi',
    ],
    ['are one in capitals too', ['AGGIORNAMEN', 'TO DEL SITO'], 'AGGIORNAMENTO DEL SITO'],
    [
      'are one at the end of an abstract noun',
      ['trasparen', 'za e accessi', 'bilità'],
      'trasparenza e accessibilità',
    ],
    ['are two when the first is whole', ['il servizio', 'ne risente'], 'il servizio ne risente'],
    ['are two when the second is a word', ['persona', 'abile'], 'persona abile'],
    ['are two when a name begins', ['Servizio', 'Azione'], 'Servizio Azione'],
    ['keep the hyphen of a compound', ['socio-', 'assistenziale'], 'socio-assistenziale'],
    ['keep it between numbers', ['triennio 2023-', '2025'], 'triennio 2023-2025'],
    ['keep it before a name', ['Emilia-', 'Romagna'], 'Emilia-Romagna'],
    ['keep a dash with its spaces', ['REFEZIONE –', 'Peso 15'], 'REFEZIONE – Peso 15'],
    ['have no space after an elision', ["nell'", 'anno'], "nell'anno"],
    ['have one after an accent written as an apostrophe', ["ATTIVITA'", '(PIAO)'], "ATTIVITA' (PIAO)"],
    ['may be empty', ['', 'Strade', ' '], 'Strade'],
    ['may be none', [], ''],
  ])('%s', (_, lines, text) => {
    expect(joined(...lines).text).toBe(text);
  });

  it('know on which line a character stands', () => {
    const { text, lineAt } = joined('Approvazione en-', 'tro il 30 giugno', 'e collaudo');
    expect(text).toBe('Approvazione entro il 30 giugno e collaudo');
    expect(lineAt(text.indexOf('entro'))).toBe(10);
    expect(lineAt(text.indexOf('30'))).toBe(11);
    expect(lineAt(text.indexOf('collaudo'))).toBe(12);
    expect([lineAt(-1), lineAt(1000)]).toEqual([10, 12]);
  });
});
