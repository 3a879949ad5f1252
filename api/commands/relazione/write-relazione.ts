/** The texts of a Relazione: each saving is a version, with who and when. Figures are not in them. */
import { RELAZIONE_TEXTS, type RelazioneText } from '../../../domain/relazione/relazione-facts.js';
import { writeText } from '../../../store/relazione/relazione.js';
import { auditYear, takeYear } from '../cycle/record-closing.js';
import { type Commander, type Outcome, runCommand } from '../run-command.js';

const LONGEST_TEXT = 10_000;

export interface TextAsked {
  readonly year: number;
  readonly part: RelazioneText;
  readonly text: string;
  /** The version that was seen; 0: none. */
  readonly after: number;
}

/** A part that people write. */
export const isRelazioneText = (part: string): part is RelazioneText =>
  (RELAZIONE_TEXTS as readonly string[]).includes(part);

export function writeRelazioneText(
  commander: Commander,
  asked: TextAsked,
): Promise<Outcome<{ year: number; part: string; version: number }>> {
  return runCommand(commander, 'relazione.write', { ...asked }, async (tx, clock) => {
    const held = await takeYear(tx, asked.year, clock);
    if (!held.ok) return held;
    const { cycle } = held;
    const text = asked.text.replace(/\r\n?/g, '\n').trim();
    if (text.length > LONGEST_TEXT)
      return {
        ok: false,
        refusal: {
          code: 'invalid',
          problems: [{ field: 'text', message: `Il testo supera i ${LONGEST_TEXT} caratteri.` }],
        },
      };
    const said = { cycle: cycle.id, part: asked.part, text, after: asked.after };
    if (!(await writeText(tx, { ...said, at: clock.now, by: commander.viewer.person.id })))
      return { ok: false, refusal: { code: 'changed-meanwhile' } };
    const version = asked.after + 1;
    await auditYear(tx, commander, clock, {
      ...{ action: 'relazione.write', cycle, note: null, act: null, after: { part: asked.part, version } },
    });
    return { ok: true, result: { year: cycle.year, part: asked.part, version }, starts: [] };
  });
}
