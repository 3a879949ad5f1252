/**
 * Where mail comes back to: one address of the installation, or, where the server takes `name+anything@…`,
 * one for each mail (VERP), so that a return says by itself which mail it is about.
 */

/** As the settings say it. */
export interface ReturnPath {
  readonly address: string;
  /** A token of the mail stands in the address. */
  readonly verp: boolean;
}

/** RFC 5321 §4.5.3.1.1. */
const LONGEST_LOCAL = 64;

const split = (address: string): readonly [string, string] => {
  const at = address.lastIndexOf('@');
  return [address.slice(0, at), address.slice(at + 1)];
};

/** Does a token of so many signs stand in the address without making it too long? */
export const hasRoomFor = (address: string, signs: number): boolean =>
  split(address)[0].length + 1 + signs <= LONGEST_LOCAL;

/** The envelope sender of the mail with that token. */
export function returnAddress({ address, verp }: ReturnPath, token: string): string {
  const [local, domain] = split(address);
  return verp ? `${local}+${token}@${domain}` : address;
}

/** What stands behind the plus in an address of ours; empty: nothing does; `null`: it is not ours. */
export function tokenIn({ address }: Pick<ReturnPath, 'address'>, came: string): string | null {
  const [local, domain] = split(address.toLowerCase());
  const [to, at] = split(came.trim().replace(/^<|>$/g, '').toLowerCase());
  if (at !== domain) return null;
  if (to === local) return '';
  return to.startsWith(`${local}+`) ? to.slice(local.length + 1) : null;
}
