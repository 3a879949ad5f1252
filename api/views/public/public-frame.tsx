/** What surrounds the pages for everybody: the town, and nothing about whoever reads. */
import type { FC, PropsWithChildren } from 'hono/jsx';
import type { Town } from '../../../store/towns/towns.js';
import { Footer } from '../page/footer.js';
import type { NavItem } from '../page/frame.js';
import { Styles } from '../page/styles.js';

interface FrameProps {
  readonly town: Town;
  readonly title: string;
  readonly lead: string;
  /** For search engines, a sentence. */
  readonly description: string;
  readonly back?: NavItem;
}

export const PublicFrame: FC<PropsWithChildren<FrameProps>> = ({
  town,
  title,
  lead,
  description,
  back,
  children,
}) => (
  <html lang="it">
    <head>
      <meta charset="utf-8" />
      <meta name="viewport" content="width=device-width, initial-scale=1" />
      <title>{`${title} – ${town.name}`}</title>
      <meta name="description" content={description} />
      <Styles />
      <link rel="icon" href="/assets/traguardo/icona.svg" type="image/svg+xml" />
    </head>
    <body class="tr-public">
      <a class="visually-hidden-focusable tr-skip" href="#contenuto">
        Vai al contenuto
      </a>
      <header class="it-header-wrapper">
        <div class="it-header-slim-wrapper">
          <div class="container tr-slim">
            <span class="tr-slim-town">Amministrazione trasparente · Performance</span>
          </div>
        </div>
        <div class="it-header-center-wrapper tr-center">
          <div class="container tr-brand-line">
            <a class="tr-brand" href={publicPath(town)}>
              <span>
                <span class="tr-brand-name">{town.name}</span>
                <span class="tr-brand-what">Obiettivi e risultati dell’ente</span>
              </span>
            </a>
          </div>
        </div>
      </header>
      <main id="contenuto" class="container py-4 tr-main" tabindex={-1}>
        <header class="tr-title">
          {back === undefined ? null : (
            <a class="tr-back" href={back.href}>
              {back.text}
            </a>
          )}
          <h1>{title}</h1>
          <p class="tr-subtitle">{lead}</p>
        </header>
        {children}
      </main>
      <Footer town={town} />
    </body>
  </html>
);

/** The stable address of a town, of one of its years, of a file of that year. */
export const publicPath = ({ slug }: Pick<Town, 'slug'>, ...more: readonly (string | number)[]): string =>
  ['/pubblico', slug, ...more].join('/');
