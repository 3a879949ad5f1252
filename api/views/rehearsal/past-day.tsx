/** *Un giorno passato*: what was due, what went out, what did not and why, what was answered. */
import type { FC } from 'hono/jsx';
import type { Obligation } from '../../../domain/obligations/obligation.js';
import { addDays, type CivilDate } from '../../../domain/time/civil-date.js';
import { italianDate } from '../../../mail/italian-dates.js';
import { roleInWords } from '../../../mail/roles.js';
import type { PastDay } from '../../queries/past-day.js';
import type { Viewer } from '../../viewer.js';
import { RungBadge } from '../board/digest-parts.js';
import { Input, type Typed } from '../fields.js';
import { FilterButtons } from '../filter-buttons.js';
import { italianTime } from '../italian-time.js';
import { Owner, placeOf, StandingBadge, Subject } from '../obligations/obligation-parts.js';
import { type Frame, townWords } from '../page/frame.js';
import { Page } from '../page/page.js';
import { actionInWords } from '../register/audit-words.js';
import { Table } from '../table.js';
import { CHANNELS } from '../words.js';
import { SentMails } from './past-day-mails.js';
import { roundInWords, untoldInWords } from './past-day-words.js';
import { RehearsalNav } from './rehearsal-nav.js';

interface PastDayProps {
  readonly frame: Frame;
  readonly viewer: Viewer;
  /** `null`: the day asked for does not read, or is still to come; `typed` says so. */
  readonly past: PastDay | null;
  /** Before it there is nothing to look at. */
  readonly first: CivilDate;
  readonly typed: Typed;
}

export const PastDayView: FC<PastDayProps> = ({ frame, viewer, past, first, typed }) => (
  <Page
    frame={frame}
    title={past === null ? 'Un giorno passato' : italianDate(past.day)}
    subtitle="Che cosa scadeva, che cosa è partito, che cosa no e perché"
  >
    <RehearsalNav path={frame.path} viewer={viewer} />
    <search aria-label="Scegli il giorno">
      <form method="get" action="/prova-generale/giorno" class="tr-filters">
        <Input name="del" label="Giorno" type="date" typed={typed} min={first} max={viewer.today} required />
        <FilterButtons button="Mostra" />
      </form>
    </search>
    {past === null ? null : <Shown past={past} first={first} viewer={viewer} />}
  </Page>
);

const dayHref = (day: CivilDate): string => `/prova-generale/giorno?del=${day}`;

const Shown: FC<{ readonly past: PastDay; readonly first: CivilDate; readonly viewer: Viewer }> = ({
  past,
  first,
  viewer,
}) => {
  const words = townWords(viewer.town);
  const { zone } = viewer.town.clock;
  const about = {
    title: 'Obiettivo e fase',
    cell: ({ about: one }: { readonly about: Obligation }) => (
      <Subject subject={one.subject} href={placeOf(one)} />
    ),
  };
  return (
    <>
      <p class="tr-lead">{roundInWords(past, zone)}</p>
      <nav class="tr-pages" aria-label="Altri giorni">
        {past.day > first ? <a href={dayHref(addDays(past.day, -1))}>Giorno prima</a> : null}
        {past.day < viewer.today ? <a href={dayHref(addDays(past.day, 1))}>Giorno dopo</a> : null}
      </nav>

      <section aria-labelledby="scadeva">
        <h2 id="scadeva">{`Che cosa scadeva (${past.due.length})`}</h2>
        <Table
          caption="Scadenze di quel giorno, come stanno adesso"
          columns={[
            {
              title: 'Obiettivo e fase',
              heading: true,
              cell: ({ obligation }) => <Subject subject={obligation.subject} href={placeOf(obligation)} />,
            },
            {
              title: 'A carico di',
              cell: ({ obligation }) => <Owner owner={obligation.owner} words={words} />,
            },
            {
              title: 'Come sta adesso',
              cell: ({ standing, obligation }) => (
                <>
                  <StandingBadge code={standing.code} />
                  {obligation.doneOn === null ? null : (
                    <span class="tr-due-note">{`conclusa ${italianDate(obligation.doneOn)}`}</span>
                  )}
                </>
              ),
            },
          ]}
          rows={past.due}
          empty="Quel giorno non scadeva nulla."
        />
      </section>

      <SentMails past={past} viewer={viewer} />

      <section aria-labelledby="non-partito">
        <h2 id="non-partito">{`Che cosa non è partito, e perché (${past.notGiven.length})`}</h2>
        <Table
          caption="Avvisi che cadevano in quel giorno e non sono partiti"
          columns={[
            { title: 'Avviso', heading: true, cell: ({ rung }) => <RungBadge rung={rung} /> },
            about,
            { title: 'A chi', cell: ({ recipient }) => roleInWords(recipient, words) },
            {
              title: 'Perché no',
              cell: (one) => (
                <>
                  {untoldInWords(one)}
                  <span class="tr-due-note">
                    {one.recorded ? "registrato con l'invio" : 'secondo termini e avvisi di oggi'}
                  </span>
                </>
              ),
            },
          ]}
          rows={past.notGiven}
          empty="È partito tutto quello che doveva partire."
        />
      </section>

      <section aria-labelledby="risposto">
        <h2 id="risposto">{`Che cosa è stato registrato (${past.deeds.length})`}</h2>
        <Table
          caption="Ciò che le persone hanno registrato quel giorno"
          columns={[
            { title: 'Ore', cell: ({ at }) => italianTime(at, zone) },
            { title: 'Che cosa', heading: true, cell: (deed) => actionInWords(deed) },
            {
              title: 'Obiettivo e fase',
              cell: ({ about: one }) =>
                one === null ? '–' : <Subject subject={one.subject} href={placeOf(one)} />,
            },
            {
              title: 'Chi',
              cell: ({ personName, role, channel }) => (
                <>
                  {personName ?? (role === null ? 'il programma' : roleInWords(role, words))}
                  <span class="tr-due-note">{CHANNELS[channel]}</span>
                </>
              ),
            },
          ]}
          rows={past.deeds}
          empty="Quel giorno nessuno ha registrato nulla."
        />
      </section>
    </>
  );
};
