/** Documents of an objective under review: each opens in place, beside what was planned and claimed. */
import type { FC } from 'hono/jsx';
import type { Evidence } from '../../../store/obligations/evidence.js';
import type { Opening } from '../../queries/opened-evidence.js';
import type { ReviewObjectivePage } from '../../queries/review-objective.js';
import { sentenceOf } from '../../refusals.js';
import type { Viewer } from '../../viewer.js';
import { EvidenceList } from '../obligations/evidence-list.js';
import { EvidenceShown } from '../obligations/evidence-shown.js';

interface DocumentsProps {
  readonly viewer: Viewer;
  readonly shown: ReviewObjectivePage;
  readonly evidence: readonly Evidence[];
}

export const ReviewDocuments: FC<DocumentsProps> = ({ viewer, shown, evidence }) => {
  const { zone } = viewer.town.clock;
  const document = evidence.some(({ id }) => id === shown.document?.id) ? shown.document : null;
  const place = `/istruttoria/${shown.detail.objective.id}`;
  return (
    <>
      <EvidenceList
        evidence={evidence}
        zone={zone}
        hrefOf={(id) => `${place}?documento=${id}#documento`}
        open={document?.id ?? null}
      />
      {document === null ? null : <Opened opening={document.opening} place={place} zone={zone} />}
    </>
  );
};

const Opened: FC<{ readonly opening: Opening; readonly place: string; readonly zone: string }> = ({
  opening,
  place,
  zone,
}) =>
  opening.ok ? (
    <section id="documento" class="tr-panel tr-document" aria-labelledby="documento-nome">
      <div class="tr-panel-head">
        <h3 id="documento-nome">{opening.opened.evidence.name}</h3>
        <a href={`${place}#documenti`}>Chiudi il documento</a>
      </div>
      <EvidenceShown opened={opening.opened} zone={zone} />
    </section>
  ) : (
    <p class="tr-hint">{sentenceOf(opening.refusal)}</p>
  );
