// The first module of every entry: it must load on a Node far older than the one we need.

/** The oldest Node that runs Traguardo. */
export const oldestNode = '20.19.0';

/**
 * What to tell a person whose Node is too old, in Italian; null when `version` (such as `v20.19.2`) is new enough.
 * @param {string} version
 * @returns {string | null}
 */
export function nodeTrouble(version) {
  const found = version.replace(/^v/, '').split('.').map(Number);
  const wanted = oldestNode.split('.').map(Number);
  for (let i = 0; i < wanted.length; i++) {
    if (found[i] > wanted[i]) return null;
    if (found[i] < wanted[i] || Number.isNaN(found[i])) {
      return [
        `Traguardo ha bisogno di Node ${oldestNode} o più recente; qui c'è ${version} (${process.execPath}).`,
        'Installa una versione LTS attuale da nodejs.org, o con «nvm install --lts», e riprova.',
      ].join('\n');
    }
  }
  return null;
}

/** Ends the process with that message when this Node is too old. */
export function requireNode() {
  const trouble = nodeTrouble(process.version);
  if (trouble === null) return;
  console.error(trouble);
  process.exit(1);
}
