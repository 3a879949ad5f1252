/** A list of people as pasted from a sheet or a mail: a name a line, with the mailbox beside it where there is one. */

export interface PastedName {
  /** From 1, as counted in what was pasted. */
  readonly line: number;
  readonly name: string;
  /** `null`: no mailbox. As written: whether it is an address is for the edge to say. */
  readonly email: string | null;
}

const LIST_MARK = /^\s*(?:[-–•*]|\d{1,3}[.)])\s+/;

/** Empty lines are passed over; of a name that comes twice with the same mailbox the first stays. */
export function pastedNames(text: string): readonly PastedName[] {
  const seen = new Set<string>();
  return text.split(/\r\n|\r|\n/).flatMap((line, index) => {
    const parts = line
      .replace(LIST_MARK, '')
      .split(/[;\t,<>]/)
      .map((part) => part.trim().replace(/\s+/g, ' '))
      .filter((part) => part !== '');
    const email = parts.find((part) => part.includes('@')) ?? null;
    const name = parts.filter((part) => part !== email).join(' ');
    const key = `${plainName(name)} ${email?.toLowerCase() ?? ''}`;
    if ((name === '' && email === null) || seen.has(key)) return [];
    seen.add(key);
    return [{ line: index + 1, name, email }];
  });
}

/** For comparing names: without case, accents and doubled spaces. */
export const plainName = (name: string): string =>
  name.normalize('NFD').replace(/\p{M}/gu, '').trim().replace(/\s+/g, ' ').toLowerCase();
