/** Who may say where a request comes from: the TLS proxy in front, known by its address and by nothing it says. */
import { BlockList, isIP } from 'node:net';
import { z } from 'zod';

/** Does a connection from this address come from the proxy? */
export type IsProxy = (address: string) => boolean;

/** Addresses and networks (`10.0.0.0/8`), parted by commas or blanks. */
export const proxyAddresses = z.string().transform((text, context): IsProxy => {
  const list = new BlockList();
  for (const one of text.split(/[\s,]+/)) {
    if (one === '' || add(list, one)) continue;
    context.addIssue({ code: 'custom', message: `has "${one}", which is neither an address nor a network` });
    return z.NEVER;
  }
  return (address) => isIP(address) !== 0 && list.check(address, isIP(address) === 6 ? 'ipv6' : 'ipv4');
});

function add(list: BlockList, text: string): boolean {
  const [address = '', bits, more] = text.split('/');
  const family = isIP(address);
  if (family === 0 || more !== undefined) return false;
  const kind = family === 6 ? 'ipv6' : 'ipv4';
  if (bits === undefined) list.addAddress(address, kind);
  else if (!/^\d{1,3}$/.test(bits) || Number(bits) > (family === 6 ? 128 : 32)) return false;
  else list.addSubnet(address, Number(bits), kind);
  return true;
}

/** Where nothing else is said: a proxy on this machine. */
export const LOOPBACK_PROXY = '127.0.0.1, ::1';
