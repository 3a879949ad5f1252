// `node bootstrap/sbom.mjs > sbom.json`: the bill of materials in CycloneDX of what is installed with the program, from
// package-lock.json alone. Nothing is asked of the network.
import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { requireNode } from './node-version.mjs';

requireNode();
// Not `--omit=dev`: with it npm also leaves out what both the program and a tool of its making need.
const args = ['sbom', '--sbom-format=cyclonedx', '--sbom-type=application', '--package-lock-only'];
const npm = process.env.npm_execpath;
const [program, first] = npm?.endsWith('.js') ? [process.execPath, [npm]] : ['npm', []];
const child = spawn(program, [...first, ...args], {
  cwd: fileURLToPath(new URL('..', import.meta.url)),
  stdio: ['ignore', 'pipe', 'inherit'],
});
let said = '';
child.stdout.setEncoding('utf8').on('data', (text) => {
  said += text;
});
child.once('error', (error) => {
  console.error(`npm does not start: ${error.message}`);
  process.exitCode = 1;
});
child.once('close', (code) => {
  if (code === 0) process.stdout.write(`${JSON.stringify(installed(JSON.parse(said)), null, 2)}\n`);
  else process.exitCode = code ?? 1;
});

/** Without what only makes or tests it. */
function installed(bill) {
  const isOfMaking = ({ properties = [] }) =>
    properties.some(({ name, value }) => name === 'cdx:npm:package:development' && value === 'true');
  const components = bill.components.filter((component) => !isOfMaking(component));
  const kept = new Set([bill.metadata.component, ...components].map((component) => component['bom-ref']));
  const dependencies = bill.dependencies
    .filter(({ ref }) => kept.has(ref))
    .map(({ ref, dependsOn = [] }) => ({ ref, dependsOn: dependsOn.filter((one) => kept.has(one)) }));
  return { ...bill, components, dependencies };
}
