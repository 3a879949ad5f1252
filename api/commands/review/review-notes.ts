/** A member's notes: written, shared with the other members and the Segretario, or taken away before that. */
import type { Json } from '../../../store/connection.js';
import { findNote, insertNote, removeNote, shareNote } from '../../../store/review/review-notes.js';
import { isId } from '../../session.js';
import { invalid } from '../people/people-command.js';
import { type Commander, type Done, type Outcome, runCommand } from '../run-command.js';
import { auditReview, objectiveOf, type RoundAsked, takeReview } from './review-command.js';
import { textProblem } from './review-text.js';

export interface NoteAsked extends RoundAsked {
  /** Id; `null`: about the whole. */
  readonly objective: string | null;
  readonly text: string;
  readonly shared: boolean;
}

export interface Noted {
  readonly [key: string]: Json;
  readonly note: string;
}

/** Words of a private note stand nowhere else: neither in the history nor in the register. */
export function writeNote(commander: Commander, asked: NoteAsked): Promise<Outcome<Noted>> {
  return runCommand(commander, 'review.note', { ...asked }, async (tx, clock): Promise<Done<Noted>> => {
    const taken = await takeReview(tx, commander, clock, asked);
    if (!taken.ok) return taken;
    const { cycle, round } = taken.review;
    if (asked.objective !== null && (await objectiveOf(tx, cycle, asked.objective)) === null)
      return invalid({ field: 'objective', message: "L'obiettivo non è di questo piano." });
    const text = asked.text.trim();
    const problem = textProblem(text, 'text', "Scrivi l'appunto.");
    if (problem !== null) return invalid(problem);
    const { objective, shared } = asked;
    const author = commander.viewer.person.id;
    const note = await insertNote(tx, { duty: round.duty, objective, author, text, at: clock.now, shared });
    await auditReview(tx, commander, clock, {
      ...{ action: 'review.note', of: 'review.note', cycle, after: { note, objective, shared } },
    });
    return { ok: true, result: { note }, starts: [] };
  });
}

export interface NoteStep {
  readonly year: number;
  readonly note: string;
  /** `share`: the others read it from now on. `remove`: only while it is private. */
  readonly step: 'share' | 'remove';
}

/** By its author alone, in the round that is running; to anybody else it does not exist. */
export function stepNote(commander: Commander, asked: NoteStep): Promise<Outcome<Noted>> {
  return runCommand(commander, 'review.note', { ...asked }, async (tx, clock) => {
    const taken = await takeReview(tx, commander, clock, { year: asked.year, round: null });
    if (!taken.ok) return taken;
    const author = commander.viewer.person.id;
    const found = isId(asked.note) ? await findNote(tx, asked.note, author) : null;
    if (found === null || found.author !== author || found.duty !== taken.review.round.duty)
      return { ok: false, refusal: { code: 'not-found' } };
    const done =
      asked.step === 'share'
        ? await shareNote(tx, found.id, author, clock.now)
        : await removeNote(tx, found.id, author, clock.now);
    if (!done) return { ok: false, refusal: { code: 'changed-meanwhile' } };
    await auditReview(tx, commander, clock, {
      ...{ action: 'review.note', of: `review.note-${asked.step}`, cycle: taken.review.cycle },
      after: { note: found.id },
    });
    return { ok: true, result: { note: found.id }, starts: [] };
  });
}
