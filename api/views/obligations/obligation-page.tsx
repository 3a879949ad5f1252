/** One obligation: what is asked, the one form it needs, what proves it, what was told about it. */
import type { Child, FC } from 'hono/jsx';
import type { Obligation } from '../../../domain/obligations/obligation.js';
import { roleInWords } from '../../../mail/roles.js';
import type { ObligationPage } from '../../queries/obligation-page.js';
import { reachOf } from '../../rights.js';
import type { Viewer } from '../../viewer.js';
import { SeenSection } from '../answer/seen-notice.js';
import { Fact } from '../board/my-deadlines.js';
import type { Typed } from '../fields.js';
import { italianMoment } from '../italian-time.js';
import { type Frame, type NavItem, townWords } from '../page/frame.js';
import { Page } from '../page/page.js';
import { NoticeTable } from '../register/notice-table.js';
import { QuestionPanel } from '../review/question-panel.js';
import { OBLIGATION_KINDS } from '../words.js';
import { CompetenceForms } from './competence-forms.js';
import { EvidenceList } from './evidence-list.js';
import { HoldBackForm } from './hold-back-form.js';
import { AnswersGiven, OtherAnswers } from './obligation-answers.js';
import { AddFileForm, CompleteForm, ReopenForm, SetDateForm } from './obligation-forms.js';
import { Due, dayOr, StandingBadge, titleOf, weightInWords } from './obligation-parts.js';

/** The forms of the page, by the command they send. */
export type FormName =
  | 'concludi'
  | 'in-corso'
  | 'non-mia'
  | 'presa-visione'
  | 'ritira'
  | 'riapri'
  | 'data'
  | 'documento'
  | 'trattieni'
  | 'resta'
  | 'passa';

interface ObligationPageProps {
  readonly frame: Frame;
  readonly viewer: Viewer;
  readonly page: ObligationPage;
  /** What was typed into the form that was refused. */
  readonly refused: { readonly form: FormName; readonly typed: Typed } | null;
}

export const ObligationPageView: FC<ObligationPageProps> = ({ frame, viewer, page, refused }) => {
  const { term, may } = page;
  const { obligation, record } = term;
  const { subject } = obligation;
  const typed = (form: FormName): Typed | null => (refused?.form === form ? refused.typed : null);
  return (
    <Page frame={frame} title={titleOf(subject)} subtitle={subtitleOf(obligation)} back={backOf(viewer)}>
      <p class="tr-badges">
        <StandingBadge code={term.standing.code} />
      </p>
      {refused !== null && !anyForm(page, refused.form) ? <Told typed={refused.typed} /> : null}
      <dl class="tr-facts tr-facts-wide">
        <Fact label="Entro il">
          <Due view={term} />
        </Fact>
        <Fact label="A carico di">{roleInWords(obligation.owner, townWords(viewer.town))}</Fact>
        {subject.sector === '' ? null : (
          <Fact label={viewer.town.settings.words.sector}>{subject.sector}</Fact>
        )}
        {obligation.kind === 'milestone' ? <Fact label="Peso">{weightInWords(subject.weight)}</Fact> : null}
        {obligation.state === 'done' ? <DoneFacts viewer={viewer} page={page} /> : null}
        {record.doneNote === null || page.question !== null ? null : (
          <Fact label="Nota">{record.doneNote}</Fact>
        )}
        {obligation.objectiveId === null ? null : (
          <Fact label="Obiettivo">
            <a href={`/obiettivi/${obligation.objectiveId}`}>Tutte le fasi, gli indicatori e gli avvisi</a>
          </Fact>
        )}
      </dl>
      <QuestionPanel viewer={viewer} question={page.question} />
      {may.openSubmission ? (
        <p>
          <a class="btn btn-primary" href={`/monitoraggio/${obligation.id}`}>
            Apri il monitoraggio
          </a>
        </p>
      ) : null}
      {may.openCycle ? (
        <p>
          <a class="btn btn-primary" href={`/ciclo?anno=${obligation.year}`}>
            Registra in «Il ciclo»
          </a>
        </p>
      ) : null}
      {may.openEvaluation ? (
        <p>
          <a class="btn btn-primary" href={evaluationPlace(obligation)}>
            {obligation.kind === 'measurement' ? 'Apri la misurazione' : "Apri l'autovalutazione"}
          </a>
        </p>
      ) : null}
      {may.setDate ? <SetDateForm viewer={viewer} page={page} typed={typed('data')} /> : null}
      {may.holdBack ? <HoldBackForm viewer={viewer} page={page} typed={typed('trattieni')} /> : null}
      <AnswersGiven viewer={viewer} page={page} />
      {may.reassign ? (
        <CompetenceForms
          viewer={viewer}
          page={page}
          typed={{ resta: typed('resta'), passa: typed('passa') }}
        />
      ) : null}
      {may.complete ? <CompleteForm viewer={viewer} page={page} typed={typed('concludi')} /> : null}
      <OtherAnswers
        viewer={viewer}
        page={page}
        typed={{ 'in-corso': typed('in-corso'), 'non-mia': typed('non-mia') }}
      />
      <SeenSection viewer={viewer} seen={page.seen} place={`/scadenze/${obligation.id}`} />
      <Evidence viewer={viewer} page={page} typed={typed('documento')} />
      {page.notices === null ? null : (
        <section aria-labelledby="avvisi">
          <h2 id="avvisi">Avvisi inviati</h2>
          <NoticeTable notices={page.notices} seen={page.acknowledged ?? []} viewer={viewer} />
          <p class="tr-hint">
            Di ogni avviso si registrano gradino, giorno, destinatario e la presa visione, quando è
            dichiarata. L'apertura dei messaggi e delle pagine non viene registrata.
          </p>
        </section>
      )}
      {may.reopen ? <ReopenForm viewer={viewer} page={page} typed={typed('riapri')} /> : null}
    </Page>
  );
};

/** The words of the plan, or why there are none. */
function subtitleOf({ kind, subject }: Obligation): string {
  if (subject.milestone !== null) return `«${subject.milestone}»`;
  return kind === 'milestone' ? "Termine implicito: tutto l'anno" : OBLIGATION_KINDS[kind];
}

const backOf = (viewer: Viewer): NavItem =>
  reachOf(viewer.roles, 'dashboard.read') === null
    ? { href: '/le-mie-scadenze', text: 'Le mie scadenze' }
    : { href: '/scadenze', text: 'Tutte le scadenze' };

/** Is the form that was refused still on the page? When somebody else was first, it is not. */
const anyForm = (page: ObligationPage, form: FormName): boolean => {
  const { may } = page;
  return {
    concludi: may.complete,
    'in-corso': may.explain,
    'non-mia': may.disclaim,
    'presa-visione': false,
    ritira: false,
    riapri: may.reopen,
    data: may.setDate,
    documento: may.addEvidence,
    trattieni: may.holdBack,
    resta: may.reassign && page.answers.disclaimed.some(({ ruling }) => ruling === null),
    passa: may.reassign,
  }[form];
};

const Told: FC<{ readonly typed: Typed }> = ({ typed }) => (
  <div class="tr-flash tr-flash-wrong" role="alert">
    {typed.problems.map(({ message }) => message).join(' ')}
  </div>
);

const DoneFacts = ({ viewer, page }: { readonly viewer: Viewer; readonly page: ObligationPage }): Child => {
  const { obligation, record } = page.term;
  const who = record.doneBy === null ? '' : ` da ${record.doneBy.name}`;
  return (
    <>
      <Fact label="Conclusa il">{dayOr(obligation.doneOn)}</Fact>
      {record.doneRecordedAt === null ? null : (
        <Fact label="Registrata">{`${italianMoment(record.doneRecordedAt, viewer.town.clock.zone)}${who}`}</Fact>
      )}
    </>
  );
};

const Evidence: FC<{
  readonly viewer: Viewer;
  readonly page: ObligationPage;
  readonly typed: Typed | null;
}> = ({ viewer, page, typed }) =>
  page.evidence === null ? null : (
    <section aria-labelledby="documenti">
      <h2 id="documenti">Documenti</h2>
      <EvidenceList evidence={page.evidence} zone={viewer.town.clock.zone} />
      {page.may.addEvidence ? <AddFileForm viewer={viewer} page={page} typed={typed} /> : null}
    </section>
  );

/** The page on which a duty of the evaluation is met. */
export const evaluationPlace = ({ kind, id, year }: Pick<Obligation, 'kind' | 'id' | 'year'>): string =>
  kind === 'measurement' ? `/misurazione?anno=${year}` : `/autovalutazione/${id}`;
