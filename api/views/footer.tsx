/** Duties of a public site: accessibility statement, feedback, privacy notice, from the town's settings. */
import type { FC } from 'hono/jsx';
import type { Viewer } from '../viewer.js';

export const Footer: FC<{ readonly viewer: Viewer | null }> = ({ viewer }) => {
  const links = viewer?.town.settings.footer ?? { accessibility: null, feedback: null, privacy: null };
  const entries = [
    ['Dichiarazione di accessibilità', links.accessibility],
    ['Segnalazioni e riscontri', links.feedback],
    ['Informativa sulla privacy', links.privacy],
  ] as const;
  return (
    <footer class="tr-footer">
      <div class="container">
        <p>
          <strong>{viewer?.town.name ?? 'Traguardo'}</strong>
          {viewer === null ? '' : ' · Traguardo, il ciclo della performance'}
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
          <li>
            <a href="/api/docs">API per programmi</a>
          </li>
        </ul>
      </div>
    </footer>
  );
};
