// PostgreSQL on the folder of a bench, to be broken off. Prints one JSON line when it works.
import { benchFolder } from '../../../benchmarks/bench-folder.js';
import { openDataFolder } from '../../../embedded/data-folder.js';
import { startDatabase } from '../../../embedded/stack-database.js';
import { Supervisor } from '../../../embedded/supervisor.js';

const data = openDataFolder(benchFolder().data);
await startDatabase(new Supervisor({ tell: () => undefined, log: () => undefined }), data, {});
console.log(JSON.stringify(data));
