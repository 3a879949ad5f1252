/** The edge at which a plan enters: every refusal with its place, its value and an Italian sentence. */
import { describe, expect, it } from 'vitest';
import { type PlanProblem, readPlanJson } from '../../documents/plan-json.js';
import { PLAN_LIMITS } from '../../documents/plan-schema.js';
import { by, every, objective, plan, planOf, sector, since } from '../domain/plan/plans.js';

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);
const written = (value: unknown): Uint8Array => bytesOf(JSON.stringify(value));

function problemsOf(bytes: Uint8Array): readonly PlanProblem[] {
  const read = readPlanJson(bytes);
  return read.ok ? [] : read.problems;
}
/** The plan of one objective with one milestone, with this value at a place of it. */
function withAt(path: readonly (string | number)[], value: unknown): Uint8Array {
  const document: unknown = structuredClone(planOf(by('2023-06-30')));
  const last = path.at(-1) ?? '';
  const parent = path.slice(0, -1).reduce<unknown>((at, key) => Reflect.get(Object(at), key), document);
  if (value === undefined) Reflect.deleteProperty(Object(parent), last);
  else Reflect.set(Object(parent), last, value);
  return written(document);
}
const OBJECTIVE = ['sectors', 0, 'objectives', 0] as const;
const MILESTONE = [...OBJECTIVE, 'milestones', 0] as const;

describe('a file that is no plan', () => {
  const WANTED = ' Serve il file prodotto dal compilatore dei piani.';
  it.each([
    ['empty', new Uint8Array(), 'Il file è vuoto.'],
    ['a web page', bytesOf('<html>'), 'Il file non è in formato JSON: errore vicino a «<html>».'],
    [
      'a comma too many',
      bytesOf('{"a":1,}'),
      'Il file non è in formato JSON: errore alla riga 1, carattere 8.',
    ],
    [
      'a comma missing',
      bytesOf('{"a": 1,\n "b": 2\n "c": 3}'),
      'Il file non è in formato JSON: errore alla riga 3, carattere 2.',
    ],
    ['cut off', bytesOf('{"a": tru'), 'Il file non è in formato JSON: finisce a metà.'],
    [
      'UTF-16 of Windows',
      new Uint8Array([0xff, 0xfe, 0x7b, 0, 0x7d, 0]),
      'Il file è in UTF-16: va salvato in UTF-8.',
    ],
    [
      'UTF-16, the other order',
      new Uint8Array([0xfe, 0xff, 0, 0x7b]),
      'Il file è in UTF-16: va salvato in UTF-8.',
    ],
    ['Latin-1', new Uint8Array([0x22, 0xe8, 0x22]), 'Il file non è un testo in UTF-8.'],
    ['a PDF', bytesOf('%PDF-1.7\n'), 'Il file non è in formato JSON: errore vicino a «%PDF-1.7\n».'],
  ])('%s', (_, bytes, message) => {
    expect(problemsOf(bytes)).toEqual([{ place: '', value: '', message: `${message}${WANTED}` }]);
  });

  it('of 10 MB is refused by its size, unread', () => {
    expect(problemsOf(new Uint8Array(10_000_000))).toEqual([
      { place: '', value: '', message: 'Il file è di 10,0 MB: il limite è di 5 MB.' },
    ]);
  });

  it.each([
    ['null', 'null', 'Il documento (null) deve essere un oggetto.'],
    [
      'a list 10,000 deep',
      '['.repeat(10_000) + ']'.repeat(10_000),
      'Il documento ([… 1 …]) deve essere un oggetto.',
    ],
    ['a list', '[1,2]', 'Il documento ([… 2 …]) deve essere un oggetto.'],
    ['a text', '"piano"', 'Il documento ("piano") deve essere un oggetto.'],
  ])('but JSON: %s', (_, text, message) => {
    expect(problemsOf(bytesOf(text)).map((one) => one.message)).toEqual([message]);
  });

  it('an empty object: each part that is missing', () => {
    expect(problemsOf(bytesOf('{}')).map((one) => one.message)).toEqual([
      'document manca.',
      'sectors manca.',
    ]);
  });
});

describe('a part of the wrong shape is named with its place and value', () => {
  it.each<[string, Uint8Array, string]>([
    ['no year', withAt(['document', 'year'], undefined), 'document.year manca.'],
    [
      'a year in letters',
      withAt(['document', 'year'], '2023'),
      `document.year ("2023") deve essere l'anno, in cifre.`,
    ],
    ['a year long ago', withAt(['document', 'year'], 1023), 'document.year (1023) è prima del 2000.'],
    ['no sectors in it', withAt(['sectors'], []), 'sectors ([]) è vuoto: serve almeno un settore.'],
    ['a sector that is a number', withAt(['sectors', 0], 3), 'sectors[0] (3) deve essere un oggetto.'],
    [
      'a title of spaces',
      withAt([...OBJECTIVE, 'title'], '  '),
      'sectors[0].objectives[0].title ("  ") è vuoto: serve un testo.',
    ],
    [
      'a negative weight',
      withAt([...OBJECTIVE, 'weight'], -5),
      'sectors[0].objectives[0].weight (-5) è negativo.',
    ],
    [
      'a weight in letters',
      withAt([...OBJECTIVE, 'weight'], '5'),
      'sectors[0].objectives[0].weight ("5") deve essere un numero.',
    ],
    [
      'an endless weight',
      bytesOf(JSON.stringify(planOf()).replace('"weight":100', '"weight":1e999')),
      'sectors[0].objectives[0].weight (null) deve essere un numero.',
    ],
    [
      'an enormous weight',
      withAt([...OBJECTIVE, 'weight'], 1e9),
      'sectors[0].objectives[0].weight (1000000000) supera 10.000.',
    ],
    [
      'milestones that are none',
      withAt([...OBJECTIVE, 'milestones'], {}),
      'sectors[0].objectives[0].milestones ({…}) deve essere un elenco.',
    ],
    [
      'an unknown kind',
      withAt([...MILESTONE, 'kind'], 'data'),
      'sectors[0].objectives[0].milestones[0].kind ("data") deve essere uno tra date, month-end, period, recurring, relative, external-term, none.',
    ],
    [
      'a date in Italian order',
      withAt([...MILESTONE, 'date'], '30/06/2023'),
      'sectors[0].objectives[0].milestones[0].date ("30/06/2023") non è una data nel formato AAAA-MM-GG.',
    ],
    [
      'a date without zeros',
      withAt([...MILESTONE, 'date'], '2023-6-30'),
      'sectors[0].objectives[0].milestones[0].date ("2023-6-30") non è una data nel formato AAAA-MM-GG.',
    ],
    [
      'a date that is a number',
      withAt([...MILESTONE, 'date'], 20230630),
      'sectors[0].objectives[0].milestones[0].date (20230630) deve essere una data.',
    ],
    [
      'a date in the year 9999',
      withAt([...MILESTONE, 'date'], '9999-12-31'),
      'sectors[0].objectives[0].milestones[0].date ("9999-12-31") non è degli anni 1900–2199.',
    ],
    [
      'a date that is not there',
      withAt([...MILESTONE, 'date'], undefined),
      'sectors[0].objectives[0].milestones[0].date manca.',
    ],
    [
      'a term without its offset',
      withAt(MILESTONE, { kind: 'relative', phrase: 'x' }),
      'sectors[0].objectives[0].milestones[0].offset manca.',
    ],
    [
      'an offset in words',
      withAt(MILESTONE, since('30 giorni', null)),
      'sectors[0].objectives[0].milestones[0].offset ("30 giorni") non è una durata ISO 8601, per esempio P30D.',
    ],
    [
      'an offset of ages',
      withAt(MILESTONE, since('P99999D', null)),
      'sectors[0].objectives[0].milestones[0].offset ("P99999D") non è una durata ISO 8601, per esempio P30D.',
    ],
    [
      'a count from the year 9999',
      withAt(MILESTONE, since('P1Y', '9999-12-31')),
      'sectors[0].objectives[0].milestones[0].anchor ("9999-12-31") non è degli anni 1900–2199.',
    ],
    [
      'a recurrence in words',
      withAt(MILESTONE, every('mensile')),
      'sectors[0].objectives[0].milestones[0].recurrence ("mensile") non è una ricorrenza che si possa calcolare, per esempio FREQ=MONTHLY;INTERVAL=6.',
    ],
    [
      'a control character',
      withAt([...OBJECTIVE, 'title'], 'a\u0000b'),
      'sectors[0].objectives[0].title ("a\\u0000b") contiene caratteri di controllo o spezzati.',
    ],
    [
      'half of a surrogate pair',
      withAt([...OBJECTIVE, 'title'], 'a\ud800b'),
      'sectors[0].objectives[0].title ("a\\ud800b") contiene caratteri di controllo o spezzati.',
    ],
  ])('%s', (_, bytes, message) => {
    expect(problemsOf(bytes).map((one) => one.message)).toEqual([message]);
  });

  it('with place and value apart, for a table', () => {
    const [problem] = problemsOf(withAt([...OBJECTIVE, 'weight'], -5));
    expect(problem).toMatchObject({ place: 'sectors[0].objectives[0].weight', value: '-5' });
  });

  it('a long value is shortened, and after twenty problems the rest is counted', () => {
    const [problem] = problemsOf(withAt([...MILESTONE, 'date'], 'x'.repeat(1000)));
    expect(problem?.value).toHaveLength(121);
    const problems = problemsOf(
      written(plan([sector(Array.from({ length: 30 }, () => objective([], { weight: -1 })))])),
    );
    expect(problems).toHaveLength(21);
    expect(problems.at(-1)?.message).toBe('Altri 10 problemi non elencati.');
  });

  it('two sectors of one name, in whatever letters', () => {
    const document = plan([sector([]), sector([], { name: 'B' }), sector([], { name: ' b ' })]);
    expect(problemsOf(written(document)).map((one) => one.message)).toEqual([
      'sectors[2].name (" b ") è il nome di due settori: ogni settore va elencato una volta sola.',
    ]);
  });

  it('says it in Italian whatever the part: no English of the checker is left', () => {
    for (const value of [3, 'x', true, null, [], {}, [{}], [3]]) {
      for (const path of [
        ['document'],
        ['sectors'],
        ['lint'],
        ['lint', 0],
        OBJECTIVE,
        MILESTONE,
        [...OBJECTIVE, 'indicators'],
        [...OBJECTIVE, 'result'],
        [...OBJECTIVE, 'sourceLines'],
      ]) {
        const text = problemsOf(withAt(path, value))
          .map((one) => one.message)
          .join(' ');
        expect(text).not.toMatch(/invalid|expected|received|input|too (big|small)|unrecognized/i);
      }
    }
  });
});

describe('limits', () => {
  it('2,000 objectives of a sector enter, 2,001 do not', () => {
    const of = (n: number): Uint8Array =>
      written(plan([sector(Array.from({ length: n }, () => objective()))]));
    expect(readPlanJson(of(2000)).ok).toBe(true);
    expect(problemsOf(of(2001)).map((one) => one.message)).toEqual([
      'sectors[0].objectives ([… 2001 …]) sono più di 2000.',
    ]);
  });

  it('200 daily recurrences are more than 50,000 terms: refused, as is a daily one since 1900', () => {
    const daily = Array.from({ length: 100 }, () => every('FREQ=DAILY'));
    expect(readPlanJson(written(planOf(...daily))).ok).toBe(true);
    const message = 'ha più di 50.000 scadenze, contando ogni volta di ciò che si ripete.';
    const twice = plan([sector([objective(daily), objective(daily)])]);
    expect(problemsOf(written(twice)).map((one) => one.message)).toEqual([`sectors ([… 1 …]) ${message}`]);
    const old = Array.from({ length: 2 }, () => ({ ...every('FREQ=DAILY'), dtstart: '1900-01-01' }));
    expect(problemsOf(written(planOf(...old)))).toHaveLength(1);
  });

  it('a text of 10,001 characters is too long', () => {
    expect(problemsOf(withAt([...OBJECTIVE, 'title'], 'x'.repeat(PLAN_LIMITS.text + 1)))[0]?.message).toMatch(
      /^sectors\[0\]\.objectives\[0\]\.title \("x{119}…\) supera i 10000 caratteri\.$/,
    );
  });
});
