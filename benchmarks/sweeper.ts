/** `sweeper FOLDER`: waits until its standard input closes, then ends what runs on `FOLDER/data` and removes the folder. */
import { rmSync } from 'node:fs';
import path from 'node:path';
import { sweepStack } from '../embedded/sweep.js';

const folder = process.argv[2] ?? '';
process.stdin.resume();
await new Promise((resolve) => process.stdin.once('close', resolve));
await sweepStack(path.join(folder, 'data'));
rmSync(folder, { recursive: true, force: true });
