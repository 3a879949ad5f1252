/** One term of the *Calendario normativo*: the day, why, each disputed reading beside the other, how it was kept. */
import type { FC } from 'hono/jsx';
import type { LegalLine, LegalReadingLine } from '../../../domain/cycle/legal/legal-calendar.js';
import { italianDate } from '../../../mail/italian-dates.js';
import type { LegalPage } from '../../queries/legal-page.js';
import type { Viewer } from '../../viewer.js';
import { LegalDuties } from './legal-duty.js';
import { ASKED, FORCES, fallsInWords, keptInWords, UNVERIFIED, whyInWords } from './legal-words.js';

interface TermProps {
  readonly line: LegalLine;
  readonly viewer: Viewer;
  readonly page: LegalPage;
  readonly mayOblige: boolean;
  /** The day it was done is the plan's approval, which nobody typed. */
  readonly fromPlan: boolean;
}

export const LegalTermView: FC<TermProps> = (props) => {
  const { rule, readings, doneOn } = props.line;
  const isDisputed = readings.length > 1;
  const isFromCycle = props.page.fromCycle?.[rule.id] !== undefined;
  return (
    <article class="tr-legal-term" id={rule.id}>
      <div class="tr-legal-about">
        <h3>{rule.act}</h3>
        <p class="tr-legal-who">{`${rule.by} · ${rule.norm}`}</p>
        <Marks line={props.line} />
        <p>{rule.text}</p>
      </div>
      {isDisputed ? (
        <p class="tr-legal-disputed">{`Si legge in ${NUMBERS[readings.length] ?? 'più'} modi`}</p>
      ) : null}
      <div class={isDisputed ? 'tr-legal-readings' : 'tr-legal-only'}>
        {readings.map((reading) => (
          <Reading {...props} reading={reading} />
        ))}
      </div>
      <div class="tr-legal-after">
        {doneOn === null ? null : (
          <p>
            {'Fatto '}
            <time datetime={doneOn}>{italianDate(doneOn)}</time>
            {props.fromPlan ? ', il giorno in cui è stato approvato il Piano.' : null}
            {isFromCycle ? (
              <>
                {', come dice '}
                <a href={`/ciclo?anno=${props.page.year}`}>Il ciclo</a>.
              </>
            ) : null}
            {props.fromPlan || isFromCycle ? null : '.'}
          </p>
        )}
        <LegalDuties {...props} />
        <Behind line={props.line} />
      </div>
    </article>
  );
};

const NUMBERS: Readonly<Record<number, string>> = { 2: 'due', 3: 'tre' };

const Marks: FC<{ readonly line: LegalLine }> = ({ line: { rule, asked } }) => {
  const marks = [FORCES[rule.force], ASKED[asked]].filter((one) => one !== null);
  if (marks.length === 0 && rule.verified) return null;
  return (
    <p class="tr-badges">
      {marks.map((one) => (
        <span class="tr-badge tr-badge-to-do">{one}</span>
      ))}
      {rule.verified ? null : <span class="tr-badge tr-badge-due-soon">{UNVERIFIED}</span>}
    </p>
  );
};

const Reading: FC<TermProps & { readonly reading: LegalReadingLine }> = ({ line, viewer, reading }) => {
  const { falls } = reading;
  const words = fallsInWords(falls);
  const why = whyInWords(falls, line.rule);
  const kept = keptInWords(reading, line, viewer.today);
  return (
    <div class="tr-legal-reading">
      <p class="tr-legal-day">{falls.is === 'day' ? <time datetime={falls.due}>{words}</time> : words}</p>
      {kept === '' ? null : <p class="tr-legal-kept">{kept}</p>}
      {reading.reading.says === '' ? null : <p>{reading.reading.says}</p>}
      {why === '' ? null : <p class="tr-hint">{why}</p>}
    </div>
  );
};

const Behind: FC<{ readonly line: LegalLine }> = ({ line: { rule } }) => (
  <details class="tr-legal-behind">
    <summary>
      {rule.consequence === null ? 'Fonte' : 'Fonte e conseguenze'}
      <span class="visually-hidden">{`: ${rule.act}`}</span>
    </summary>
    <div>
      {rule.scope === undefined ? null : <p>{rule.scope.says}</p>}
      {rule.consequence === null ? null : (
        <p>
          {`Se manca: ${rule.consequence.says}`}
          {rule.consequence.verified ? null : ` (${UNVERIFIED.toLowerCase()})`}
        </p>
      )}
      <p>
        {rule.source === null ? 'Senza una fonte letta: da verificare.' : `Fonte: ${rule.source}.`}
        {rule.verified || rule.source === null ? null : ' Il giorno è da verificare.'}
      </p>
    </div>
  </details>
);
