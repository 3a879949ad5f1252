// `node bootstrap/run.mjs PROGRAM.ts WORDS…` runs a TypeScript program of ours as Node runs one of JavaScript: it finds its
// own words where it looks for them, and errors name its sources.
import path from 'node:path';
import { programAddress } from './bundle.mjs';

const program = path.resolve(process.argv[2] ?? '');
process.argv.splice(1, 2, program);
process.setSourceMapsEnabled(true);
await import(await programAddress(program));
