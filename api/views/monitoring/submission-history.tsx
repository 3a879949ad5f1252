/** What was done to a submission, and what changed from one transmitted version to the next. */
import type { FC } from 'hono/jsx';
import { versionDifference } from '../../../domain/cycle/version-difference.js';
import type { SubmissionVersion } from '../../../store/monitoring/submission-lines.js';
import { italianMoment } from '../italian-time.js';
import { titleOf } from '../obligations/obligation-parts.js';
import { EVENT_WORDS, FIELD_WORDS } from './monitoring-words.js';
import type { SubmissionProps } from './submission-props.js';

export const SubmissionHistory: FC<SubmissionProps> = ({ viewer, page }) =>
  page.events.length === 0 ? null : (
    <section aria-labelledby="storia">
      <h2 id="storia">Che cosa è successo</h2>
      <ol class="tr-lines">
        {page.events.map(({ kind, version, at, personName, text }) => (
          <li>
            <strong>{`${EVENT_WORDS[kind]}${version === null ? '' : ` (n. ${version})`}`}</strong>
            <span class="tr-due-note">
              {`${italianMoment(at, viewer.town.clock.zone)}${personName === null ? '' : `, ${personName}`}`}
            </span>
            {text === null ? null : <p class="tr-said">{text === '' ? 'Testo cancellato.' : text}</p>}
          </li>
        ))}
      </ol>
      {page.versions.slice(1).map((version, index) => (
        <Difference before={page.versions[index] ?? version} after={version} />
      ))}
      {page.versions.map(({ number, sha256 }) => (
        <p class="tr-hash">{`Trasmissione n. ${number}: SHA-256 ${sha256}`}</p>
      ))}
    </section>
  );

const Difference: FC<{ readonly before: SubmissionVersion; readonly after: SubmissionVersion }> = ({
  before,
  after,
}) => {
  const changes = versionDifference(before.lines, after.lines);
  const named = new Map([...before.lines, ...after.lines].map((line) => [line.objective, line]));
  return (
    <details class="tr-details">
      <summary>{`Che cosa è cambiato dalla n. ${before.number} alla n. ${after.number}`}</summary>
      {changes.length === 0 ? (
        <p>Nulla: le due trasmissioni dicono le stesse cose.</p>
      ) : (
        <ul class="tr-lines">
          {changes.map(({ objective, fields }) => {
            const line = named.get(objective);
            return (
              <li>
                {titleOf({ number: line?.number ?? null, objective: line?.title ?? '' })}
                <span class="tr-due-note">
                  {fields === null
                    ? "l'obiettivo è in una sola delle due"
                    : fields.map((field) => FIELD_WORDS[field]).join(', ')}
                </span>
              </li>
            );
          })}
        </ul>
      )}
    </details>
  );
};
