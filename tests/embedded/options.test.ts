import { expect, test } from 'vitest';
import { help } from '../../bootstrap/help.mjs';
import { defaultPort, optionNames, parseOptions } from '../../embedded/options.js';

const parse = (...words: string[]) => parseOptions(words, '/home/maria', '/srv/traguardo');

test('without options the pages are on port 3000 and the data in .traguardo of the project', () => {
  expect(parse()).toEqual({
    ok: true,
    options: { port: 3000, data: '/srv/traguardo/.traguardo', empty: false, reset: false, temporalUi: null },
  });
});

test('a data folder is meant from where the person is, as «--data X» and as «--data=X»', () => {
  for (const words of [['--data', 'prova'], ['--data=prova']]) {
    expect(parse(...words)).toMatchObject({ ok: true, options: { data: '/home/maria/prova' } });
  }
});

test('all options together', () => {
  expect(parse('--port', '3007', '--empty', '--reset', '--temporal-ui=8233')).toMatchObject({
    options: { port: 3007, empty: true, reset: true, temporalUi: 8233 },
  });
});

test.each([
  [['--porta', '3000'], "L'opzione --porta non esiste"],
  [['--port'], 'A --port manca il valore'],
  [['--port='], 'A --port manca il valore'],
  [['--port', 'tremila'], '--port vuole un numero da 1 a 65535, non «tremila»'],
  [['--port', '0'], '--port vuole un numero da 1 a 65535, non «0»'],
  [['--port', '70000'], '--port vuole un numero da 1 a 65535, non «70000»'],
  [['--port', '-1'], '--port'],
  [['--empty=si'], '--empty non vuole un valore'],
  [['avvia'], 'Non capisco la parola «avvia»'],
  [['-p'], "L'opzione -p non esiste"],
])('%j is refused with a sentence that names the word and where help is', (words, sentence) => {
  const parsed = parse(...words);
  expect(parsed).toMatchObject({ ok: false });
  if (parsed.ok) return;
  expect(parsed.refusal).toContain(sentence);
  expect(parsed.refusal).toContain('npm start -- --help');
});

test('help names every option and the default port', () => {
  for (const name of optionNames) expect(help).toContain(`--${name}`);
  expect(help).toContain(String(defaultPort));
});
