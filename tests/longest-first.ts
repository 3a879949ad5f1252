/** The order of test files: what takes longest begins first in its project, so that no worker is left with it at the end. */
import path from 'node:path';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** Longest first, as paths under tests/. Vitest itself puts large files first, or what was slow here the last time. */
const LONGEST = [
  'stories/random-lives',
  'stories/random-lives-by-workflows',
  'worker/kill',
  'browser/pages',
  'browser/journey',
  'api/route-walk',
  'stories/year',
  'worker/main',
  'browser/import',
  'workflows/round',
  'browser/calendars',
  'stories/cycle',
  'browser/monitoring-together',
  'browser/monitoring-and-returns',
  'embedded/stack',
  'documents/reader-fuzz',
  'browser/who-answers',
  'browser/answer',
  'stories/answer',
  'stories/milestone',
  'browser/mail',
  'documents/apart/compile-apart',
  'stories/seal',
  'domain/reading/steps',
  'architecture/walls',
  'architecture/bundle',
].map((name) => path.join(import.meta.dirname, `${name}.test.ts`));

export class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files);
    const place = ({ moduleId }: TestSpecification): number =>
      LONGEST.includes(moduleId) ? LONGEST.indexOf(moduleId) : LONGEST.length;
    // By name, as vitest has the projects; when all files are one, the many small ones stand last and fill what is left.
    return sorted.sort((a, b) =>
      a.project.name === b.project.name ? place(a) - place(b) : a.project.name < b.project.name ? -1 : 1,
    );
  }
}
