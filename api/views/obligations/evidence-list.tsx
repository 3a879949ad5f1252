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

/** Where a file is looked at, and where it is taken from. */
export const viewHref = (id: string): string => `/documenti/${id}/vedi`;
export const downloadHref = (id: string): string => `/documenti/${id}`;

interface EvidenceListProps {
  readonly evidence: readonly Evidence[];
  readonly zone: string;
  /** Where each is looked at; without it on its own page. */
  readonly hrefOf?: (id: string) => string;
  /** The one that stands open on this page. */
  readonly open?: string | null;
}

export const EvidenceList: FC<EvidenceListProps> = ({ evidence, zone, hrefOf = viewHref, open = null }) =>
  evidence.length === 0 ? (
    <p class="tr-empty">Nessun documento.</p>
  ) : (
    <ul class="tr-files">
      {evidence.map(({ id, name, size, sha256, addedAt }) => (
        <li>
          <span class="tr-file">
            <a href={hrefOf(id)} {...(id === open ? { 'aria-current': 'true' } : {})}>
              {name}
            </a>
            <a href={downloadHref(id)} download={name}>
              Scarica<span class="visually-hidden">{` ${name}`}</span>
            </a>
          </span>
          <span class="tr-due-note">{`${sizeInWords(size)}, aggiunto il ${shortMoment(addedAt, zone)}`}</span>
          <span class="tr-hash">{`SHA-256 ${sha256}`}</span>
        </li>
      ))}
    </ul>
  );
