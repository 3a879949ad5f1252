/** `read-deadlines`: phrases as JSON lines in, their deadlines as JSON lines out, one for one and in order. */
import { z } from 'zod';
import { readDeadlines } from '../domain/reading/read-deadlines.js';
import { CommandError } from './command-error.js';

const phrase = z.object({
  id: z.string(),
  text: z.string(),
  /** Assumed when the text names none. */
  year: z.int().min(1).max(9999),
});

/**
 * `input` is text in pieces of any size (`process.stdin.setEncoding('utf8')`), or lines that keep their line
 * break. Yields `{"id":…,"items":[…]}` for each line, without line break; `[]` when there is nothing to deliver
 * by a date. Empty lines are passed over. Throws `CommandError` that names line and fault at the first line
 * that is no phrase.
 */
export async function* readDeadlineLines(input: AsyncIterable<string>): AsyncGenerator<string> {
  let number = 0;
  for await (const line of linesOf(input)) {
    number++;
    if (line.trim() === '') continue;
    const { id, text, year } = phraseOf(line, number);
    const items = readDeadlines(text, year).filter(({ kind }) => kind !== 'none');
    yield JSON.stringify({ id, items });
  }
}

async function* linesOf(input: AsyncIterable<string>): AsyncGenerator<string> {
  let rest = '';
  for await (const piece of input) {
    const lines = (rest + piece).split('\n');
    rest = lines.pop() ?? '';
    yield* lines;
  }
  if (rest !== '') yield rest;
}

const BYTE_ORDER_MARK = '\ufeff';

function phraseOf(line: string, number: number): z.infer<typeof phrase> {
  const bare = line.startsWith(BYTE_ORDER_MARK) ? line.slice(1) : line;
  const read = phrase.safeParse(jsonOf(bare, number));
  if (read.success) return read.data;
  const { path, message } = read.error.issues[0] ?? { path: [], message: '' };
  throw new CommandError(`riga ${number}, campo "${path.join('.')}": ${message} (attesi id, text e year)`);
}

function jsonOf(line: string, number: number): unknown {
  try {
    return JSON.parse(line);
  } catch (error) {
    throw new CommandError(`riga ${number}: non è JSON: ${line.slice(0, 80)}`, { cause: error });
  }
}
