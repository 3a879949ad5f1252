/** The index of evidence: numbered through the document, sector by sector; published by its description alone. */
import type { IndexedEvidence, RelazioneVersion } from './relazione.js';
import type { SectorFact } from './relazione-facts.js';

/** Numbers from 1, through the document. */
export interface EvidenceIndex {
  readonly entries: readonly IndexedEvidence[];
  /** By place of sector, then of objective. */
  readonly numbers: readonly (readonly (readonly number[])[])[];
}

/** For publication by description: names of files and hashes stay inside. */
export function indexEvidence(sectors: readonly SectorFact[], version: RelazioneVersion): EvidenceIndex {
  const entries: IndexedEvidence[] = [];
  const numbers = sectors.map(({ name, objectives }) =>
    objectives.map(({ title, evidence }) =>
      evidence.map(({ description, on, file }) => {
        const number = entries.length + 1;
        entries.push({
          ...{ number, sector: name, objective: title, description },
          ...(version === 'internal' && { on, file }),
        });
        return number;
      }),
    ),
  );
  return { entries, numbers };
}
