/** What a member says of a conflict: declared, abstained, taken back. The Segretario writes it for who is on paper. */
import { DECLARATIONS, standingDeclarations } from '../../../domain/review/body.js';
import type { Json } from '../../../store/connection.js';
import { cycleSectors } from '../../../store/cycle/cycles.js';
import { insertDeclaration } from '../../../store/review/review-declarations.js';
import { invalid } from '../people/people-command.js';
import { type Commander, type Done, type Outcome, runCommand } from '../run-command.js';
import { auditReview, memberIn, type RoundAsked, takeReview } from './review-command.js';
import { textProblem } from './review-text.js';

export interface DeclarationAsked extends RoundAsked {
  /** Person id; empty: whoever declares. */
  readonly member: string;
  /** As typed. */
  readonly kind: string;
  /** Name of a sector; empty: all. */
  readonly sector: string;
  readonly text: string;
}

export interface Declared {
  readonly [key: string]: Json;
  readonly member: string;
  readonly kind: string;
}

export function declareConflict(commander: Commander, asked: DeclarationAsked): Promise<Outcome<Declared>> {
  return runCommand(commander, 'review.declare', { ...asked }, async (tx, clock): Promise<Done<Declared>> => {
    const taken = await takeReview(tx, commander, clock, asked);
    if (!taken.ok) return taken;
    const { cycle, round, members, declarations } = taken.review;
    const self = memberIn(commander.viewer);
    const who = asked.member === '' ? (self?.id ?? '') : asked.member;
    const member = members.find(({ person }) => person === who);
    // A member speaks for nobody else; the Segretario for whoever writes on paper.
    const mayFor = who === self?.id || commander.viewer.roles.some(({ role }) => role === 'secretary');
    const kind = DECLARATIONS.find((one) => one === asked.kind);
    const sector = asked.sector === '' ? null : asked.sector;
    const known = sector === null || (await cycleSectors(tx, cycle.id)).some(({ name }) => name === sector);
    const text = asked.text.trim();
    const problems = [
      member === undefined || !mayFor
        ? { field: 'member', message: 'Scegli uno dei componenti in carica.' }
        : null,
      kind === undefined ? { field: 'kind', message: 'Scegli tra dichiarazione e astensione.' } : null,
      known ? null : { field: 'sector', message: 'Il settore non è di questo piano.' },
      textProblem(text, 'text', 'Scrivi di che si tratta.'),
    ].filter((one) => one !== null);
    if (member === undefined || kind === undefined || problems.length > 0) return invalid(...problems);
    const stands = standingDeclarations(declarations).some(
      (one) => one.member === who && one.sector === sector,
    );
    if (kind === 'taken-back' && !stands)
      return invalid({ field: 'kind', message: "Non c'è una dichiarazione da ritirare." });
    await insertDeclaration(tx, {
      ...{ duty: round.duty, member: who, kind, sector, text },
      ...{ on: clock.today, at: clock.now, by: commander.viewer.person.id },
    });
    await auditReview(tx, commander, clock, {
      ...{ action: 'review.declare', of: 'review.declare', cycle },
      after: { member: who, kind, sector, text },
    });
    return { ok: true, result: { member: who, kind }, starts: [] };
  });
}
