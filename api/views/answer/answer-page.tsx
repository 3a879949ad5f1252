/** The page that a mail's "Rispondi" opens: what is asked, three ways to answer, what was recorded. */
import type { FC } from 'hono/jsx';
import type { Obligation } from '../../../domain/obligations/obligation.js';
import { roleInWords } from '../../../mail/roles.js';
import { isEvaluation } from '../../commands/obligations/obligation-command.js';
import type { AnswerLink } from '../../open-link.js';
import type { AnswerPage } from '../../queries/answer-page.js';
import { Fact } from '../board/my-deadlines.js';
import { ErrorSummary, type Typed } from '../fields.js';
import { evaluationPlace } from '../obligations/obligation-page.js';
import { Due, StandingBadge, titleOf, weightInWords } from '../obligations/obligation-parts.js';
import { townWords } from '../page/frame.js';
import { concludingOf, QuestionPanel } from '../review/question-panel.js';
import { actCited } from '../words.js';
import { DisclaimForm, ExplainForm, OwnAnswer } from './answer-forms.js';
import { AnswerFrame } from './answer-frame.js';
import { ConcludeForm, HoldForm, WhoFields } from './answer-link-forms.js';
import { AnswerState } from './answer-state.js';
import { SeenSection } from './seen-notice.js';

/** The forms of the page, by the last part of the address they go to. */
export type AnswerFormName =
  | 'concluso'
  | 'in-corso'
  | 'non-mia'
  | 'ritira'
  | 'trattieni'
  | 'lascia'
  | 'presa-visione';

interface AnswerPageProps {
  readonly link: AnswerLink;
  readonly page: AnswerPage;
  /** What was typed into the form that was refused. */
  readonly refused: { readonly form: AnswerFormName; readonly typed: Typed } | null;
  /** What was just recorded, in words. */
  readonly flash: string | null;
}

export const AnswerPageView: FC<AnswerPageProps> = ({ link, page, refused, flash }) => {
  const { viewer } = link;
  const { term, may, answers, act } = page;
  const { subject, owner } = term.obligation;
  const words = townWords(viewer.town);
  const place = `/r/${link.token}`;
  const typed = (form: AnswerFormName): Typed | null => (refused?.form === form ? refused.typed : null);
  const form = (name: AnswerFormName) => ({
    viewer,
    term,
    place,
    typed: typed(name),
    who: <WhoFields link={link} of={name} typed={typed(name)} />,
  });
  return (
    <AnswerFrame
      town={viewer.town}
      title={titleOf(subject)}
      {...(subject.milestone === null ? {} : { subtitle: `«${subject.milestone}»` })}
    >
      {flash === null ? null : (
        <div class="tr-flash tr-flash-done" role="status">
          {flash}
        </div>
      )}
      {refused === null ? null : <ErrorSummary typed={refused.typed} of={refused.form} />}
      <dl class="tr-facts tr-facts-wide">
        <Fact label="Entro il">
          <Due view={term} />
        </Fact>
        <Fact label="Come sta oggi">
          <StandingBadge code={term.standing.code} />
        </Fact>
        <Fact label="A carico di">{roleInWords(owner, words)}</Fact>
        {subject.sector === '' ? null : (
          <Fact label={viewer.town.settings.words.sector}>{subject.sector}</Fact>
        )}
        {term.obligation.kind === 'milestone' ? (
          <Fact label="Peso">{weightInWords(subject.weight)}</Fact>
        ) : null}
        {act === null ? null : <Fact label="Atto">{actCited(act)}</Fact>}
      </dl>
      <QuestionPanel viewer={viewer} question={page.question} />
      <AnswerState link={link} page={page} />
      <OwnPage obligation={term.obligation} />
      {answers.own.map((own) => (
        <OwnAnswer
          viewer={viewer}
          term={term}
          place={place}
          own={own}
          who={<WhoFields link={link} of={`ritira-${own.answer.kind}`} typed={typed('ritira')} />}
        />
      ))}
      {page.holdBack === null ? null : (
        <HoldForm
          {...form(page.holdBack === 'hold' ? 'trattieni' : 'lascia')}
          hold={page.holdBack === 'hold'}
        />
      )}
      {may.done || may['in-progress'] || may['not-mine'] ? (
        <section aria-labelledby="rispondi">
          <h2 id="rispondi">{answers.own.length > 0 ? 'Cambia la risposta' : 'Come rispondi?'}</h2>
          {may.done ? (
            <Way {...concludingOf(term.obligation.kind).way} open={typed('concluso') !== null}>
              <ConcludeForm {...form('concluso')} />
            </Way>
          ) : null}
          {may['in-progress'] ? (
            <Way text="In corso" hint="Il motivo e quando finirà." open={typed('in-corso') !== null}>
              <ExplainForm {...form('in-corso')} />
            </Way>
          ) : null}
          {may['not-mine'] ? (
            <Way
              text="Non è di mia competenza"
              hint="Lo decide il Segretario."
              open={typed('non-mia') !== null}
            >
              <DisclaimForm {...form('non-mia')} />
            </Way>
          ) : null}
        </section>
      ) : null}
      <SeenSection
        viewer={viewer}
        seen={page.seen}
        place={place}
        who={<WhoFields link={link} of="presa-visione" typed={typed('presa-visione')} />}
      />
      <p class="tr-hint">
        {`Ciò che registri da qui risulta di ${viewer.person.name}, «dal collegamento dell'avviso». L'apertura di questa pagina non viene registrata. Il collegamento è personale: non inoltrarlo.`}
      </p>
    </AnswerFrame>
  );
};

const Way: FC<{
  readonly text: string;
  readonly hint: string;
  readonly open: boolean;
  children?: unknown;
}> = ({ text, hint, open, children }) => (
  <details class="tr-way" open={open}>
    <summary>
      <span class="tr-way-text">{text}</span>
      <span class="tr-way-hint">{hint}</span>
    </summary>
    {children}
  </details>
);

/** What is compiled on a page of its own is not answered by a link. */
const OwnPage: FC<{ readonly obligation: Obligation }> = ({ obligation }) => {
  const { kind, state, id } = obligation;
  if (state !== 'open' || (kind !== 'monitoring' && !isEvaluation(kind))) return null;
  const place = kind === 'monitoring' ? `/monitoraggio/${id}` : evaluationPlace(obligation);
  return (
    <p>
      <a class="btn btn-primary" href={place}>
        {kind === 'measurement' ? 'Decidi i gradi' : 'Compila e trasmetti'}
      </a>
      <span class="tr-due-note">
        {`Serve entrare: da questo collegamento ${kind === 'monitoring' ? 'il monitoraggio non si compila' : 'la valutazione non si compila'}.`}
      </span>
    </p>
  );
};
