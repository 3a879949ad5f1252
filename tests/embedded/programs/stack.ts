// A whole small stack as a process of its own, to be killed: PostgreSQL, Temporal and one part on the data folder named
// by the first word. Prints one JSON line when it works, and stops in order at SIGTERM.
import { openDataFolder } from '../../../embedded/data-folder.js';
import { lockData } from '../../../embedded/data-lock.js';
import { saysReady, startNodePart } from '../../../embedded/node-part.js';
import { startDatabase } from '../../../embedded/stack-database.js';
import { startTime } from '../../../embedded/stack-temporal.js';
import { Supervisor } from '../../../embedded/supervisor.js';

const data = openDataFolder(process.argv[2] ?? '');
const lock = lockData(data.folder);
const supervisor = new Supervisor({ tell: () => undefined, log: () => undefined });
const env = { PATH: process.env['PATH'] };
const urls = await startDatabase(supervisor, data, env);
const temporal = await startTime(supervisor, data, env, null, () => undefined);
const part = await supervisor.start('la parte', (signal) =>
  startNodePart({
    name: 'la parte',
    program: 'tests/embedded/programs/part',
    data: data.folder,
    env: { ...env, PART_NAME: 'one' },
    log: data.log,
    ready: saysReady,
    signal,
  }),
);
console.log(JSON.stringify({ owner: urls.owner, temporal, part: part.process }));

process.on('SIGTERM', () => {
  void supervisor.stop().then(() => {
    lock.release();
    process.exit(0);
  });
});
