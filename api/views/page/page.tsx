/** The page around every content: header with town, person and day; navigation by role; footer. */
import type { FC, PropsWithChildren } from 'hono/jsx';
import { italianDate } from '../../../mail/italian-dates.js';
import { roleInWords } from '../../../mail/roles.js';
import type { Viewer } from '../../viewer.js';
import { italianTime } from '../italian-time.js';
import { ClockBar } from './clock-bar.js';
import { Footer } from './footer.js';
import { type Frame, type NavItem, townWords } from './frame.js';
import { Navigation } from './navigation.js';
import { Styles } from './styles.js';
import { TrialBar } from './trial-bar.js';

interface PageProps {
  readonly frame: Frame;
  readonly title: string;
  /** Beside the title, for people: the year, the sector. */
  readonly subtitle?: string;
  /** Where one probably came from. */
  readonly back?: NavItem;
  /** Name of our own script that makes the page handier; all works without it. */
  readonly script?: string;
}

export const Page: FC<PropsWithChildren<PageProps>> = ({
  frame,
  title,
  subtitle,
  back,
  script,
  children,
}) => (
  <html lang="it">
    <head>
      <meta charset="utf-8" />
      <meta name="viewport" content="width=device-width, initial-scale=1" />
      <title>{`${title} – ${frame.viewer === null ? 'Traguardo' : frame.viewer.town.name}`}</title>
      <Styles />
      {script === undefined ? null : <script src={`/assets/traguardo/${script}.js`} type="module" />}
      <link rel="icon" href="/assets/traguardo/icona.svg" type="image/svg+xml" />
    </head>
    <body>
      <a class="visually-hidden-focusable tr-skip" href="#contenuto">
        Vai al contenuto
      </a>
      <Header frame={frame} />
      <main id="contenuto" class="container py-4 tr-main" tabindex={-1}>
        {frame.flash === null ? null : (
          <div class="tr-flash tr-flash-done" role="status">
            {frame.flash}
          </div>
        )}
        {frame.troubles.map((sentence) => (
          <div class="tr-flash tr-flash-trouble" role="status">
            {sentence}
          </div>
        ))}
        <header class="tr-title">
          {back === undefined ? null : (
            <a class="tr-back" href={back.href}>
              {back.text}
            </a>
          )}
          <h1>{title}</h1>
          {subtitle === undefined ? null : <p class="tr-subtitle">{subtitle}</p>}
        </header>
        {children}
      </main>
      <Footer town={frame.viewer?.town ?? null} entered={frame.viewer !== null} />
    </body>
  </html>
);

const Header: FC<{ readonly frame: Frame }> = ({ frame }) => (
  <header class="it-header-wrapper">
    <div class="it-header-slim-wrapper">
      <div class="container tr-slim">
        <span class="tr-slim-town">
          {frame.viewer === null ? 'Ciclo della performance' : frame.viewer.town.name}
        </span>
        {frame.viewer === null ? null : <Who viewer={frame.viewer} demo={frame.demo} />}
      </div>
    </div>
    <div class="it-header-center-wrapper tr-center">
      <div class="container tr-brand-line">
        <a class="tr-brand" href="/">
          <svg class="tr-brand-icon" viewBox="0 0 32 32" aria-hidden="true">
            <path d="M6 3v26M6 5h18l-4 6 4 6H6" fill="none" stroke="currentColor" stroke-width="2.5" />
          </svg>
          <span>
            <span class="tr-brand-name">Traguardo</span>
            <span class="tr-brand-what">Il ciclo della performance, puntuale</span>
          </span>
        </a>
        {frame.viewer === null ? null : (
          <p class="tr-today">
            {italianDate(frame.viewer.today)}
            <span class="tr-today-hour">{`ore ${italianTime(frame.viewer.now, frame.viewer.town.clock.zone)}`}</span>
          </p>
        )}
      </div>
    </div>
    {frame.viewer === null ? null : <Navigation frame={frame} viewer={frame.viewer} />}
    {frame.viewer === null || !frame.demo ? null : (
      <ClockBar viewer={frame.viewer} returnTo={frame.returnTo} />
    )}
    {frame.viewer?.town.mode === 'trial' ? <TrialBar viewer={frame.viewer} /> : null}
  </header>
);

const Who: FC<{ readonly viewer: Viewer; readonly demo: boolean }> = ({ viewer, demo }) => {
  const roles = viewer.roles.map((role) => roleInWords(role, townWords(viewer.town)));
  const [only] = roles;
  // A person in an example is named for their role: said once is enough.
  const also = roles.length === 1 && only === viewer.person.name ? [] : roles;
  return (
    <form method="post" action="/esci" class="tr-who">
      <input type="hidden" name="modulo" value={viewer.formToken} />
      <span>
        <strong>{viewer.person.name}</strong>
        {also.length === 0 ? null : ` · ${also.join(', ')}`}
      </span>
      {demo ? null : (
        <>
          <a href="/ente">Enti</a>
          <a href="/accessi">Accessi</a>
        </>
      )}
      <button type="submit" class="tr-link-button">
        {demo ? 'Cambia persona' : 'Esci'}
      </button>
    </form>
  );
};
