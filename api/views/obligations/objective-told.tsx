/** What was told about an objective, who changed what, and the register that proves both. */
import type { Child, FC } from 'hono/jsx';
import { italianDate } from '../../../mail/italian-dates.js';
import { counted } from '../../../mail/italian-numbers.js';
import { roleInWords } from '../../../mail/roles.js';
import type { AcknowledgedNotice } from '../../../store/notices/acknowledgments.js';
import type { NoticeTold } from '../../../store/notices/notices-of-objective.js';
import type { AuditRow } from '../../../store/register/audit.js';
import { opensEveryMail } from '../../mail-access.js';
import type { Told } from '../../queries/objective-page.js';
import type { RecordView } from '../../queries/obligation-view.js';
import type { Viewer } from '../../viewer.js';
import { SeenBy } from '../answer/seen-notice.js';
import { RungBadge } from '../board/digest-parts.js';
import { italianMoment } from '../italian-time.js';
import { townWords } from '../page/frame.js';
import { actionInWords } from '../register/audit-words.js';
import { DossierButtons } from '../register/dossier-buttons.js';
import { RegisterTable } from '../register/register-table.js';
import { Table } from '../table.js';
import { CHANNELS, DIGEST_STATES, PASSED_OVER, RUNGS_IN_WORDS } from '../words.js';

interface ToldProps {
  readonly objective: string;
  readonly told: Told;
  readonly terms: readonly RecordView[];
  readonly viewer: Viewer;
}

const LATEST = 8;

export const ToldSections: FC<ToldProps> = ({ objective, told, terms, viewer }) => {
  const words = townWords(viewer.town);
  const zone = viewer.town.clock.zone;
  const phrases = new Map(terms.map((view) => [view.obligation.id, phraseOf(view)]));
  const phrase = (obligation: string | null): string => phrases.get(obligation ?? '') ?? '';
  const byDay = [...told.notices].reverse();
  const [latest, older] = [byDay.slice(0, LATEST), byDay.slice(LATEST)];
  return (
    <>
      <section aria-labelledby="avvisi">
        <h2 id="avvisi">{`Avvisi inviati (${told.notices.length})`}</h2>
        <NoticesTold notices={latest} seen={told.acknowledged} viewer={viewer} phrase={phrase} />
        {older.length === 0 ? null : (
          <details class="tr-details">
            <summary>{counted(older.length, 'avviso precedente', 'avvisi precedenti')}</summary>
            <NoticesTold notices={older} seen={told.acknowledged} viewer={viewer} phrase={phrase} />
          </details>
        )}
        {told.passedOver.length === 0 ? null : (
          <details class="tr-details">
            <summary>{`Avvisi non partiti (${told.passedOver.length}) e perché`}</summary>
            <ul class="tr-lines">
              {told.passedOver.map(({ rung, day, reason, obligation }) => (
                <li>{`${RUNGS_IN_WORDS[rung]}, ${italianDate(day)}, ${phrase(obligation)}: ${PASSED_OVER[reason]}.`}</li>
              ))}
            </ul>
          </details>
        )}
      </section>

      <section aria-labelledby="storia">
        <h2 id="storia">Storia</h2>
        <Table
          caption="Chi ha fatto che cosa"
          columns={[
            { title: 'Quando', cell: ({ at }) => italianMoment(at, zone) },
            {
              title: 'Che cosa',
              heading: true,
              cell: (row) => <What row={row} phrase={phrase(row.subject)} />,
            },
            {
              title: 'Chi',
              cell: ({ personName, role, channel }) => {
                const who = personName ?? 'il sistema';
                const as = role === null ? '' : roleInWords(role, words);
                return `${who}${as === '' || as === who ? '' : ` (${as})`}, ${CHANNELS[channel]}`;
              },
            },
          ]}
          rows={told.history}
          empty="Nessuno ha ancora registrato nulla."
        />
      </section>

      <section aria-labelledby="registro">
        <h2 id="registro">Registro degli avvisi</h2>
        <p class="tr-lead">
          Ogni riga porta l'impronta della precedente: nessuna si può cambiare o togliere senza che si veda.
          Lo leggono chi è responsabile, il Segretario e il Nucleo.
        </p>
        <DossierButtons viewer={viewer} action={`/obiettivi/${objective}/dossier`} about="questo obiettivo" />
        {told.register.length === 0 ? (
          <p class="tr-empty">Il registro di questo obiettivo è vuoto.</p>
        ) : (
          <details class="tr-details">
            <summary>{`Mostra ${counted(told.register.length, 'riga', 'righe')}`}</summary>
            <RegisterTable
              entries={told.register}
              texts={told.texts}
              erased={told.erased}
              phrase={phrase}
              zone={zone}
            />
          </details>
        )}
      </section>
    </>
  );
};

const NoticesTold: FC<{
  readonly notices: readonly NoticeTold[];
  readonly seen: readonly AcknowledgedNotice[];
  readonly viewer: Viewer;
  readonly phrase: (obligation: string) => string;
}> = ({ notices, seen, viewer, phrase }) => (
  <Table
    caption="Avvisi inviati su questo obiettivo, i più recenti per primi"
    columns={[
      { title: 'Avviso', heading: true, cell: ({ rung }) => <RungBadge rung={rung} /> },
      { title: 'Fase', cell: ({ obligation }) => phrase(obligation) },
      { title: 'Giorno', cell: ({ day }) => italianDate(day) },
      {
        title: 'A chi',
        cell: ({ recipient, personName }) => {
          const role = roleInWords(recipient, townWords(viewer.town));
          return personName === null || personName === role ? role : `${personName} (${role})`;
        },
      },
      {
        title: 'Esito',
        cell: (notice) => (
          <>
            {outcomeOf(notice, viewer)}
            <SeenBy all={seen} of={notice.id} zone={viewer.town.clock.zone} />
          </>
        ),
      },
    ]}
    rows={notices}
    empty="Nessun avviso finora."
  />
);

function outcomeOf({ mail, personName }: NoticeTold, viewer: Viewer): Child {
  if (mail === null) return 'da consegnare a mano';
  const state = DIGEST_STATES[mail.state];
  const opens = opensEveryMail(viewer) || personName === viewer.person.name;
  return opens ? <a href={`/avvisi/${mail.digest}`}>{state}</a> : state;
}

const phraseOf = ({ obligation, due }: RecordView): string => {
  const day = due === null ? '' : ` (${italianDate(due)})`;
  return obligation.subject.milestone === null
    ? `Tutto l'anno${day}`
    : `«${obligation.subject.milestone}»${day}`;
};

const What: FC<{ readonly row: AuditRow; readonly phrase: string }> = ({ row, phrase }) => {
  const after = (row.after ?? {}) as { readonly reason?: unknown; readonly note?: unknown };
  const said =
    typeof after.reason === 'string' ? after.reason : typeof after.note === 'string' ? after.note : null;
  return (
    <>
      {actionInWords(row)}
      <span class="tr-due-note">{phrase}</span>
      {said === null ? null : <span class="tr-phrase">{`«${said}»`}</span>}
    </>
  );
};
