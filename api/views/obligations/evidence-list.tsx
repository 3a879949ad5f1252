/** Files that prove something: name, size, when, and the hash that identifies them. */
import type { FC } from 'hono/jsx';
import type { Evidence } from '../../../store/obligations/evidence.js';
import { shortMoment } from '../italian-time.js';

/** "1,4 MB", "312 KB", "87 byte". */
export function sizeInWords(bytes: number): string {
  if (bytes < 1024) return `${bytes} byte`;
  const kilobytes = bytes / 1024;
  if (kilobytes < 1024) return `${Math.round(kilobytes)} KB`;
  return `${(kilobytes / 1024).toFixed(1).replace('.', ',')} MB`;
}

export const EvidenceList: FC<{ readonly evidence: readonly Evidence[]; readonly zone: string }> = ({
  evidence,
  zone,
}) =>
  evidence.length === 0 ? (
    <p class="tr-empty">Nessun documento.</p>
  ) : (
    <ul class="tr-files">
      {evidence.map(({ id, name, size, sha256, addedAt }) => (
        <li>
          <a href={`/documenti/${id}`} download={name}>
            {name}
          </a>
          <span class="tr-due-note">{`${sizeInWords(size)}, aggiunto il ${shortMoment(addedAt, zone)}`}</span>
          <span class="tr-hash">{`SHA-256 ${sha256}`}</span>
        </li>
      ))}
    </ul>
  );
