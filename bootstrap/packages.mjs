import { readFileSync } from 'node:fs';
import path from 'node:path';

/**
 * Why the packages under `project` must be installed, in English, or null when they are what package-lock.json says.
 * Contents are compared, not times: a checkout touches files without changing them.
 * @param {string} project
 * @returns {string | null}
 */
export function whyInstall(project) {
  const wanted = readPackages(path.join(project, 'package-lock.json'));
  if (wanted === null) return 'package-lock.json cannot be read';
  // npm writes this one last: an install that was interrupted has none.
  const present = readPackages(path.join(project, 'node_modules', '.package-lock.json'));
  if (present === null) return 'no packages are installed';
  for (const [place, entry] of Object.entries(wanted)) {
    if (place === '') continue;
    const found = present[place];
    // Packages for other platforms are optional and absent.
    if (found === undefined && entry.optional === true) continue;
    if (found === undefined) return `${place} is absent`;
    if (found.version !== entry.version) return `${place} is ${found.version}, not ${entry.version}`;
  }
  return null;
}

function readPackages(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8')).packages ?? null;
  } catch {
    return null;
  }
}
