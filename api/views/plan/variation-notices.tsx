/** Which notices a change of the plan makes appear, move or vanish, by day and person; and what becomes of obligations. */
import type { FC } from 'hono/jsx';
import { dueOf, type Obligation } from '../../../domain/obligations/obligation.js';
import type { ObligationChange } from '../../../domain/obligations/obligation-changes.js';
import type { NoticeChange } from '../../../domain/rehearsal/notice-difference.js';
import type { CivilDate } from '../../../domain/time/civil-date.js';
import { italianDate } from '../../../mail/italian-dates.js';
import { counted, listed } from '../../../mail/italian-numbers.js';
import { type MailWords, roleInWords } from '../../../mail/roles.js';
import type { VariationPreview } from '../../queries/variation-preview.js';
import { differenceInWords } from '../rehearsal/rehearsal-changes.js';
import { receiverName } from '../rehearsal/rehearsal-words.js';
import { Table } from '../table.js';
import { RUNGS_IN_WORDS } from '../words.js';

interface NoticesProps {
  readonly preview: VariationPreview;
  readonly words: MailWords;
}

const KINDS: Readonly<Record<NoticeChange['kind'], string>> = {
  appears: 'In più',
  vanishes: 'In meno',
  moves: 'In un altro giorno',
};
const TONES: Readonly<Record<NoticeChange['kind'], string>> = {
  appears: 'tr-badge-due-soon',
  vanishes: 'tr-badge-done',
  moves: 'tr-badge-plain',
};

/** "Avvisi: 4 in più, 6 in meno e 2 in un altro giorno." */
function noticesInWords(notices: readonly NoticeChange[]): string {
  if (notices.length === 0) return 'Nessun avviso cambia.';
  const parts = (['appears', 'vanishes', 'moves'] as const).flatMap((kind) => {
    const count = notices.filter((one) => one.kind === kind).length;
    return count === 0 ? [] : [`${count} ${KINDS[kind].toLowerCase()}`];
  });
  return `Avvisi: ${listed(parts)}.`;
}

/** More than these stay folded, so that the act is not far below. */
const FEW = 15;

export const NoticeChanges: FC<NoticesProps> = ({ preview, words }) => (
  <section aria-labelledby="avvisi">
    <h2 id="avvisi">Quali avvisi cambiano</h2>
    <p class="tr-lead">
      {`${noticesInWords(preview.notices)} ${differenceInWords(preview.mails)} È la prova generale da ${italianDate(preview.window.from)}, se nessuno risponde nel frattempo.`}
    </p>
    {preview.notices.length === 0 ? null : (
      <details class="tr-details" open={preview.notices.length <= FEW}>
        <summary>Avviso per avviso, per giorno e persona</summary>
        <Table
          caption="Avvisi che cambiano, per giorno e persona"
          columns={[
            {
              title: 'Che cosa cambia',
              cell: ({ kind }: NoticeChange) => <span class={`tr-badge ${TONES[kind]}`}>{KINDS[kind]}</span>,
            },
            { title: 'Prima', cell: ({ before }) => day(before) },
            { title: 'Dopo', cell: ({ after }) => day(after) },
            { title: 'A chi', cell: ({ to }) => receiverName(preview.rehearsal, to, words) },
            {
              title: 'Avviso',
              heading: true,
              cell: ({ line }) => (
                <>
                  {line.rung === null ? '' : RUNGS_IN_WORDS[line.rung]}
                  <span class="tr-due-note">{subjectOf(line)}</span>
                </>
              ),
            },
          ]}
          rows={preview.notices}
          empty=""
        />
      </details>
    )}
  </section>
);

const day = (date: CivilDate | null) =>
  date === null ? <span class="tr-none">–</span> : <time datetime={date}>{italianDate(date)}</time>;

const subjectOf = ({ subject }: Pick<Obligation, 'subject'>): string =>
  [subject.sector, subject.objective, subject.milestone ?? ''].filter((part) => part !== '').join(' · ');

const CHANGES: Readonly<Record<ObligationChange['kind'], string>> = {
  opened: 'Si apre',
  moved: 'Cambia data',
  reassigned: 'Passa a un altro ruolo',
  waived: 'Non più dovuta',
  superseded: 'Superata',
};

/** "2 cambiano data, 1 non più dovuta". */
export const ObligationChanges: FC<NoticesProps> = ({ preview: { obligations }, words }) => (
  <section aria-labelledby="scadenze">
    <h2 id="scadenze">{`Che cosa succede alle scadenze (${counted(obligations.length, 'scadenza', 'scadenze')})`}</h2>
    <p class="tr-lead">
      Ciò che è concluso resta com'è. Le scadenze tolte restano agli atti come non più dovute.
    </p>
    <Table
      caption="Scadenze interessate"
      columns={[
        { title: 'Che cosa succede', cell: ({ kind }: ObligationChange) => CHANGES[kind] },
        {
          title: 'Scadenza',
          heading: true,
          cell: (change) => subjectOf(change.kind === 'opened' ? change.after : change.before),
        },
        {
          title: 'Prima',
          cell: (change) => (change.kind === 'opened' ? day(null) : term(change.before, change, words)),
        },
        {
          title: 'Dopo',
          cell: (change) => ('after' in change ? term(change.after, change, words) : day(null)),
        },
      ]}
      rows={obligations}
      empty="Nessuna scadenza aperta cambia."
    />
  </section>
);

function term(one: Obligation, { kind }: ObligationChange, words: MailWords) {
  const due = dueOf(one);
  const said = due === null ? 'termine esterno da definire' : <time datetime={due}>{italianDate(due)}</time>;
  return kind === 'reassigned' || kind === 'opened' ? (
    <>
      {roleInWords(one.owner, words)}
      <span class="tr-due-note">{said}</span>
    </>
  ) : (
    said
  );
}
