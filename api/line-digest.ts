/** What a line said when a page showed it, in a few characters: a form tells by it which lines somebody touched. */
import { createHash } from 'node:crypto';
import { lineKey } from '../domain/cycle/line-merge.js';
import type { LineContent } from '../domain/cycle/submission-line.js';

export const lineDigest = (content: LineContent): string =>
  createHash('sha256').update(lineKey(content)).digest('base64url').slice(0, 22);
