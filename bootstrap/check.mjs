// `npm run check`: the quick gate. Types, lint, walls and the tests that need no server.
import { ensurePackages } from './install.mjs';

await ensurePackages();
const { runGates, runVitest } = await import('./gates.mjs');
const { failed } = await runGates();
const code = await runVitest(['--project=unit', ...process.argv.slice(2)]);
process.exit(failed === 0 && code === 0 ? 0 : 1);
