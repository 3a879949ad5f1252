/**
 * The program of `npm start`: the whole stack with the demo's doors on this machine until Ctrl-C, then the end of this
 * process. Exit codes: 0 stopped as asked, 1 something could not start or kept dying, 2 a wrong option.
 */
import { fileURLToPath } from 'node:url';
import { claimContent, clearData } from './data-folder.js';
import { demoWiring } from './demo-wiring.js';
import { example } from './example.js';
import { fillAtFirst } from './first-content.js';
import { defaultPort, parseOptions, type StartOptions } from './options.js';
import { type Setting, startParts } from './parts.js';
import { runStack } from './run-stack.js';

const project = fileURLToPath(new URL('..', import.meta.url));

async function main(): Promise<void> {
  const parsed = parseOptions(process.argv.slice(2), process.env['INIT_CWD'] || process.cwd(), project);
  if (!parsed.ok) {
    console.error(parsed.refusal);
    process.exit(2);
  }
  process.exit(await runDemo(parsed.options));
}

const runDemo = (options: StartOptions): Promise<number> =>
  runStack({
    data: options.data,
    port: options.port,
    usualPort: defaultPort,
    command: 'npm start --',
    async start(supervisor, data, tell) {
      claimContent(data, 'demo');
      if (options.reset) clearData(data);
      const { port, temporalUi, empty } = options;
      const setting: Setting = { port, temporalUi, data, env: process.env, tell };
      const stack = await startParts(supervisor, setting, demoWiring);
      const filled = await fillAtFirst(example, stack, { setting, empty, signal: supervisor.signal });
      return { stack, welcome: filled ? [`Puoi entrare come: ${example.people.join(' · ')}`] : [] };
    },
  });

await main();
