/** A document looked at on a page of its own, beside what it proves. */
import type { FC } from 'hono/jsx';
import type { Evidence } from '../../../store/obligations/evidence.js';
import type { OpenedEvidence } from '../../queries/opened-evidence.js';
import type { Viewer } from '../../viewer.js';
import type { Frame } from '../page/frame.js';
import { Page } from '../page/page.js';
import { EvidenceList } from './evidence-list.js';
import { EvidenceShown } from './evidence-shown.js';
import { placeOf } from './obligation-parts.js';

export const EvidencePage: FC<{
  readonly frame: Frame;
  readonly viewer: Viewer;
  readonly opened: OpenedEvidence;
  /** All documents of the same obligation. */
  readonly beside: readonly Evidence[];
}> = ({ frame, viewer, opened, beside }) => {
  const { zone } = viewer.town.clock;
  const { evidence, term } = opened;
  return (
    <Page
      frame={frame}
      title={evidence.name}
      subtitle="Documento a prova"
      back={{ href: placeOf(term.obligation), text: 'La scadenza che prova' }}
    >
      <EvidenceShown opened={opened} zone={zone} />
      {beside.length < 2 ? null : (
        <section aria-labelledby="altri">
          <h2 id="altri">{`Documenti della stessa scadenza (${beside.length})`}</h2>
          <EvidenceList evidence={beside} zone={zone} open={evidence.id} />
        </section>
      )}
    </Page>
  );
};
