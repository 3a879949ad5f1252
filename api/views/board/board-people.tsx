/** On the board: roles that nobody holds, and notices to hand over to people without a mailbox. */
import type { FC } from 'hono/jsx';
import { italianDate } from '../../../mail/italian-dates.js';
import { counted, listed } from '../../../mail/italian-numbers.js';
import { type MailWords, roleInWords } from '../../../mail/roles.js';
import type { Dashboard } from '../../queries/dashboard.js';
import type { VacantRole } from '../../queries/vacant-roles.js';

interface PeopleProps {
  readonly board: Pick<Dashboard, 'paper' | 'vacant'>;
  readonly words: MailWords;
  /** May they give roles and record what was handed over? */
  readonly mayAct: boolean;
}

export const BoardPeople: FC<PeopleProps> = ({ board: { paper, vacant }, words, mayAct }) => (
  <>
    {vacant.length === 0 ? null : (
      <section class="tr-panel tr-panel-alert" aria-labelledby="scoperti">
        <h2 id="scoperti">{`Ruoli scoperti (${vacant.length})`}</h2>
        <ul class="tr-lines">
          {vacant.map((one) => (
            <li>{vacantInWords(one, words)}</li>
          ))}
        </ul>
        {mayAct ? (
          <p>
            <a href="/persone">Attribuisci il ruolo in «Persone e ruoli»</a>
          </p>
        ) : null}
      </section>
    )}
    {paper.length === 0 ? null : (
      <section class="tr-panel tr-panel-alert" aria-labelledby="da-consegnare">
        <h2 id="da-consegnare">{`Avvisi da consegnare a mano (${paper.length})`}</h2>
        <ul class="tr-lines">
          {paper.map(({ personName, day, obligations }) => (
            <li>
              {`${personName}: ${counted(obligations.length, 'scadenza', 'scadenze')}, avvisi di ${italianDate(day)}`}
            </li>
          ))}
        </ul>
        {mayAct ? (
          <p>
            <a href="/avvisi/da-consegnare">Stampa i fogli e registra la consegna</a>
          </p>
        ) : null}
      </section>
    )}
  </>
);

function vacantInWords({ role, open, receivers }: VacantRole, words: MailWords): string {
  const owed = open === 0 ? '' : `, ${counted(open, 'scadenza aperta', 'scadenze aperte')}`;
  const instead =
    receivers.length === 0 ? 'non riceve gli avvisi nessuno' : `gli avvisi vanno a ${listed(receivers)}`;
  return `${roleInWords(role, words)}: nessuno ricopre il ruolo${owed}; ${instead}.`;
}
