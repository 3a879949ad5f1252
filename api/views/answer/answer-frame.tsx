/** What surrounds the pages of a mail's link: the town's name and nothing to go elsewhere; no session stands behind them. */
import type { FC, PropsWithChildren } from 'hono/jsx';
import type { Town } from '../../../store/towns/towns.js';
import { Footer } from '../page/footer.js';

const STYLES = ['faces', 'base', 'header', 'panels', 'obligations', 'forms', 'answer', 'review'] as const;

interface AnswerFrameProps {
  /** `null` when the link does not say of which. */
  readonly town: Town | null;
  readonly title: string;
  readonly subtitle?: string;
}

export const AnswerFrame: FC<PropsWithChildren<AnswerFrameProps>> = ({ town, title, subtitle, children }) => (
  <html lang="it">
    <head>
      <meta charset="utf-8" />
      <meta name="viewport" content="width=device-width, initial-scale=1" />
      <meta name="robots" content="noindex" />
      <title>{`${title} – ${town?.name ?? 'Traguardo'}`}</title>
      <link rel="stylesheet" href="/assets/bootstrap-italia/css/bootstrap-italia.min.css" />
      {STYLES.map((name) => (
        <link rel="stylesheet" href={`/assets/traguardo/${name}.css`} />
      ))}
      <link rel="icon" href="/assets/traguardo/icona.svg" type="image/svg+xml" />
    </head>
    <body>
      <a class="visually-hidden-focusable tr-skip" href="#contenuto">
        Vai al contenuto
      </a>
      <header class="tr-answer-head">
        <div class="container">
          <p>{town?.name ?? 'Ciclo della performance'}</p>
        </div>
      </header>
      <main id="contenuto" class="container tr-main tr-answer-main" tabindex={-1}>
        <header class="tr-title">
          <h1>{title}</h1>
          {subtitle === undefined ? null : <p class="tr-subtitle">{subtitle}</p>}
        </header>
        {children}
      </main>
      <Footer town={town} />
    </body>
  </html>
);
