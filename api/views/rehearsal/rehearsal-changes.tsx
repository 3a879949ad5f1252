/** The difference of two rehearsals: which mails come, go, move to another day or say something else. */
import type { FC } from 'hono/jsx';
import { type MailChange, mailOf, type RehearsalDifference } from '../../../domain/rehearsal/difference.js';
import { italianDate } from '../../../mail/italian-dates.js';
import { counted, listed } from '../../../mail/italian-numbers.js';
import type { MailWords } from '../../../mail/roles.js';
import type { Rehearsal } from '../../queries/rehearsal.js';
import { Table } from '../table.js';
import { reasonsInWords, receiverName } from './rehearsal-words.js';

const KINDS: Readonly<Record<MailChange['kind'], string>> = {
  added: 'In più',
  gone: 'In meno',
  moved: 'In un altro giorno',
  changed: 'Con altre voci',
};
const TONES: Readonly<Record<MailChange['kind'], string>> = {
  added: 'tr-badge-due-soon',
  gone: 'tr-badge-done',
  moved: 'tr-badge-plain',
  changed: 'tr-badge-plain',
};

/** "Messaggi: 3 in più, 2 in meno e 4 in un altro giorno. In tutto passano da 41 a 42." */
export function differenceInWords({ changes, before, after }: RehearsalDifference): string {
  if (changes.length === 0)
    return `Nessun messaggio cambia: ${counted(after, 'resta', 'restano')} come prima.`;
  const parts = (['added', 'gone', 'moved', 'changed'] as const).flatMap((kind) => {
    const count = changes.filter((change) => change.kind === kind).length;
    return count === 0 ? [] : [`${count} ${KINDS[kind].toLowerCase()}`];
  });
  const sum = before === after ? `In tutto restano ${after}.` : `In tutto passano da ${before} a ${after}.`;
  return `Messaggi: ${listed(parts)}. ${sum}`;
}

interface ChangesProps {
  readonly rehearsal: Rehearsal;
  readonly difference: RehearsalDifference;
  readonly words: MailWords;
}

export const RehearsalChanges: FC<ChangesProps> = ({ rehearsal, difference, words }) => (
  <Table
    caption="Messaggi che cambiano"
    columns={[
      {
        title: 'Che cosa cambia',
        heading: true,
        cell: ({ kind }) => <span class={`tr-badge ${TONES[kind]}`}>{KINDS[kind]}</span>,
      },
      {
        title: 'Giorno',
        cell: (change) => (
          <>
            <time datetime={mailOf(change).day}>{italianDate(mailOf(change).day)}</time>
            {change.kind === 'moved' ? (
              <span class="tr-due-note">{`prima: ${italianDate(change.before.day)}`}</span>
            ) : null}
          </>
        ),
      },
      { title: 'A chi', cell: (change) => receiverName(rehearsal, mailOf(change).to, words) },
      {
        title: 'Perché parte',
        cell: (change) => (
          <>
            {reasonsInWords(mailOf(change).facts)}
            {change.kind === 'changed' ? (
              <span class="tr-due-note">{`prima: ${reasonsInWords(change.before.facts)}`}</span>
            ) : null}
          </>
        ),
      },
    ]}
    rows={difference.changes}
    empty="Nessun messaggio cambia."
  />
);
