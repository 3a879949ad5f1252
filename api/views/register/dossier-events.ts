/** What happened about each obligation of a dossier, in words: notices with their mail's answer, acts, what stood. */

import type { PrintedEvent } from '../../../documents/printed/dossier-pdf.js';
import type { Role } from '../../../domain/obligations/obligation.js';
import type { Dossier } from '../../../domain/register/dossier.js';
import { instant } from '../../../domain/time/instant.js';
import { italianDate } from '../../../mail/italian-dates.js';
import { type MailWords, roleInWords } from '../../../mail/roles.js';
import { italianMoment, italianTime } from '../italian-time.js';
import { answerInWords, type EntryBody, entryInWords, textOf, textsCited } from './register-words.js';

const NOBODY = 'nessuno ricopre il ruolo';

/** The dossier opened for reading: whatever an id stands for. */
export interface DossierReader {
  readonly bodies: readonly EntryBody[];
  /** "venerdì 30 giugno 2023, ore 08:12" of an entry. */
  when(body: EntryBody): string;
  event(body: EntryBody): PrintedEvent;
}

const ROLES: readonly Role['role'][] = ['head', 'secretary', 'mayor', 'oiv', 'rpct'];
const CHANNELS: Readonly<Record<string, string>> = {
  'mail-answer': 'dal collegamento dell’avviso',
  cli: 'da riga di comando',
};

/** `words`: as the town calls its roles. */
export function dossierReader(dossier: Dossier, words: MailWords): DossierReader {
  const { names, texts, town } = dossier;
  const bodies = dossier.chains.flatMap(({ entries }) =>
    entries.flatMap(({ body }): EntryBody[] => (body === null ? [] : [body])),
  );
  const people = new Map(names.people.map(({ id, name }) => [id, name]));
  const sectors = new Map(names.sectors.map(({ id, name }) => [id, name]));
  const said = new Map(
    texts.map((text) => [
      text.hash,
      'salt' in text ? `«${text.text}»` : `testo cancellato il ${italianDate(text.erased)}`,
    ]),
  );
  const files = new Map(names.evidence.map(({ sha256, name }) => [sha256, name]));

  const roleIn = (role: unknown, sector: unknown): string | null => {
    const known = ROLES.find((one) => one === role);
    if (known === undefined) return null;
    return roleInWords(
      known === 'head' ? { role: known, sector: sectors.get(textOf(sector) ?? '') ?? '' } : { role: known },
      words,
    );
  };
  const whoIs = (body: EntryBody, role: string | null): string => {
    const name = people.get(textOf(body['person']) ?? '') ?? null;
    if (name === null || name === role) return role ?? name ?? 'il sistema';
    return role === null ? name : `${name}, ${role}`;
  };
  const momentOf = (body: EntryBody): string =>
    typeof body['at'] === 'number' ? italianMoment(instant(body['at']), town.zone) : '';

  const notice = (body: EntryBody): PrintedEvent => {
    const recipient = (body['recipient'] ?? {}) as { readonly role?: unknown; readonly sector?: unknown };
    const role = roleIn(recipient.role, recipient.sector);
    const absent = (Array.isArray(body['inPlaceOf']) ? body['inPlaceOf'] : [])
      .flatMap((id) => people.get(String(id)) ?? [])
      .join(', ');
    const instead = absent === '' ? ' (in sostituzione)' : ` (in sostituzione di ${absent})`;
    return {
      when: momentOf(body),
      what: entryInWords(body),
      who:
        body['person'] === null ? NOBODY : `${whoIs(body, role)}${body['standsIn'] === true ? instead : ''}`,
      outcome: outcomeOf(body, bodies, town.zone),
      said: [],
    };
  };
  const act = (body: EntryBody): PrintedEvent => {
    const hashes = Array.isArray(body['evidence']) ? body['evidence'].map(String) : [];
    const channel = CHANNELS[textOf(body['channel']) ?? ''];
    const isNoted = body['kind'] === 'stood';
    return {
      when: momentOf(body),
      what: entryInWords(body),
      who: isNoted
        ? 'il sistema'
        : `${whoIs(body, roleIn(body['role'], body['sector']))}${channel === undefined ? '' : `, ${channel}`}`,
      outcome: '',
      said: [
        ...textsCited(body).flatMap((hash) => said.get(hash) ?? []),
        ...hashes.map((hash) => `Documento ${files.get(hash) ?? ''} (SHA-256 ${hash})`),
      ],
    };
  };
  return { bodies, when: momentOf, event: (body) => (body['kind'] === 'notice' ? notice(body) : act(body)) };
}

/** What became of the mail of a notice: the last answer, or that it bounced. */
function outcomeOf(notice: EntryBody, bodies: readonly EntryBody[], zone: string): string {
  const id = notice['notice'];
  const answers = bodies.filter(({ notices }) => Array.isArray(notices) && notices.includes(id));
  const last = answers.at(-1);
  if (last === undefined) return notice['digest'] === null ? 'da consegnare a mano' : 'in spedizione';
  const hour = typeof last['at'] === 'number' ? `, ore ${italianTime(instant(last['at']), zone)}` : '';
  return last['kind'] === 'delivery' ? `${answerInWords(last)}${hour}` : `${entryInWords(last)}${hour}`;
}
