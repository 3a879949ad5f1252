/** *Le mie scadenze*: what to do now first, then what comes, then what is done. */
import type { Child, FC } from 'hono/jsx';
import { counted } from '../../../mail/italian-numbers.js';
import { roleInWords } from '../../../mail/roles.js';
import type { RecordView } from '../../queries/obligation-view.js';
import { isClosedCode, isLateCode, type StandingCode } from '../../queries/standing-code.js';
import type { Viewer } from '../../viewer.js';
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
import { DossierPanel } from '../register/dossier-buttons.js';

interface MyDeadlinesProps {
  readonly frame: Frame;
  readonly viewer: Viewer;
  readonly views: readonly RecordView[];
  /** Every one in one list, also the closed ones. */
  readonly all: boolean;
}

/** What comes next is shown; the rest of the year is one press away. */
const SHOWN_AHEAD = 3;

const isNow = (code: StandingCode): boolean =>
  isLateCode(code) || code === 'due-today' || code === 'due-soon';

export const MyDeadlinesView: FC<MyDeadlinesProps> = ({ frame, viewer, views, all }) => {
  const words = townWords(viewer.town);
  const now = views.filter(({ standing }) => isNow(standing.code));
  const later = views.filter(({ standing }) => !isNow(standing.code) && !isClosedCode(standing.code));
  const unmet = views.filter(({ standing }) => standing.code === 'unmet');
  const closed = views.filter(({ standing }) => isClosedCode(standing.code) && standing.code !== 'unmet');
  const roles = viewer.roles.map((role) => roleInWords(role, words)).join(', ');
  return (
    <Page frame={frame} title="Le mie scadenze" subtitle={roles}>
      <nav class="tr-tabs" aria-label="Quali scadenze">
        <a href="/le-mie-scadenze" {...(all ? {} : { 'aria-current': 'page' })}>
          Da fare adesso
        </a>
        <a href="/le-mie-scadenze?vista=tutte" {...(all ? { 'aria-current': 'page' } : {})}>
          {`Tutte (${views.length})`}
        </a>
      </nav>
      <section aria-labelledby="adesso">
        <h2 id="adesso">
          {now.length === 0 ? 'Adesso non devi fare nulla' : `Da fare adesso (${now.length})`}
        </h2>
        {now.length === 0 ? (
          <p class="tr-empty">Nessuna scadenza è passata o cade entro 10 giorni lavorativi.</p>
        ) : (
          <Items views={now} />
        )}
      </section>
      <section aria-labelledby="dopo">
        <h2 id="dopo">{`Più avanti (${later.length})`}</h2>
        {later.length === 0 ? (
          <p class="tr-empty">Non ci sono altre scadenze aperte.</p>
        ) : (
          <>
            <Items views={all ? later : later.slice(0, SHOWN_AHEAD)} />
            {all || later.length <= SHOWN_AHEAD ? null : (
              <details class="tr-details">
                <summary>{counted(later.length - SHOWN_AHEAD, 'altra scadenza', 'altre scadenze')}</summary>
                <Items views={later.slice(SHOWN_AHEAD)} />
              </details>
            )}
          </>
        )}
      </section>
      <section aria-labelledby="concluse">
        <h2 id="concluse">{`Concluse (${closed.length})`}</h2>
        {closed.length === 0 ? (
          <p class="tr-empty">Non hai ancora concluso nulla.</p>
        ) : all ? (
          <Items views={closed} />
        ) : (
          <Folded views={closed} />
        )}
      </section>
      {unmet.length === 0 ? null : (
        <section aria-labelledby="non-concluse">
          <h2 id="non-concluse">{`Non concluse alla chiusura dell'anno (${unmet.length})`}</h2>
          {all ? <Items views={unmet} /> : <Folded views={unmet} />}
        </section>
      )}
      <p class="tr-actions">
        <a href="/le-mie-scadenze/calendario">Il mio calendario: le scadenze nel calendario che usi già</a>
      </p>
      <DossierPanel
        viewer={viewer}
        action={`/persone/${viewer.person.id}/dossier`}
        about={viewer.person.name}
        sentence="Che cosa ti è stato comunicato, quando, e che cosa hai risposto, con le impronte che lo provano. Che lo hai chiesto resta nel Registro degli avvisi."
      />
    </Page>
  );
};

const Folded: FC<{ readonly views: readonly RecordView[] }> = ({ views }) => (
  <details class="tr-details">
    <summary>{counted(views.length, 'scadenza', 'scadenze')}</summary>
    <Items views={views} />
  </details>
);

const Items: FC<{ readonly views: readonly RecordView[] }> = ({ views }) => (
  <ul class="tr-items">
    {views.map((view) => (
      <li>
        <Item view={view} />
      </li>
    ))}
  </ul>
);

const Item: FC<{ readonly view: RecordView }> = ({ view }) => {
  const { obligation, standing, record } = view;
  const { subject } = obligation;
  const closed = isClosedCode(standing.code);
  return (
    <article class={`tr-item tr-item-${standing.code}`}>
      <div class="tr-item-main">
        <StandingBadge code={standing.code} />
        <h3>
          <a href={placeOf(obligation)}>{titleOf(subject)}</a>
        </h3>
        {subject.milestone === null ? null : <p class="tr-phrase">{`«${subject.milestone}»`}</p>}
        <dl class="tr-facts">
          <Fact label="Entro il">
            <Due view={view} />
          </Fact>
          {obligation.kind === 'milestone' ? <Fact label="Peso">{weightInWords(subject.weight)}</Fact> : null}
          {closed && standing.code !== 'unmet' ? (
            <Fact label="Conclusa il">{dayOr(obligation.doneOn)}</Fact>
          ) : null}
          {record.doneNote === null ? null : <Fact label="Nota">{record.doneNote}</Fact>}
        </dl>
      </div>
      <div>
        <a
          class={closed ? 'btn btn-outline-primary btn-sm' : 'btn btn-primary btn-sm'}
          href={placeOf(obligation)}
        >
          {closed ? 'Apri' : obligation.term.kind === 'external' ? 'Indica la data' : 'Rispondi'}
          <span class="visually-hidden">{` – ${titleOf(subject)}${subject.milestone === null ? '' : `, ${subject.milestone}`}`}</span>
        </a>
      </div>
    </article>
  );
};

export const Fact: FC<{ readonly label: string; readonly children?: Child }> = ({ label, children }) => (
  <div>
    <dt>{label}</dt>
    <dd>{children}</dd>
  </div>
);
