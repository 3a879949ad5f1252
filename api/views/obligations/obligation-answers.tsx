/** On an obligation's own page: what was answered, and the answers beside *Concluso*. */
import type { FC } from 'hono/jsx';
import { italianDate } from '../../../mail/italian-dates.js';
import type { ObligationPage } from '../../queries/obligation-page.js';
import type { Viewer } from '../../viewer.js';
import { DisclaimForm, ExplainForm, OwnAnswer, rulingInWords } from '../answer/answer-forms.js';
import { ErrorSummary, type Typed } from '../fields.js';

interface AnswersProps {
  readonly viewer: Viewer;
  readonly page: ObligationPage;
}

const placeOf = ({ term }: ObligationPage): string => `/scadenze/${term.obligation.id}`;

export const AnswersGiven: FC<AnswersProps> = ({ viewer, page }) => {
  const { own, explained, disclaimed } = page.answers;
  const isOwn = (person: string): boolean => person === viewer.person.id;
  const others = [...(explained === null ? [] : [explained]), ...disclaimed].filter(
    ({ person }) => !isOwn(person),
  );
  return (
    <>
      {others.map(({ personName, kind, forecast, note }) => (
        <p class="tr-flash">
          {kind === 'in-progress' && forecast !== null
            ? `${personName}: in corso, conclusione prevista ${italianDate(forecast)}. «${note ?? ''}»`
            : `${personName}: non è di mia competenza. «${note ?? ''}»`}
        </p>
      ))}
      {disclaimed.map(({ person, ruling }) =>
        ruling === null || isOwn(person) ? null : <p class="tr-flash">{rulingInWords(ruling)}</p>,
      )}
      {own.map((one) => (
        <OwnAnswer viewer={viewer} term={page.term} place={placeOf(page)} own={one} />
      ))}
    </>
  );
};

export const OtherAnswers: FC<
  AnswersProps & { readonly typed: Readonly<Record<'in-corso' | 'non-mia', Typed | null>> }
> = ({ viewer, page, typed }) => {
  const form = { viewer, term: page.term, place: placeOf(page) };
  const { explain, disclaim } = page.may;
  return !explain && !disclaim ? null : (
    <section aria-labelledby="altre-risposte">
      <h2 id="altre-risposte">Non è conclusa?</h2>
      {explain ? (
        <details class="tr-details" open={typed['in-corso'] !== null}>
          <summary>In corso: il motivo e quando finirà</summary>
          {typed['in-corso'] === null ? null : <ErrorSummary typed={typed['in-corso']} of="in-corso" />}
          <ExplainForm {...form} typed={typed['in-corso']} />
        </details>
      ) : null}
      {disclaim ? (
        <details class="tr-details" open={typed['non-mia'] !== null}>
          <summary>Non è di mia competenza</summary>
          {typed['non-mia'] === null ? null : <ErrorSummary typed={typed['non-mia']} of="non-mia" />}
          <DisclaimForm {...form} typed={typed['non-mia']} />
        </details>
      ) : null}
    </section>
  );
};
