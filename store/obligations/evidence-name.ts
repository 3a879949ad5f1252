/** File names as they come from browsers and mails, made safe to store, show and send back. */

const LONGEST = 120;

/**
 * The last part of a path, without control characters and what file systems or headers give a
 * meaning to; never empty, never hidden, at most 120 characters with its extension kept.
 */
export function safeFileName(given: string): string {
  const last = given.split(/[/\\]/).at(-1) ?? '';
  const clean = last
    .normalize('NFC')
    .replace(/\p{Surrogate}/gu, '')
    // Control, format (right-to-left marks) and private characters.
    .replace(/[\p{Cc}\p{Cf}\p{Co}\p{Zl}\p{Zp}]/gu, '')
    .replace(/["<>:|?*;%]/g, '_')
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/^\.+/, '')
    .replace(/[. ]+$/, '');
  if (clean === '') return 'documento';
  const characters = [...clean];
  if (characters.length <= LONGEST) return clean;
  const extension = /(\.[A-Za-z0-9]{1,8}){1,2}$/.exec(clean)?.[0] ?? '';
  return `${characters
    .slice(0, LONGEST - extension.length)
    .join('')
    .trimEnd()}${extension}`;
}
