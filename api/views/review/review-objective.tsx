/** One objective under review: planned, claimed, proved, asked, noted, concluded. */
import type { FC } from 'hono/jsx';
import { reasonTold } from '../../../domain/scoring/assessment.js';
import { roleInWords } from '../../../mail/roles.js';
import type { ReviewObjectivePage } from '../../queries/review-objective.js';
import { Fact } from '../board/my-deadlines.js';
import { proposalInWords, verdictInWords } from '../evaluation/measurement-words.js';
import { FormGone } from '../form-gone.js';
import { targetInWords } from '../monitoring/submission-read.js';
import {
  Due,
  dayOr,
  placeOf,
  StandingBadge,
  titleOf,
  weightInWords,
} from '../obligations/obligation-parts.js';
import { type Frame, townWords } from '../page/frame.js';
import { Page } from '../page/page.js';
import { Table } from '../table.js';
import { ConclusionForm, ConclusionSaid } from './review-conclusion.js';
import { ReviewDocuments } from './review-documents.js';
import { Notes } from './review-notes.js';
import { nextToConclude } from './review-order.js';
import { conclusionForm, type ReviewProps, TYPED_FORMS } from './review-props.js';
import { AskForm, QuestionList } from './review-questions.js';

type ObjectiveProps = Omit<ReviewProps, 'page'> & {
  readonly frame: Frame;
  readonly shown: ReviewObjectivePage;
};

export const ReviewObjectiveView: FC<ObjectiveProps> = ({ frame, viewer, shown, sent }) => {
  const { page, detail, places, notes, isExcluded } = shown;
  const { objective } = detail;
  const parts = { viewer, page, sent };
  const questions = page.questions.filter((one) => one.objective === objective.id);
  const conclusion = places[0]?.reviewed.conclusion ?? null;
  const mayWork = page.may.work && !isExcluded;
  const hasForm = sent !== null && (TYPED_FORMS.has(sent.form) || sent.form === conclusionForm(objective.id));
  return (
    <Page
      frame={frame}
      title={titleOf({ number: objective.number, objective: objective.title })}
      subtitle={`Istruttoria, piano ${page.cycle.year}`}
      back={{ href: `/istruttoria?anno=${page.cycle.year}`, text: 'Tutti gli obiettivi' }}
    >
      {sent !== null && !(mayWork && hasForm) ? <FormGone problems={sent.typed.problems} /> : null}
      {isExcluded ? (
        <p class="tr-hint">Su questo obiettivo non intervieni: ne hai risposto, o ti sei astenuto.</p>
      ) : null}
      {places.map((place) => (
        <Place place={place} />
      ))}
      <Planned viewer={viewer} shown={shown} />
      <section aria-labelledby="documenti">
        <h2 id="documenti">{`Documenti (${detail.evidence?.length ?? 0})`}</h2>
        <ReviewDocuments viewer={viewer} shown={shown} evidence={detail.evidence ?? []} />
        <p>
          <a href={`/obiettivi/${objective.id}`}>Storia, avvisi inviati e registro</a>
        </p>
      </section>
      <section aria-labelledby="domande">
        <h2 id="domande">Domande e risposte</h2>
        <QuestionList {...parts} questions={questions} withObjective={false} />
        {shown.sent.length === 0 ? null : (
          <>
            <h3>Documenti allegati alle risposte</h3>
            <ReviewDocuments viewer={viewer} shown={shown} evidence={shown.sent} />
          </>
        )}
        {mayWork ? (
          <AskForm {...parts} objective={objective.id} sectors={objective.sectors.map(({ name }) => name)} />
        ) : null}
      </section>
      <Notes {...parts} notes={notes} objective={objective.id} />
      <section aria-labelledby="conclusione">
        <h2 id="conclusione">Conclusione sull'obiettivo</h2>
        <ConclusionSaid viewer={viewer} about={{ objective: objective.id }} stands={conclusion} />
        <ConclusionForm
          {...parts}
          about={{ objective: objective.id }}
          named={objective.title}
          stands={conclusion}
          mayConclude={mayWork}
        />
        {mayWork ? <Next page={page} objective={objective.id} /> : null}
      </section>
    </Page>
  );
};

/** Where the examination goes on. */
const Next: FC<{ readonly page: ObjectiveProps['shown']['page']; readonly objective: string }> = ({
  page,
  objective,
}) => {
  const next = nextToConclude(page.sectors, objective);
  const year = page.cycle.year;
  return next === null ? (
    <p>
      <a href={`/istruttoria?anno=${year}#criteri`}>Nessun altro obiettivo è senza conclusione: ai criteri</a>
    </p>
  ) : (
    <p>
      Prossimo obiettivo senza conclusione:{' '}
      <a href={`/istruttoria/${next.id}`}>{titleOf({ number: next.number, objective: next.title })}</a>
    </p>
  );
};

const Place: FC<{ readonly place: ReviewObjectivePage['places'][number] }> = ({ place }) => {
  const { sector, reviewed } = place;
  const { objective, proposal, assessment } = reviewed.measured;
  const { stands, claim } = assessment;
  const reason = reasonTold(stands);
  return (
    <section class="tr-panel" aria-label={sector.name}>
      <h2 class="tr-line-title">{sector.name}</h2>
      <dl class="tr-facts tr-facts-wide">
        <Fact label="Peso">{weightInWords(objective.weight)}</Fact>
        <Fact label="Proposto dai dati">{proposalInWords(proposal)}</Fact>
        <Fact label="Autovalutato">{verdictInWords(stands.selfEvaluated)}</Fact>
        <Fact label="Grado deciso">
          <strong>{verdictInWords(stands.decided)}</strong>
        </Fact>
        {reason === null ? null : (
          <Fact label={reason.exOfficio ? "Motivazione d'ufficio" : 'Motivazione'}>
            <span class="tr-said">{reason.text || 'Testo cancellato.'}</span>
          </Fact>
        )}
        {claim === null || claim.evidence === '' ? null : (
          <Fact label="Riscontri dichiarati">
            <span class="tr-said">{claim.evidence}</span>
          </Fact>
        )}
      </dl>
    </section>
  );
};

const Planned: FC<Pick<ObjectiveProps, 'viewer' | 'shown'>> = ({ viewer, shown }) => {
  const { detail, places } = shown;
  const measured = places[0]?.reviewed.measured;
  const claimed = measured?.assessment.claim?.indicators ?? [];
  return (
    <section aria-labelledby="fasi">
      <h2 id="fasi">Previsto e avvenuto</h2>
      <Table
        caption="Fasi e termini"
        columns={[
          {
            title: 'Fase',
            heading: true,
            cell: ({ obligation }) => (
              <a href={placeOf(obligation)}>
                {obligation.subject.milestone ?? 'Termine implicito (31 dicembre)'}
              </a>
            ),
          },
          {
            title: 'A carico di',
            cell: ({ obligation }) => roleInWords(obligation.owner, townWords(viewer.town)),
          },
          { title: 'Entro il', cell: (view) => <Due view={view} /> },
          { title: 'Conclusa il', cell: ({ obligation }) => dayOr(obligation.doneOn) },
          { title: 'Come sta', cell: ({ standing }) => <StandingBadge code={standing.code} /> },
        ]}
        rows={detail.terms}
        empty="Nessuna fase con un termine."
      />
      {measured === undefined || measured.objective.indicators.length === 0 ? null : (
        <ul class="tr-lines">
          {measured.objective.indicators.map((indicator) => {
            const value = claimed.find((one) => one.indicator === indicator.id);
            return (
              <li>
                {indicator.text}
                <span class="tr-due-note">
                  {`${targetInWords(indicator)} ${value === undefined || value.value === '' ? 'Nessun valore dichiarato.' : `Dichiarato: ${value.value}.`}`}
                </span>
              </li>
            );
          })}
        </ul>
      )}
    </section>
  );
};
