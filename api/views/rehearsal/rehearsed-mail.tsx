/** One mail of the prova generale, whole: as it will look and as plain text. */
import type { FC } from 'hono/jsx';
import type { RehearsedMail } from '../../../domain/rehearsal/rehearse.js';
import { italianDate } from '../../../mail/italian-dates.js';
import type { ComposedMail } from '../../../mail/mail-document.js';
import { fillSeal } from '../../../mail/placeholders.js';
import type { Rehearsal } from '../../queries/rehearsal.js';
import type { Viewer } from '../../viewer.js';
import { Fact } from '../board/my-deadlines.js';
import { type Frame, townWords } from '../page/frame.js';
import { Page } from '../page/page.js';
import { withoutPlaceholders } from '../register/digests.js';
import {
  linesInWords,
  mailHref,
  reasonsInWords,
  receiverName,
  receiverTrouble,
  rolesInWords,
} from './rehearsal-words.js';

/** What stands where the seal of the week will be, which nobody can know ahead. */
export const SEAL_TO_COME = '[sigillo della settimana]';

interface RehearsedMailProps {
  readonly frame: Frame;
  readonly viewer: Viewer;
  readonly rehearsal: Rehearsal;
  readonly mail: RehearsedMail;
  readonly composed: ComposedMail;
}

export const RehearsedMailView: FC<RehearsedMailProps> = ({ frame, viewer, rehearsal, mail, composed }) => {
  const words = townWords(viewer.town);
  const name = receiverName(rehearsal, mail.to, words);
  const roles = rolesInWords(mail.facts, name, words);
  const trouble = receiverTrouble(rehearsal, mail.to);
  const draft = rehearsal.draft?.id ?? null;
  const html = mailHref(mail, draft, '/html');
  return (
    <Page
      frame={frame}
      title={composed.subject}
      subtitle={`Prova generale, ${italianDate(mail.day)}`}
      back={{
        href: draft === null ? '/prova-generale' : `/prova-generale?bozza=${draft}`,
        text: 'Prova generale',
      }}
    >
      <dl class="tr-facts tr-facts-wide">
        <Fact label="A chi">{roles === '' ? name : `${name} (${roles})`}</Fact>
        {trouble === '' ? null : <Fact label="Attenzione">{trouble}</Fact>}
        <Fact label="Giorno">{italianDate(mail.day)}</Fact>
        <Fact label="Voci">{linesInWords(mail.facts)}</Fact>
        <Fact label="Perché parte">{reasonsInWords(mail.facts)}</Fact>
      </dl>
      <section aria-labelledby="come-si-vede">
        <h2 id="come-si-vede">Come si vede</h2>
        <iframe
          class="tr-mail-frame"
          src={html}
          title={`Messaggio: ${composed.subject}`}
          sandbox="allow-top-navigation-by-user-activation"
          loading="lazy"
        />
        <p>
          <a href={html}>Apri il messaggio da solo</a>
        </p>
      </section>
      <section aria-labelledby="solo-testo">
        <h2 id="solo-testo">Solo testo</h2>
        <pre class="tr-mail-text" tabindex={0}>
          {fillSeal(withoutPlaceholders(composed.text), SEAL_TO_COME)}
        </pre>
      </section>
    </Page>
  );
};
