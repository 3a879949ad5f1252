/** *Istruttoria*: the year objective by objective, the checklist, who evaluates, questions, notes, outcome. */
import type { FC } from 'hono/jsx';
import { italianDate } from '../../../mail/italian-dates.js';
import type { ReviewedSector } from '../../queries/review-page.js';
import { FormGone } from '../form-gone.js';
import type { Frame } from '../page/frame.js';
import { Page } from '../page/page.js';
import { Table } from '../table.js';
import { ReviewBody } from './review-body.js';
import { Checklist } from './review-checklist.js';
import { Notes } from './review-notes.js';
import { objectivesOnce } from './review-order.js';
import { ReviewOutcome } from './review-outcome.js';
import { ReviewPapers } from './review-papers.js';
import { conclusionForm, type ReviewProps, TYPED_FORMS } from './review-props.js';
import { AskForm, QuestionList } from './review-questions.js';
import { OBJECTIVE_COLUMNS } from './review-table.js';
import { reviewTitle, roundInWords } from './review-words.js';

export const ReviewView: FC<ReviewProps & { readonly frame: Frame }> = (props) => {
  const { frame, viewer, page, sent } = props;
  const { cycle, round } = page;
  return (
    <Page
      frame={frame}
      title={reviewTitle(viewer.town.settings.words.evaluator)}
      subtitle={`Piano ${cycle.year}`}
    >
      {sent !== null && !hasForm(props) ? <FormGone problems={sent.typed.problems} /> : null}
      <Years {...props} />
      <p class="tr-lead">
        {viewer.today < page.opens ? `Si apre ${italianDate(page.opens)}.` : roundInWords(round)}
      </p>
      {page.isWhole ? <Whole {...props} /> : <Own {...props} />}
    </Page>
  );
};

export const NoReviewView: FC<Omit<ReviewProps, 'page' | 'sent'> & { readonly frame: Frame }> = ({
  frame,
  viewer,
}) => (
  <Page frame={frame} title={reviewTitle(viewer.town.settings.words.evaluator)}>
    <p class="tr-empty">L'istruttoria compare qui quando un piano è approvato.</p>
  </Page>
);

/** Is the form that was refused still on the page? Those of a button alone tell nothing by themselves. */
function hasForm({ page, sent }: ReviewProps): boolean {
  const form = sent?.form ?? '';
  if (form === 'esito') return page.may.outcome;
  if (form === 'dichiarazione') return page.may.declare && page.members.length > 0;
  const concluded = page.criteria.criteria.some(({ key }) => form === conclusionForm(key));
  return page.may.work && (concluded || TYPED_FORMS.has(form));
}

const Years: FC<ReviewProps> = ({ page }) =>
  page.years.length < 2 ? null : (
    <nav class="tr-tabs tr-years" aria-label="Anno del piano">
      {page.years.map((year) => (
        <a
          href={`/istruttoria?anno=${year}`}
          {...(year === page.cycle.year ? { 'aria-current': 'page' } : {})}
        >
          {String(year)}
        </a>
      ))}
    </nav>
  );

/** What others than evaluators and Segretario see. */
const Own: FC<ReviewProps> = (props) => (
  <section aria-labelledby="domande">
    <h2 id="domande">Domande rivolte a te</h2>
    <QuestionList {...props} questions={props.page.questions} withObjective />
  </section>
);

const Whole: FC<ReviewProps> = (props) => {
  const { page } = props;
  return (
    <>
      <Index page={page} />
      {page.sectors.map((sector) => (
        <section aria-labelledby={`settore-${sector.id}`}>
          <h2 id={`settore-${sector.id}`}>{sector.name}</h2>
          {sector.excluded ? (
            <p class="tr-hint">Su questo settore non intervieni: ne hai risposto, o ti sei astenuto.</p>
          ) : null}
          <Table
            caption={`Obiettivi: ${sector.name}`}
            columns={OBJECTIVE_COLUMNS}
            rows={sector.objectives}
            empty="Nessun obiettivo in questo piano."
          />
        </section>
      ))}
      <section aria-labelledby="domande">
        <h2 id="domande">Domande e risposte</h2>
        <QuestionList {...props} questions={page.questions} withObjective />
        {page.may.work ? <AskForm {...props} objective={null} sectors={askable(page.sectors)} /> : null}
      </section>
      <Checklist {...props} />
      <Notes {...props} notes={page.notes.filter(({ objective }) => objective === null)} objective={null} />
      <ReviewBody {...props} />
      <ReviewOutcome {...props} />
      <ReviewPapers {...props} />
    </>
  );
};

const PARTS = [
  ['domande', 'Domande e risposte'],
  ['criteri', 'Criteri'],
  ['appunti', 'Appunti'],
  ['componenti', 'Componenti'],
  ['esito', 'Esito'],
  ['bozze', 'Documenti da firmare'],
  ['carte', 'Carte di lavoro'],
] as const;

/** How far the examination is, and the way past twenty screens of objectives. */
const Index: FC<Pick<ReviewProps, 'page'>> = ({ page }) => {
  const all = objectivesOnce(page.sectors);
  const seen = all.filter(({ conclusion }) => conclusion !== null).length;
  return (
    <>
      {all.length === 0 ? null : <p>{`Obiettivi con una conclusione: ${seen} su ${all.length}.`}</p>}
      <nav class="tr-public-index" aria-label="In questa pagina">
        <ul>
          {page.sectors.map(({ id, name }) => (
            <li>
              <a href={`#settore-${id}`}>{name}</a>
            </li>
          ))}
          {PARTS.map(([part, name]) => (
            <li>
              <a href={`#${part}`}>{name}</a>
            </li>
          ))}
        </ul>
      </nav>
    </>
  );
};

const askable = (sectors: readonly ReviewedSector[]): readonly string[] =>
  sectors.filter(({ excluded }) => !excluded).map(({ name }) => name);
