/** Two reasons of one degree, the head's and that of whoever decided: each with whose it is, none published unreleased. */
import { describe, expect, it } from 'vitest';
import { relazioneCsv } from '../../../documents/relazione-csv.js';
import { relazioneJson } from '../../../documents/relazione-json.js';
import { relazioneSchema } from '../../../documents/relazione-schema.js';
import { relazioneTable } from '../../../documents/relazione-table.js';
import { relazione } from '../../../domain/relazione/build-relazione.js';
import type { ReasonFact } from '../../../domain/relazione/objective-facts.js';
import { unpublished, withoutDecisions, withReleases } from '../../../domain/relazione/published-facts.js';
import type { RelazioneVersion } from '../../../domain/relazione/relazione.js';
import { relazioneDocument } from '../../../domain/relazione/relazione-document.js';
import { facts, objective, on, reason } from './small-facts.js';

const HEADS = 'Lite tra uffici';
const OWN = 'Riscontri insufficienti di Rossi';
const own = (released: string | null): ReasonFact =>
  reason(OWN, released, { by: { role: 'oiv' }, on: on('2024-02-20') });
const given = (heads: string | null, decided: string | null) =>
  facts([
    objective('Rendiconto', 100, 50, { reason: reason(HEADS, heads), evaluatorReason: own(decided) }),
    objective('Bilancio', 0, 80, { reason: reason('Un mese di ritardo', 'Un mese di ritardo') }),
  ]);
/** All that a version says, in every way it is written. */
const told = (of: ReturnType<typeof given>, version: RelazioneVersion): string => {
  const made = relazione(of, version);
  const json = new TextDecoder().decode(relazioneJson(made));
  return [json, relazioneCsv(made), JSON.stringify([relazioneTable(made), relazioneDocument(made)])].join(
    '\n',
  );
};

describe('a degree with a reason of whoever decided it', () => {
  it('internal: both are printed, with role and day of each, and whether each was released', () => {
    const text = told(given(null, null), 'internal');
    expect(text).toContain(
      [
        `Chi ne risponde: ${HEADS}`,
        '(Responsabile, 10/02/2024. Non rilasciata dal RPCT.)',
        `Chi ha valutato: ${OWN}`,
        '(OIV, 20/02/2024. Non rilasciata dal RPCT.)',
      ].join('\\n'),
    );
    const { columns, rows } = relazioneTable(relazione(given(null, null), 'internal'));
    const at = columns.findIndex(({ title }) => title === 'Motivazione di chi ha valutato');
    expect(rows.map((row) => row.slice(at, at + 4))).toEqual([
      [OWN, 'OIV', { day: '2024-02-20' }, ''],
      ['', '', '', ''],
    ]);
  });

  it.each([
    ['neither released', null, null, [HEADS, OWN]],
    ['the head’s alone', 'Ritardi interni', null, [HEADS, OWN]],
    ['that of whoever decided alone', null, 'Mancano riscontri', [HEADS, OWN]],
    ['both in other words', 'Ritardi interni', 'Mancano riscontri', [HEADS, OWN]],
  ])('published with %s: no word that was not released leaves', (_, heads, decided, secret) => {
    const text = told(given(heads, decided), 'publication');
    for (const words of secret) expect(text).not.toContain(words);
    expect(text).not.toContain('2024-02-20');
    expect(text).toContain(`Chi ne risponde: ${heads ?? 'Motivazione non pubblicata'}`);
    expect(text).toContain(`Chi ha valutato: ${decided ?? 'Motivazione non pubblicata'}`);
  });

  it('with the decisions taken away again the published bytes are those of the freeze; the schema knows both', () => {
    const released = withReleases(given(null, null), ({ reason: text }) => ({ text, on: on('2024-04-20') }));
    const published = relazione({ ...released, publishesTotals: true }, 'publication');
    expect(published.sectors[0]?.objectives[0]?.evaluatorReason?.text).toBe(OWN);
    expect(relazioneJson(withoutDecisions(published))).toEqual(
      relazioneJson(relazione(unpublished(released), 'publication')),
    );
    expect(relazioneSchema.safeParse(published).success).toBe(true);
  });

  it('facts frozen before it was kept make the same bytes as then: no member, no column, no word of it', () => {
    const old = facts([objective('Rendiconto', 100, 50, { reason: reason(HEADS, 'Ritardi') })]);
    for (const version of ['internal', 'publication'] as const)
      expect(told(old, version)).not.toMatch(/evaluatorReason|ha valutato|Chi ne risponde/);
  });
});
