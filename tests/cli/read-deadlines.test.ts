import { describe, expect, it } from 'vitest';
import { CommandError } from '../../cli/command-error.js';
import { readDeadlineLines } from '../../cli/read-deadlines.js';

async function* inPieces(text: string, size: number): AsyncGenerator<string> {
  for (let at = 0; at < text.length; at += size) yield text.slice(at, at + size);
}

async function output(text: string, size = 7): Promise<readonly string[]> {
  const lines: string[] = [];
  for await (const line of readDeadlineLines(inPieces(text, size))) lines.push(line);
  return lines;
}

const phrase = (id: string, text: string): string => JSON.stringify({ id, text, year: 2025 });

describe('read-deadlines', () => {
  it('writes one line for each line read, in the same order, however the input is cut', async () => {
    const text = [phrase('a', 'entro il 31 marzo'), phrase('b', 'peso 5/10'), phrase('c', 'ogni mese')].join(
      '\n',
    );
    for (const size of [1, 5, 1000]) {
      const ids = (await output(text, size)).map((line) => (JSON.parse(line) as { id: string }).id);
      expect(ids).toEqual(['a', 'b', 'c']);
    }
  });

  it('gives the items with phrase and span, and [] when nothing is to be delivered by a date', async () => {
    const [first, second] = await output(
      `${phrase('a', 'Atti entro il 31 marzo')}\n${phrase('b', 'dal 1° luglio')}\n`,
    );
    expect(JSON.parse(first ?? '')).toEqual({
      id: 'a',
      items: [{ kind: 'date', date: '2025-03-31', phrase: 'entro il 31 marzo', span: [5, 22] }],
    });
    expect(JSON.parse(second ?? '')).toEqual({ id: 'b', items: [] });
  });

  it('passes over empty lines, a byte order mark and carriage returns', async () => {
    expect(await output(`\ufeff${phrase('a', 'x')}\r\n\r\n${phrase('b', 'y')}\r\n`)).toHaveLength(2);
  });

  it('names the line and the fault of what is no phrase', async () => {
    await expect(output(`${phrase('a', 'x')}\nnon json`)).rejects.toThrow(/riga 2: non è JSON/);
    await expect(output('{"id":"a","text":"x","year":"2025"}')).rejects.toThrow(/riga 1, campo "year"/);
    await expect(output('{"id":"a","text":"x"}')).rejects.toBeInstanceOf(CommandError);
  });
});
