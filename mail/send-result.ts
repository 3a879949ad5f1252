/** What became of one hand-over to the mail server, and how a failure is told apart (design §5, §6). */
import type { NodemailerError } from 'nodemailer';
import { cleanText } from './clean-text.js';

/** Why a mail was not taken now. All but `busy` are the operator's to look at if they last. */
export type SendTrouble =
  /** The server said "not now" (4xx). */
  | 'busy'
  /** No such host, connection refused or dropped. */
  | 'unreachable'
  | 'timeout'
  | 'tls'
  /** User or password refused, or required and not set. */
  | 'sign-in'
  /** The server does not want mail from our sender address. */
  | 'sender-refused'
  /** This process was told to stop. */
  | 'interrupted'
  /** Anything else: an answer out of turn, a message that could not be made. */
  | 'unexpected';

/** `response` is one clean line, `code` the SMTP reply code if there was a reply. */
export type SendResult =
  | { readonly kind: 'accepted'; readonly response: string }
  /** Refused for good: the same mail to the same address will be refused again. */
  | { readonly kind: 'permanent'; readonly code: number | null; readonly response: string }
  | {
      readonly kind: 'temporary';
      readonly code: number | null;
      readonly response: string;
      /**
       * The content had begun to leave: the mail may only be repeated byte for byte, never composed
       * again. Without a reply (`code` null) the server may have delivered it.
       */
      readonly reachedData: boolean;
      readonly trouble: SendTrouble;
    };

/** Characters kept of what a server says. */
export const RESPONSE_LIMIT = 500;

/** Replies that speak of who we are, not of the recipient (RFC 4954 §6). */
const SIGN_IN_CODES = [454, 530, 534, 535, 538];
const BROKEN_TLS = /^(?:ERR_TLS|ERR_SSL|CERT_|UNABLE_TO_|DEPTH_ZERO|SELF_SIGNED|EPROTO$)/;

/** A failure of nodemailer as a result. `interrupted`: the caller's own signal ended it. */
export function failedSend(error: NodemailerError, reachedData: boolean, interrupted: boolean): SendResult {
  const code = error.responseCode ?? null;
  const response = cleanText(error.response ?? error.message, RESPONSE_LIMIT, 'no answer');
  if (isFinal(error)) return { kind: 'permanent', code, response };
  return {
    kind: 'temporary',
    code,
    response,
    reachedData,
    trouble: interrupted ? 'interrupted' : troubleOf(error),
  };
}

/**
 * Only a reply to the recipient or to the content can be final, and only 5xx. A refused sender or
 * sign-in would refuse everybody's mail: it is ours to mend, and no recipient's fault. 503 says that
 * the conversation went wrong, not the mail.
 */
function isFinal({ permanent, responseCode, command }: NodemailerError): boolean {
  if (permanent !== true || responseCode === undefined || SIGN_IN_CODES.includes(responseCode)) return false;
  return command === 'RCPT TO' || command === 'DATA';
}

function troubleOf(error: NodemailerError): SendTrouble {
  const { code, responseCode, command } = error;
  if (responseCode !== undefined && SIGN_IN_CODES.includes(responseCode)) return 'sign-in';
  switch (code) {
    case 'EAUTH':
    case 'ENOAUTH':
    case 'EOAUTH2':
      return 'sign-in';
    case 'ETLS':
      return 'tls';
    case 'ETIMEDOUT':
    case 'EABORT':
      return 'timeout';
    case 'EDNS':
    case 'ECONNECTION':
      return 'unreachable';
    case 'ESOCKET':
      return BROKEN_TLS.test(error.originalCode ?? '') ? 'tls' : 'unreachable';
    default:
      if (responseCode !== undefined && responseCode < 500) return 'busy';
      return command === 'MAIL FROM' ? 'sender-refused' : 'unexpected';
  }
}
