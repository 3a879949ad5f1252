/** How an obligation stands by what others did since the mail left, said before any form. */
import type { FC } from 'hono/jsx';
import { italianDate } from '../../../mail/italian-dates.js';
import type { AnswerLink } from '../../open-link.js';
import type { AnswerPage } from '../../queries/answer-page.js';
import { italianMoment } from '../italian-time.js';

interface StateProps {
  readonly link: AnswerLink;
  readonly page: AnswerPage;
}

export const AnswerState: FC<StateProps> = (props) => {
  const sentences = sentencesOf(props);
  return sentences.length === 0 ? null : (
    <div class="tr-flash">
      {sentences.map((sentence) => (
        <p>{sentence}</p>
      ))}
    </div>
  );
};

function sentencesOf({ link, page }: StateProps): readonly string[] {
  const { obligation, record } = page.term;
  const { zone } = link.viewer.town.clock;
  const mail = `il messaggio di ${italianDate(link.mailDay)}`;
  if (obligation.state === 'waived' || obligation.state === 'superseded')
    return [
      `Dopo ${mail} non è più dovuta: è stata superata o ritirata con un atto. Non c'è nulla da rispondere.`,
    ];
  if (obligation.state === 'done') {
    if (page.answers.own.length > 0) return [];
    const who = record.doneBy === null ? '' : ` da ${record.doneBy.name}`;
    const day = obligation.doneOn === null ? '' : `, con data ${italianDate(obligation.doneOn)}`;
    const when =
      record.doneRecordedAt === null ? '' : ` (registrata ${italianMoment(record.doneRecordedAt, zone)})`;
    return [`È già conclusa${who}${day}${when}. Non c'è altro da fare.`];
  }
  const { explained, disclaimed } = page.answers;
  return [
    link.isMoved
      ? `Dopo ${mail} il termine o chi lo deve è cambiato con un atto: qui sopra è come sta adesso.`
      : '',
    link.mode === 'read' ? 'Da questo collegamento la scadenza si può leggere: risponde chi la deve.' : '',
    explained === null || explained.forecast === null || explained.person === link.viewer.person.id
      ? ''
      : `${explained.personName} ha risposto «In corso», conclusione prevista ${italianDate(explained.forecast)}: «${explained.note ?? ''}».`,
    ...disclaimed
      .filter(({ person }) => person !== link.viewer.person.id)
      .map(({ personName, note }) => `${personName} ha risposto «Non è di mia competenza»: «${note ?? ''}».`),
  ].filter((sentence) => sentence !== '');
}
