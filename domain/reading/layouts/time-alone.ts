/** Words that are nothing but a time: "I semestre", "entro giugno". They name no office and no objective. */
import { readDeadlines } from '../read-deadlines.js';

/** Any year does: only the place of what is read counts. */
const SOME_YEAR = 2025;

export function isTimeAlone(text: string): boolean {
  const words = text.trim();
  return readDeadlines(words, SOME_YEAR).some(
    ({ kind, span: [start, end] }) => kind !== 'none' && start === 0 && end === words.length,
  );
}
