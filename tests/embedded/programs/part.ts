// A part for the tests of the supervisor: says that it is ready and lives until it is asked to stop.
import { setInterval } from 'node:timers';

process.on('SIGTERM', () => process.exit(0));
setInterval(() => undefined, 1_000);
console.log(`part ${process.env['PART_NAME']} at work`);
process.send?.('ready');
