/** Duties of a public site: accessibility statement, feedback, privacy notice, from the town's settings. */
import type { FC } from 'hono/jsx';
import type { Town } from '../../../store/towns/towns.js';

interface FooterProps {
  readonly town: Town | null;
  /** Somebody has entered. */
  readonly entered?: boolean;
}

export const Footer: FC<FooterProps> = ({ town, entered = false }) => {
  const links = town?.settings.footer;
  // Before somebody has entered it is nobody's page yet.
  const entries =
    links === undefined
      ? []
      : ([
          ['Dichiarazione di accessibilità', links.accessibility],
          ['Segnalazioni e riscontri', links.feedback],
          ['Informativa sulla privacy', links.privacy],
        ] as const);
  return (
    <footer class="tr-footer">
      <div class="container">
        <p>
          <strong>{town?.name ?? 'Traguardo'}</strong>
          {town === null ? '' : ' · Traguardo, il ciclo della performance'}
        </p>
        <ul>
          {entries.map(([text, href]) => (
            <li>
              {href === null ? (
                <span>{`${text}: non ancora indicata dall'ente`}</span>
              ) : (
                <a href={href}>{text}</a>
              )}
            </li>
          ))}
          {!entered ? null : (
            <li>
              <a href="/i-miei-dati">I miei dati</a>
            </li>
          )}
          <li>
            <a href="/api/docs">API per programmi</a>
          </li>
        </ul>
      </div>
    </footer>
  );
};
