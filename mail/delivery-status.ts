/** Reads the machine's part of a delivery report (RFC 3464): groups of fields, one for each recipient. */
import { cleanText } from './clean-text.js';
import { statusIn } from './mailbox-fault.js';
import { RESPONSE_LIMIT } from './send-result.js';

/** What became of a mail, as a report says it. */
export interface Fate {
  /** `failed`: no further attempt. `delayed`: it is still being tried. */
  readonly outcome: 'failed' | 'delayed';
  /** `5.1.1`; `null`: it says none. */
  readonly status: string | null;
  /** SMTP reply code in the diagnostic; `null`: it says none. */
  readonly code: number | null;
  /** What the refusing server said, one clean line; may be empty. */
  readonly response: string;
  /** Addresses it calls the recipient's, in small letters; empty: it names none. */
  readonly recipients: readonly string[];
}

const MOST_GROUPS = 50;

/** `null`: good news only (delivered, relayed), or nothing that can be read. */
export function readDeliveryStatus(text: string): Fate | null {
  const fates = text
    .replaceAll('\r\n', '\n')
    .split(/\n[ \t]*\n/)
    .slice(0, MOST_GROUPS)
    .map(fieldsOf)
    .flatMap((fields) => fateOf(fields) ?? []);
  return fates.find(({ outcome }) => outcome === 'failed') ?? fates[0] ?? null;
}

type Fields = ReadonlyMap<string, string>;

/** Later lines of one field joined; the first of two with one name stands. */
export function fieldsOf(block: string): Fields {
  const fields = new Map<string, string>();
  for (const line of block.replace(/\n[ \t]+/g, ' ').split('\n')) {
    const [, name = '', value = ''] = /^([!-9;-~]{1,100}):\s*(.*)$/.exec(line) ?? [];
    const key = name.toLowerCase();
    if (key !== '' && !fields.has(key)) fields.set(key, value.trim());
  }
  return fields;
}

/** Some write `Action: failed (bounced)`, some `Action: Failed`, some none at all beside a status. */
function fateOf(fields: Fields): Fate | null {
  const status = statusIn(fields.get('status') ?? '');
  const said = fields
    .get('action')
    ?.toLowerCase()
    .match(/[a-z]+/)?.[0];
  const action = said ?? (status?.startsWith('5') ? 'failed' : undefined);
  if (action !== 'failed' && action !== 'delayed') return null;
  const diagnostic = (fields.get('diagnostic-code') ?? '').replace(/^[\w-]+\s*;\s*/, '');
  return {
    outcome: action,
    status,
    code: codeIn(diagnostic),
    response: cleanText(diagnostic, RESPONSE_LIMIT, ''),
    recipients: addressesIn([
      fields.get('original-recipient') ?? '',
      fields.get('final-recipient') ?? '',
      fields.get('x-actual-recipient') ?? '',
    ]),
  };
}

/** "550 5.1.1 …" or "… said: 550 …" → 550. */
export const codeIn = (text: string): number | null => {
  const code = /(?:^|said:\s*|\s|\[|#)([45]\d\d)(?=[\s-]|$)/.exec(text)?.[1];
  return code === undefined ? null : Number(code);
};

/** `rfc822; <nobody@comune.example>` → `nobody@comune.example`; each once. */
export const addressesIn = (texts: readonly string[]): readonly string[] => [
  ...new Set(
    texts.flatMap(
      (text) =>
        text
          .slice(0, 500)
          .match(/[^\s<>;:,"'()[\]]+@[^\s<>;:,"'()[\]]+/)?.[0]
          .toLowerCase() ?? [],
    ),
  ),
];
