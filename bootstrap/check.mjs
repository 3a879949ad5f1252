// `npm run check`: the quick gate. Types, lint, and the tests that need no server; the walls are among them.
import { ensurePackages } from './install.mjs';

await ensurePackages();
const { reportGates, runGates, runVitest } = await import('./gates.mjs');
// Beside each other, two cores busy. What the gates say stands last, where it is seen.
const [ended, code] = await Promise.all([
  runGates(),
  runVitest(['--project=unit', ...process.argv.slice(2)]),
]);
const { failed } = reportGates(ended);
process.exit(failed === 0 && code === 0 ? 0 : 1);
