/** What goes out next: today's round or the next working day's, per recipient, with *Invia ora*. */
import type { Child, FC } from 'hono/jsx';
import type { DigestLine } from '../../../domain/obligations/digest.js';
import { italianDate } from '../../../mail/italian-dates.js';
import { counted } from '../../../mail/italian-numbers.js';
import { type MailWords, roleInWords } from '../../../mail/roles.js';
import type { NextRound, Recipient } from '../../queries/next-round.js';
import { reachOf } from '../../rights.js';
import type { Viewer } from '../../viewer.js';
import { CommandForm } from '../fields.js';
import { italianTime } from '../italian-time.js';
import { lineHref, titleOf } from '../obligations/obligation-parts.js';
import { townWords } from '../page/frame.js';
import { RUNGS_IN_WORDS } from '../words.js';
import { RungBadge, SummaryLine } from './digest-parts.js';

interface PanelProps {
  readonly round: NextRound;
  readonly viewer: Viewer;
  readonly mayAsk: boolean;
}

export const NextRoundPanel: FC<PanelProps> = ({ round, viewer, mayAsk }) => {
  const words = townWords(viewer.town);
  const today = round.day === viewer.today;
  const mayHoldBack = reachOf(viewer.roles, 'obligation.hold-back') !== null;
  return (
    <section class="tr-panel" aria-labelledby="prossimo">
      <div class="tr-panel-head">
        <h2 id="prossimo">{`Che cosa parte ${today ? 'oggi' : italianDate(round.day)}`}</h2>
        <AskRound round={round} viewer={viewer} mayAsk={mayAsk} />
      </div>
      <p class="tr-lead">{todayInWords(round, viewer.town.clock.zone)}</p>
      {round.recipients.length === 0 ? (
        <p class="tr-empty">
          {round.afterwards === null
            ? 'Nessun avviso, né quel giorno né nei prossimi.'
            : `Nessun avviso. I prossimi partono ${italianDate(round.afterwards)}.`}
        </p>
      ) : (
        <ul class="tr-recipients">
          {round.recipients.map((recipient) => (
            <li>
              <RecipientLines recipient={recipient} words={words} mayHoldBack={mayHoldBack} />
            </li>
          ))}
        </ul>
      )}
    </section>
  );
};

function todayInWords({ today }: NextRound, zone: string): string {
  switch (today.state) {
    case 'held':
      return `L'invio di oggi è avvenuto alle ${italianTime(today.at, zone)}: ${counted(today.digests, 'messaggio', 'messaggi')}, ${counted(today.notices, 'avviso', 'avvisi')}.`;
    case 'closed':
      return 'Oggi gli uffici sono chiusi: non parte nulla.';
    case 'nothing':
      return "Oggi non c'è nulla da inviare.";
    case 'missed':
      return "L'invio di oggi non è avvenuto entro le 17:00: gli avvisi passano al prossimo giorno lavorativo.";
    case 'waiting':
      return today.asked
        ? "È stato chiesto l'invio: parte a momenti."
        : `L'invio di oggi parte da solo alle ${italianTime(today.slot, zone)}.`;
  }
}

const AskRound: FC<PanelProps> = ({ round, viewer, mayAsk }) =>
  mayAsk && (round.today.state === 'missed' || (round.today.state === 'waiting' && !round.today.asked)) ? (
    <CommandForm viewer={viewer} action="/cruscotto/invia-ora" class="tr-inline-form">
      <button type="submit" class="btn btn-primary btn-sm">
        Invia ora
      </button>
    </CommandForm>
  ) : null;

/** A notice to whoever holds the role, by its own name; to others a role tells why they get it. */
const RecipientLines: FC<{
  readonly recipient: Recipient;
  readonly words: MailWords;
  readonly mayHoldBack: boolean;
}> = ({ recipient, words, mayHoldBack }) => {
  const { person, facts } = recipient;
  const roles = facts.roles.map((role) => roleInWords(role, words)).join(', ');
  const summary = facts.summary === null ? 0 : facts.summary.late.length + facts.summary.external.length;
  return (
    <details class="tr-details">
      <summary>
        <strong>{person?.name ?? roles}</strong>
        {person === null || person.name === roles ? null : ` (${roles})`}
        {` – ${partsOf(facts.lines, summary)}`}
        {person === null
          ? ' – nessuno ricopre il ruolo'
          : person.email === null
            ? ' – senza casella: da consegnare a mano'
            : ''}
      </summary>
      <ul class="tr-lines">
        {facts.lines.map((line) => (
          <Line line={line} mayHoldBack={mayHoldBack} />
        ))}
        <SummaryLine summary={facts.summary} />
      </ul>
    </details>
  );
};

/** "2 avvisi (Scade oggi)": how many, and on which rungs. */
function partsOf(lines: readonly DigestLine[], summary: number): string {
  const rungs = [...new Set(lines.flatMap(({ rung }) => (rung === null ? [] : [RUNGS_IN_WORDS[rung]])))];
  const parts = [
    lines.length === 0 ? '' : `${counted(lines.length, 'avviso', 'avvisi')} (${rungs.join('; ')})`,
    summary === 0 ? '' : `riepilogo con ${counted(summary, 'voce', 'voci')}`,
  ];
  return parts.filter((part) => part !== '').join(' e ');
}

const Line: FC<{ readonly line: DigestLine; readonly mayHoldBack: boolean }> = ({
  line,
  mayHoldBack,
}): Child => (
  <li>
    {line.rung === null ? null : <RungBadge rung={line.rung} />}{' '}
    <a href={lineHref(line)}>{titleOf(line.subject)}</a>
    {line.term.kind === 'external' ? null : (
      <span class="tr-due-note">{`entro ${italianDate(line.term.due)}`}</span>
    )}{' '}
    {mayHoldBack && isForMayor(line) ? <a href={`${lineHref(line)}#trattieni`}>Trattieni</a> : null}
  </li>
);

/** Nobody holds back the notice about an obligation of their own. */
const isForMayor = ({ rung, recipient, owner }: DigestLine): boolean =>
  rung === 'late-8' && recipient.role === 'mayor' && owner.role !== 'secretary';
