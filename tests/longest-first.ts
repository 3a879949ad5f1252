/** The order of test files: what takes longest begins first in its project, so that no worker is left with it at the end. */
import path from 'node:path';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** Longest first, as paths under tests/. Vitest itself puts large files first, or what was slow here the last time. */
const LONGEST = [
  'stories/random-lives',
  'browser/pages',
  'worker/kill',
  'stories/random-lives-by-workflows',
  'browser/journey',
  'stories/year',
  'documents/reader-fuzz',
  'embedded/stack',
  'architecture/walls',
  'domain/reading/steps',
  'architecture/bundle',
].map((name) => path.join(import.meta.dirname, `${name}.test.ts`));

export class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files);
    const place = ({ moduleId }: TestSpecification): number =>
      LONGEST.includes(moduleId) ? LONGEST.indexOf(moduleId) : LONGEST.length;
    // By name, as vitest has the projects: `unit` with its many small files stands last and fills what is left.
    return sorted.sort((a, b) =>
      a.project.name === b.project.name ? place(a) - place(b) : a.project.name < b.project.name ? -1 : 1,
    );
  }
}
