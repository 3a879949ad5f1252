/** The list of people of a town to be: what is read, what is refused, line by line. */
import { describe, expect, it } from 'vitest';
import { lookOf } from '../../../api/onboarding/look-alike.js';
import { readPeopleList } from '../../../api/onboarding/people-list.js';
import { slugOf } from '../../../api/onboarding/town-fields.js';
import { decodeText } from '../../../documents/text-decode.js';

const SECTORS = ['Finanziario', 'Area Tecnica', 'Affari generali'];
const SECRETARY = { name: 'Prima Persona', email: 'segretario@esempio.example' };
const read = (text: string) => readPeopleList(text, SECTORS, SECRETARY);
const problems = (text: string) => read(text).problems.map(({ line, message }) => `${line} ${message}`);
const HEAD = 'Nome;Casella;Ruolo;Settore;Casella condivisa';

describe('a list of people', () => {
  it('has a person for each mailbox, with every role of theirs, after the Segretario', () => {
    const { people, problems: wrong } = read(
      [
        HEAD,
        'Anna Uno;anna@esempio.example;Responsabile;Finanziario;',
        'Anna Uno;anna@esempio.example;RPCT;;',
        'Bruno Due;;Responsabile;area tecnica;',
        'Nucleo Tre;nucleo@esempio.example;Nucleo di valutazione;;',
        'Carla Quattro;carla@esempio.example;;;',
        '',
        'Prima Persona;segretario@esempio.example;Responsabile;Affari generali;',
      ].join('\n'),
    );
    expect(wrong).toEqual([]);
    expect(people.map(({ name, email, roles, line }) => [name, email, roles, line])).toEqual([
      [
        'Prima Persona',
        SECRETARY.email,
        [{ role: 'secretary' }, { role: 'head', sector: 'Affari generali' }],
        0,
      ],
      ['Anna Uno', 'anna@esempio.example', [{ role: 'head', sector: 'Finanziario' }, { role: 'rpct' }], 2],
      ['Bruno Due', null, [{ role: 'head', sector: 'Area Tecnica' }], 4],
      ['Nucleo Tre', 'nucleo@esempio.example', [{ role: 'oiv' }], 5],
      ['Carla Quattro', 'carla@esempio.example', [], 6],
    ]);
  });

  it.each([
    ['semicolons', 'Nome;Casella;Ruolo;Settore\nAnna Uno;a@x.example;Responsabile;Finanziario'],
    ['commas and quotes', 'Nome,Casella,Ruolo,Settore\n"Uno, Anna",a@x.example,Responsabile,Finanziario'],
    ['tabs', 'Nome\tCasella\tRuolo\tSettore\nAnna Uno\ta@x.example\tResponsabile\tFinanziario'],
    [
      'other columns first',
      'Matricola;E-mail;Cognome;Nome;Incarico;Area\n7;a@x.example;Uno;Anna;Capo settore;Finanziario',
    ],
    [
      'the sector in the role',
      'Nome;Casella;Ruolo\nAnna Uno;a@x.example;Responsabile del settore Finanziario',
    ],
    [
      'the columns that the export has',
      'Nome;Casella di posta;Casella di più persone;Ruolo;Dal;Al\nAnna Uno;a@x.example;no;Responsabile del settore Finanziario;01/01/2023;',
    ],
  ])('is read with %s', (_, text) => {
    const { people, problems: wrong } = read(text);
    expect(wrong).toEqual([]);
    expect(people[1]).toMatchObject({
      email: 'a@x.example',
      roles: [{ role: 'head', sector: 'Finanziario' }],
    });
  });

  it.each([
    ['UTF-8 with its mark', Buffer.from(`\uFEFF${HEAD}\nNiccolò Perù;n@x.example;Sindaco;;`)],
    ['Windows-1252', Buffer.from(`${HEAD}\r\nNiccolò Perù;n@x.example;Sindaco;;`, 'latin1')],
    ['UTF-16', Buffer.from(`\uFEFF${HEAD}\r\nNiccolò Perù;n@x.example;Sindaco;;`, 'utf16le')],
  ])('in %s keeps its accents', (_, bytes) => {
    expect(read(decodeText(bytes) ?? '').people[1]).toMatchObject({
      name: 'Niccolò Perù',
      roles: [{ role: 'mayor' }],
    });
  });

  it.each([
    ['no heading', 'Anna Uno;a@x.example;Sindaco;', '1 La prima riga deve dire'],
    ['a formula in the name', `${HEAD}\n=CMD|'/c calc'!A1;a@x.example;;;`, '2 «=CMD'],
    ['a formula in the role', `${HEAD}\nAnna;a@x.example;+1+1;;`, '2 «+1+1» sembra una formula'],
    ['a formula in an address', `${HEAD}\nAnna;@SUM(A1);;;`, '2 «@SUM(A1)» sembra una formula'],
    ['no name', `${HEAD}\n;a@x.example;Sindaco;;`, '2 Manca il nome'],
    [
      'two addresses',
      `${HEAD}\nAnna;a@x.example,b@x.example;;;`,
      '2 «a@x.example,b@x.example» non è un indirizzo',
    ],
    [
      'a header in an address',
      `${HEAD}\nAnna;"a@x.example\nBcc: b@x.example";;;`,
      '2 «a@x.example Bcc: b@x.example» non è',
    ],
    [
      'a Cyrillic а',
      `${HEAD}\nAnna;аnna@x.example;;;`,
      "2 «аnna@x.example» ha lettere che non sono dell'alfabeto",
    ],
    ['an unknown role', `${HEAD}\nAnna;a@x.example;Imperatore;;`, '2 «Imperatore» non è un ruolo'],
    [
      'an unknown sector',
      `${HEAD}\nAnna;a@x.example;Responsabile;Sport;`,
      "2 «Sport» non è tra i settori dell'ente: Finanziario, Area Tecnica, Affari generali.",
    ],
    [
      'a head without a sector',
      `${HEAD}\nAnna;a@x.example;Responsabile;;`,
      '2 Manca il settore del Responsabile',
    ],
    [
      'the same role twice',
      `${HEAD}\nAnna;a@x.example;Sindaco;;\nANNA;A@x.example;Sindaca;;`,
      '3 ANNA è già nell’elenco con questo ruolo (riga 2).',
    ],
    ['the same line without a role', `${HEAD}\nAnna;a@x.example;;;\nAnna;a@x.example;;;`, '3 Anna è già'],
    [
      "somebody else's mailbox",
      `${HEAD}\nAnna;a@x.example;Sindaco;;\nBruno;a@x.example;RPCT;;`,
      '3 La casella a@x.example è già di Anna (riga 2)',
    ],
    [
      "the Segretario's mailbox",
      `${HEAD}\nBruno;segretario@esempio.example;RPCT;;`,
      '2 La casella segretario@esempio.example è già di Prima Persona, indicato come Segretario',
    ],
    [
      'quotes that do not close',
      `${HEAD}\n"Anna;a@x.example;;;\n${'Bruno;b@x.example;;;\n'.repeat(20)}`,
      '2 Il nome supera i 120 caratteri',
    ],
  ])('with %s says which line and why', (_, text, message) => {
    expect(problems(text)[0]).toContain(message);
  });

  it('of 10,000 lines is refused whole, in less time than one notices', () => {
    const lines = Array.from({ length: 10_000 }, (_, nth) => `Persona ${nth};p${nth}@x.example;;;`);
    const { people, problems: wrong } = read([HEAD, ...lines].join('\n'));
    expect(wrong).toEqual([{ line: 0, message: expect.stringContaining('10000 righe: al massimo 1000') }]);
    expect(people).toHaveLength(1);
  });

  it('lets a mailbox that says so be read by several people', () => {
    const text = `${HEAD}\nAnna;protocollo@x.example;Sindaco;;sì\nBruno;protocollo@x.example;RPCT;;x`;
    expect(read(text)).toMatchObject({
      problems: [],
      people: [{}, { sharedMailbox: true }, { sharedMailbox: true }],
    });
  });

  it('tells of addresses that look alike, and of a role that two people hold, and is taken', () => {
    const text = `${HEAD}\nAnna;ciro@cornune.example;Sindaco;;\nBruno;ciro@comune.example;RPCT;;\nCarla;c@x.example;RPCT;;`;
    const { problems: wrong, notes } = read(text);
    expect(wrong).toEqual([]);
    expect(notes.map(({ line }) => line)).toEqual([3, 4]);
    expect(notes[0]?.message).toContain('somiglia a «ciro@cornune.example» di Anna');
    expect(notes[1]?.message).toContain('lo stesso ruolo di Bruno');
  });
});

describe('the look of an address', () => {
  it.each([
    ['paolo@x.example', 'pao1o@x.example'],
    ['sole@x.example', 's0le@x.example'],
    ['marina@x.example', 'rnarina@x.example'],
    ['a.rossi@x.example', 'arossi@x.example'],
    ['Anna@X.example', 'anna@x.example'],
  ])('is the same for %s and %s', (a, b) => {
    expect(lookOf(a)).toBe(lookOf(b));
  });

  it('is another for addresses that a person tells apart', () => {
    expect(lookOf('anna@x.example')).not.toBe(lookOf('nanna@x.example'));
  });
});

describe('the short name of a town', () => {
  it.each([
    ['Comune di Esempio', 'esempio'],
    ['Città di Sant’Agata', 'sant-agata'],
    ["Comune dell'Aquila", 'aquila'],
    ['Però – Lèggere', 'pero-leggere'],
    ['../../x', 'x'],
    ['!!!', ''],
  ])('of «%s» is "%s"', (name, slug) => {
    expect(slugOf(name)).toBe(slug);
  });
});
