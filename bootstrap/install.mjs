// Installs the npm packages when they are absent or not those of package-lock.json. Node built-ins only.
import { spawn } from 'node:child_process';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { requireNode } from './node-version.mjs';
import { whyInstall } from './packages.mjs';
import { inTurn } from './turn.mjs';

/** The folder of the project. */
export const project = fileURLToPath(new URL('..', import.meta.url));

/** Leaves at once when the packages are there; else installs them, or ends the process and says what to do. */
export async function ensurePackages() {
  requireNode();
  if (whyInstall(project) === null) return;
  let failure = null;
  const waits = (pid) =>
    console.error(`Un'altra installazione è in corso (processo ${pid}): attendo che finisca…`);
  try {
    await inTurn(
      path.join(project, '.tools', 'install.pid'),
      async () => {
        if (whyInstall(project) === null) return;
        console.error('Installo i pacchetti: succede solo la prima volta e richiede un minuto o due…');
        failure = await npmInstall();
      },
      waits,
    );
  } catch (error) {
    failure = `${error.code} ${error.message}`;
  }
  if (failure === null && whyInstall(project) !== null) failure = whyInstall(project);
  if (failure === null) return;
  console.error(`\nI pacchetti non sono stati installati.\n${remedyFor(failure)}`);
  process.exit(1);
}

/** Null when npm succeeds, else what it said. Development packages too: the tests and the walls need them. */
async function npmInstall() {
  const started = Date.now();
  const args = [
    'install',
    '--include=dev',
    '--include=optional',
    '--no-audit',
    '--no-fund',
    '--loglevel=error',
  ];
  const npm = process.env.npm_execpath;
  const [program, first] = npm?.endsWith('.js') ? [process.execPath, [npm]] : ['npm', []];
  const child = spawn(program, [...first, ...args], {
    cwd: project,
    stdio: ['ignore', 'inherit', 'pipe'],
    // npm hands its own settings down to what it starts; --omit or a production NODE_ENV would leave packages out.
    env: { ...process.env, NODE_ENV: '', npm_config_omit: '' },
  });
  const seconds = () => Math.round((Date.now() - started) / 1000);
  const ticking = setInterval(() => console.error(`  … ancora al lavoro (${seconds()} s)`), 15_000);
  let said = '';
  child.stderr.on('data', (bytes) => {
    said += bytes;
    process.stderr.write(bytes);
  });
  const code = await new Promise((resolve) => {
    child.once('error', (error) => resolve(`${error.code} ${error.message}`));
    child.once('close', (exit, signal) => resolve(exit ?? signal));
  });
  clearInterval(ticking);
  if (code === 0) {
    console.error(`Pacchetti installati (${seconds()} s).`);
    return null;
  }
  return `${said}\nnpm: ${code}`;
}

/**
 * What to do about a failed install, in Italian.
 * @param {string} said what npm printed
 */
export function remedyFor(said) {
  if (/spawn npm ENOENT|ENOENT spawn npm/.test(said)) {
    return 'Non trovo il programma npm, che di solito arriva con Node: reinstalla Node da nodejs.org e riprova.';
  }
  if (/ENOSPC/.test(said)) return 'Il disco è pieno: libera almeno 1,5 GB e riprova.';
  if (/EACCES|EPERM|EROFS/.test(said)) {
    return `Mancano i permessi di scrittura in ${project}: usa l'utente a cui appartiene la cartella e riprova.`;
  }
  if (/ENOTFOUND|EAI_AGAIN|ETIMEDOUT|ECONNREFUSED|ECONNRESET|ENETUNREACH|network|proxy|CERT/i.test(said)) {
    return [
      'La rete non risponde. Controlla la connessione; dietro un proxy imposta HTTPS_PROXY (o «npm config set proxy»).',
      'Senza rete: copia qui la cartella node_modules di una macchina con lo stesso sistema e la stessa versione.',
    ].join('\n');
  }
  return 'Le righe qui sopra dicono perché. Prova «npm install» in questa cartella per vedere tutto.';
}
