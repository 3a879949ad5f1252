import { help } from './help.mjs';
import { requireNode } from './node-version.mjs';

if (process.argv.slice(2).some((word) => word === '--help' || word === '-h')) {
  process.stdout.write(help);
  process.exit(0);
}
requireNode();

const { ensurePackages, project } = await import('./install.mjs');
await ensurePackages();

// Folders named on the command line are meant from where the person is.
process.env.INIT_CWD ??= process.cwd();
process.chdir(project);
// Our program runs in this very process: signals and the exit code need no passing on.
const { programAddress } = await import('./bundle.mjs');
process.setSourceMapsEnabled(true);
await import(await programAddress('embedded/main.ts'));
