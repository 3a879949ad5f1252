/** *Calendario normativo*: the terms of a year of the cycle, each with its norm and why it falls on that day. */
import type { FC } from 'hono/jsx';
import { deferralsOf } from '../../../domain/cycle/legal/budget-deferrals.js';
import { COUNTING_RULES } from '../../../domain/cycle/legal/counting-rules.js';
import type { LegalLine } from '../../../domain/cycle/legal/legal-calendar.js';
import { yearOf } from '../../../domain/time/civil-date.js';
import { italianDate } from '../../../mail/italian-dates.js';
import type { LegalPage } from '../../queries/legal-page.js';
import type { Viewer } from '../../viewer.js';
import type { Typed } from '../fields.js';
import type { Frame } from '../page/frame.js';
import { Page } from '../page/page.js';
import { LegalForm } from './legal-form.js';
import { LegalTermView } from './legal-term.js';
import { UNVERIFIED } from './legal-words.js';

interface LegalProps {
  readonly frame: Frame;
  readonly viewer: Viewer;
  readonly page: LegalPage;
  readonly typed: Typed;
  readonly seen: string;
  readonly mayChange: boolean;
  readonly mayOblige: boolean;
  /** Why a term could not become an obligation, or cease to be one; `null`: nothing was refused. */
  readonly refused: string | null;
}

const PLACE = '/calendario-normativo';

export const LegalCalendarView: FC<LegalProps> = (props) => {
  const { frame, viewer, page, mayChange } = props;
  return (
    <Page
      frame={frame}
      title="Calendario normativo"
      subtitle={`I termini del ciclo ${page.year}, da quale norma vengono e perché cadono in quel giorno`}
    >
      <nav class="tr-pages" aria-label="Anno del ciclo">
        {page.years.map((year) =>
          year === page.year ? (
            <strong aria-current="page">{year}</strong>
          ) : (
            <a href={`${PLACE}?anno=${year}`}>{year}</a>
          ),
        )}
      </nav>
      {props.refused === null ? null : (
        <div class="tr-flash tr-flash-wrong" role="alert">
          {props.refused}
        </div>
      )}
      {props.typed.problems.length > 0 && mayChange ? <LegalForm {...props} /> : null}
      <Budget page={page} />
      <p class="tr-legal-ways">
        {mayChange ? <a href="#dati-del-comune">I dati del Comune</a> : null}
        <a href="#come-si-contano">Come si contano i termini</a>
        <a href={`${PLACE}.csv?anno=${page.year}`}>Scarica in CSV</a>
      </p>
      {groupsOf(page.calendar.lines).map(({ title, lines }) => (
        <section class="tr-legal-year" aria-label={title}>
          <h2>{title}</h2>
          {lines.map((line) => (
            <LegalTermView
              line={line}
              viewer={viewer}
              page={page}
              mayOblige={props.mayOblige}
              fromPlan={line.rule.id === 'piao' && page.piaoFromPlan !== null}
            />
          ))}
        </section>
      ))}
      {props.typed.problems.length === 0 && mayChange ? <LegalForm {...props} /> : null}
      <Counting />
    </Page>
  );
};

/** By the year in which they fall, then those without a day. */
function groupsOf(
  lines: readonly LegalLine[],
): readonly { readonly title: string; readonly lines: readonly LegalLine[] }[] {
  const groups = new Map<string, LegalLine[]>();
  for (const line of lines) {
    const falls = line.readings[0]?.falls;
    const title = falls?.is === 'day' ? `Nel ${yearOf(falls.due)}` : 'Senza un giorno fisso';
    groups.set(title, [...(groups.get(title) ?? []), line]);
  }
  return [...groups].map(([title, all]) => ({ title, lines: all }));
}

const Budget: FC<{ readonly page: LegalPage }> = ({ page: { year, calendar } }) => {
  const moves = deferralsOf(year);
  if (calendar.deferral === null)
    return (
      <p class="tr-lead">{`Il termine del bilancio ${year} non risulta differito: resta il 31 dicembre ${year - 1}.`}</p>
    );
  const { term, act } = calendar.deferral;
  return (
    <div class="tr-lead">
      <p>{`Il termine del bilancio ${year} è differito a ${italianDate(term)}: ${act}.`}</p>
      {moves.length > 1 ? (
        <details class="tr-details">
          <summary>{`Come ci si è arrivati: ${moves.length} differimenti`}</summary>
          <ul>
            {moves.map((one) => (
              <li>{`${italianDate(one.term)}: ${one.act}. Fonte: ${one.source}.`}</li>
            ))}
          </ul>
        </details>
      ) : null}
    </div>
  );
};

const Counting: FC = () => (
  <section aria-labelledby="come-si-contano">
    <h2 id="come-si-contano">Come si contano i termini</h2>
    <ul class="tr-legal-counting">
      {COUNTING_RULES.map(({ says, norm, source }) => (
        <li>
          {says}
          <span class="tr-hint">
            {` ${norm.replace(/\.$/, '')}. ${source === null ? `${UNVERIFIED}.` : `Fonte: ${source}.`}`}
          </span>
        </li>
      ))}
    </ul>
  </section>
);
