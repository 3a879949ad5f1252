/** The order of test files: what takes longest begins first in its project, so that no worker is left with it at the end. */
import path from 'node:path';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

/**
 * Longest first, as paths under tests/: whatever took more than 8 s in the gate, where one that began last would be waited for. Vitest
 * itself puts large files first, or what was slow here the last time.
 */
const LONGEST = [
  'stories/random-lives',
  'stories/random-lives-by-workflows',
  'worker/kill',
  'browser/journey',
  'browser/pages',
  'api/route-walk',
  'workflows/round',
  'embedded/serve',
  'worker/main',
  'stories/year',
  'stories/cycle',
  'stories/fresh-installation',
  'api/walk/links',
  'browser/import',
  'documents/reader-fuzz',
  'embedded/stack',
  'architecture/walls',
  'browser/calendars',
  'documents/apart/compile-apart',
  'browser/monitoring-together',
  'stories/milestone',
  'stories/seal',
  'running/secrets',
  'api/csrf',
  'browser/monitoring-and-returns',
  'store/hostile-archives',
  'stories/closing-orders',
  'browser/measurement',
  'browser/variation',
  'api/headers',
  'api/hostile-requests',
  'stories/answer',
  'embedded/postgres',
  'store/plans',
  'browser/onboarding',
  'browser/who-answers',
  'browser/answer',
  'browser/mail',
  'architecture/redos',
  'stories/variation',
  'api/sign-in',
  'embedded/sweep',
  'activities/year',
  'store/evidence',
  'domain/reading/steps',
  'worker/metrics',
  'documents/relazione-formats',
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
