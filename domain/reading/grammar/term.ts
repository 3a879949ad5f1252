/**
 * Terms counted from something.
 *
 *   term := duration [direction] | ordinal "giorno" ["lavorativo"] [direction] | "giorno" ("successivo" | "precedente") …
 *         | 1–3 digits direction       (the unit forgotten: "entro 10 dall'assunzione")
 */
import { isAt, type Line, skip, tokenAt } from '../text/token.js';
import { M } from '../words/mark.js';
import { countOf, readDuration } from './count.js';
import { readDirection } from './direction.js';
import type { Term } from './expression.js';

export const readTerm = (line: Line, at: number): Term | null =>
  readOrdinalTerm(line, at) ?? readNextDay(line, at) ?? readPlainTerm(line, at) ?? readWithoutUnit(line, at);

function readPlainTerm(line: Line, at: number): Term | null {
  const duration = readDuration(line, at);
  if (duration === null) return null;
  const { count, unit, working } = duration;
  return {
    type: 'term',
    from: at,
    count,
    unit,
    working,
    ordinal: false,
    ...readDirection(line, duration.to),
  };
}

/** "il decimo giorno successivo alla riscossione", "15° giorno lavorativo antecedente". */
function readOrdinalTerm(line: Line, at: number): Term | null {
  const { rank } = tokenAt(line, at);
  if (rank < 1) return null;
  let next = skip(line, at + 1, M.working);
  const early = next > at + 1;
  const { unit } = tokenAt(line, next).word;
  if ((unit !== 'D' && unit !== 'M' && unit !== 'W') || tokenAt(line, next).text.endsWith('i')) return null;
  next++;
  const end = skip(line, next, M.working);
  const working = early || end > next;
  const directed = readDirection(line, end);
  if (unit !== 'D' && directed.direction === 'unsaid') return null;
  return { type: 'term', from: at, count: rank, unit, working, ordinal: true, ...directed };
}

/** "il giorno successivo alla seduta", "il giorno prima della gara". */
function readNextDay(line: Line, at: number): Term | null {
  const { text } = tokenAt(line, at);
  if (text !== 'giorno' && text !== 'giornata' && text !== 'settimana') return null;
  const end = skip(line, at + 1, M.working);
  const directed = readDirection(line, end);
  const said =
    isAt(line, end, M.next) ||
    isAt(line, end, M.previous) ||
    isAt(line, end, M.before) ||
    isAt(line, end, M.after);
  if (!said) return null;
  return {
    type: 'term',
    from: at,
    count: 1,
    unit: text === 'settimana' ? 'W' : 'D',
    working: end > at + 1,
    ordinal: true,
    ...directed,
  };
}

/** "entro 10 dall'assunzione": days, as a person would read it. */
function readWithoutUnit(line: Line, at: number): Term | null {
  const count = countOf(tokenAt(line, at));
  if (count < 2 || count > 365 || !isAt(line, at - 1, M.by) || !isAt(line, at + 1, M.from)) return null;
  const directed = readDirection(line, at + 1);
  if (directed.anchor === null) return null;
  return { type: 'term', from: at, count, unit: 'D', working: false, ordinal: false, ...directed };
}
