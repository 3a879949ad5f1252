/** Roles as people write them in a list: "Responsabile", "RPCT", "Nucleo di valutazione". */
import { plainName } from '../../domain/cycle/pasted-names.js';
import type { Role } from '../../domain/obligations/obligation.js';

export type RoleRead =
  /** `null`: somebody without a role. */
  { readonly ok: true; readonly role: Role | null } | { readonly ok: false; readonly message: string };

type TownRole = Exclude<Role['role'], 'head'>;

const TOWN_ROLES: readonly (readonly [TownRole, RegExp])[] = [
  ['vice-secretary', /^vice ?-?segretari/],
  ['secretary', /^segretari/],
  ['mayor', /^sindac/],
  ['assessor', /^assessor/],
  ['oiv', /^(oiv|nucleo|organismo|component[ei] (del nucleo|dell.?oiv))/],
  ['rpct', /^(rpct|responsabile (della )?(prevenzione|trasparenza|anticorruzione)|anticorruzione)/],
];
const HEAD =
  /^(responsabil|capo ?settore|dirigente|eq\b|elevata qualificazione|posizione organizzativa|po\b)/;

/** The sector of a head stands in its own column, or in the role itself: "Responsabile del settore Tecnico". */
export function roleIn(
  { role, sector }: { readonly role: string; readonly sector: string },
  sectors: readonly string[],
): RoleRead {
  const words = plainName(role);
  if (words === '') return { ok: true, role: null };
  const town = TOWN_ROLES.find(([, said]) => said.test(words))?.[0];
  if (town !== undefined) return { ok: true, role: { role: town } };
  if (!HEAD.test(words)) {
    const message = `«${role.slice(0, 60)}» non è un ruolo: scrivi Responsabile, Segretario, Vicesegretario, Sindaco, Assessore, Nucleo, RPCT, o lascia vuoto.`;
    return { ok: false, message };
  }
  const wanted = plainName(sector);
  const found = sectors.find((name) =>
    wanted === '' ? words.endsWith(` ${plainName(name)}`) : plainName(name) === wanted,
  );
  if (found !== undefined) return { ok: true, role: { role: 'head', sector: found } };
  return { ok: false, message: unknownSector(sector, sectors) };
}

function unknownSector(sector: string, sectors: readonly string[]): string {
  if (sectors.length === 0) return 'Per un Responsabile servono i settori: indicali al passo «Settori».';
  const known = sectors.slice(0, 8).join(', ');
  const all = sectors.length > 8 ? `${known}…` : known;
  return sector === ''
    ? `Manca il settore del Responsabile: uno tra ${all}.`
    : `«${sector.slice(0, 60)}» non è tra i settori dell'ente: ${all}.`;
}

/** "sì", "si", "x", "vero": a mailbox that several read. */
export const isShared = (cell: string): boolean => /^(si|x|vero|true|1)$/.test(plainName(cell));
