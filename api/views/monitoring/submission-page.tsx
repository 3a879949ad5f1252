/** One submission: for whoever writes the form, for whoever reads what was said; then what was done and what can be. */
import type { Child, FC } from 'hono/jsx';
import { italianDate } from '../../../mail/italian-dates.js';
import { counted } from '../../../mail/italian-numbers.js';
import { roleInWords } from '../../../mail/roles.js';
import { Fact } from '../board/my-deadlines.js';
import { FormGone } from '../form-gone.js';
import { shortMoment } from '../italian-time.js';
import { EvidenceList } from '../obligations/evidence-list.js';
import { type Frame, townWords } from '../page/frame.js';
import { Page } from '../page/page.js';
import { periodOf, STATE_TONES, stateOn } from './monitoring-words.js';
import { SubmissionForm } from './submission-form.js';
import { SubmissionHistory } from './submission-history.js';
import type { SubmissionProps } from './submission-props.js';
import { LinesRead } from './submission-read.js';
import { SubmissionSteps } from './submission-steps.js';

export const SubmissionPageView: FC<SubmissionProps & { readonly frame: Frame }> = ({ frame, ...props }) => {
  const { viewer, page, offered } = props;
  const { submission, may } = page;
  const isFormGone = offered !== null && offered.form === 'compila' && !may.write;
  return (
    <Page
      frame={frame}
      title={submission.window.title}
      subtitle={`${viewer.town.settings.words.sector} ${submission.sectorName}`}
      back={{ href: '/monitoraggio', text: 'Monitoraggio' }}
      {...(may.write ? { script: 'monitoraggio' } : {})}
    >
      <p class="tr-badges">
        <span class={`tr-badge tr-badge-${STATE_TONES[submission.state]}`}>
          {stateOn(submission, viewer.today)}
        </span>
      </p>
      {isFormGone ? <FormGone problems={offered.problems} /> : null}
      <dl class="tr-facts tr-facts-wide">
        <Fact label="Periodo">{periodOf(submission)}</Fact>
        <Fact label="Entro il">{italianDate(submission.due)}</Fact>
        <Fact label="Trasmette">{roleInWords(submission.owner, townWords(viewer.town))}</Fact>
        <Fact label="Obiettivi">{String(page.lines.length)}</Fact>
        <Sent {...props} />
      </dl>
      <Returned page={page} />
      <SubmissionSteps {...props} />
      {may.write ? <SubmissionForm {...props} /> : <Read {...props} />}
      {page.compiles ? null : <Documents {...props} />}
      <SubmissionHistory {...props} />
    </Page>
  );
};

const Documents: FC<SubmissionProps> = ({ viewer, page }) => (
  <section aria-labelledby="documenti">
    <h2 id="documenti">Documenti</h2>
    <EvidenceList evidence={page.evidence} zone={viewer.town.clock.zone} />
    {page.may.write ? (
      <p>
        <a href={`/scadenze/${page.submission.id}#documenti`}>Aggiungi un documento al monitoraggio</a>
      </p>
    ) : null}
  </section>
);

const Sent = ({ viewer, page }: SubmissionProps): Child => {
  const { transmitted } = page.submission;
  if (transmitted === null) return null;
  const { number, at, by, late } = transmitted;
  return (
    <Fact label="Ultima trasmissione">
      {`n. ${number}, ${shortMoment(at, viewer.town.clock.zone)}, da ${by}`}
      {late ? <span class="tr-due-note tr-due-late">oltre il termine</span> : null}
    </Fact>
  );
};

/** Why it is open again, before anything else. */
const Returned = ({ page }: Pick<SubmissionProps, 'page'>): Child => {
  const { state, due } = page.submission;
  const last = page.events.findLast(({ kind }) => kind === 'return' || kind === 'reopen');
  if ((state !== 'returned' && state !== 'reopened') || last === undefined) return null;
  return (
    <section class="tr-panel tr-panel-alert" aria-labelledby="perche">
      <h2 id="perche">{state === 'returned' ? 'Che cosa integrare' : 'Perché è stato riaperto'}</h2>
      <p class="tr-said">{last.text === '' ? 'Testo cancellato.' : last.text}</p>
      <p class="tr-hint">{`Correggi e trasmetti di nuovo entro ${italianDate(due)}.`}</p>
    </section>
  );
};

const Read = ({ viewer, page }: SubmissionProps): Child => {
  const { submission, versions, lines } = page;
  if (submission.state === 'draft' && viewer.today < submission.window.opens)
    return (
      <p class="tr-lead">
        {`Si compila da ${italianDate(submission.window.opens)}: ${counted(lines.length, 'obiettivo', 'obiettivi')}, con la situazione a ${italianDate(submission.window.referenceOn)}. Il promemoria arriva con gli avvisi del primo giorno lavorativo.`}
      </p>
    );
  const last = versions.at(-1);
  return last === undefined ? (
    <p class="tr-empty">Il settore non ha ancora trasmesso nulla. La bozza la legge chi la compila.</p>
  ) : (
    <LinesRead version={last} asked={lines.map(({ asked }) => asked)} />
  );
};
