/** What a draft changes of the plan in force, objective by objective; and what of it keeps it from being confirmed. */
import type { FC } from 'hono/jsx';
import { detailsOf } from '../../../domain/plan/objective-change.js';
import type { ObjectiveDifference } from '../../../domain/plan/plan-difference.js';
import { counted } from '../../../mail/italian-numbers.js';
import type { VariationAhead } from '../../queries/plan-ahead.js';
import { sentenceOf } from '../../refusals.js';
import type { Viewer } from '../../viewer.js';
import { CommandForm } from '../fields.js';
import { nameOf } from '../import/draft-parts.js';
import { Table } from '../table.js';
import { actCited } from '../words.js';
import { detailSentence } from './change-words.js';

export const VariationAheadView: FC<{
  readonly ahead: VariationAhead;
  readonly viewer: Viewer;
  readonly draft: string;
}> = ({ ahead, viewer, draft }) => {
  const { difference, of } = ahead;
  const { objectives } = difference;
  const added = objectives.filter(({ before }) => before === null).length;
  const gone = objectives.filter(({ after }) => after === null).length;
  return (
    <section aria-labelledby="differenze">
      <p class="lead">
        {`Il piano in vigore è ${actOf(of)}. Rispetto ${ahead.isStale ? 'a quello da cui partiva la bozza' : 'a quello'}: ${counted(added, 'obiettivo aggiunto', 'obiettivi aggiunti')}, ${counted(gone, 'obiettivo tolto', 'obiettivi tolti')}, ${counted(objectives.length - added - gone, 'obiettivo cambiato', 'obiettivi cambiati')}.`}
      </p>
      {ahead.isStale ? <Stale viewer={viewer} draft={draft} version={of.number} /> : <Beyond ahead={ahead} />}
      <h2 id="differenze">Che cosa cambia</h2>
      <Table
        caption="Differenze tra il piano in vigore e la bozza"
        columns={[
          { title: 'Settore', cell: ({ sector }: ObjectiveDifference) => sector },
          {
            title: 'Obiettivo',
            heading: true,
            cell: ({ before, after }) => nameOf((after ?? before)?.said ?? { number: null, title: '' }),
          },
          { title: 'Differenza', cell: (one) => <Changes one={one} /> },
        ]}
        rows={objectives}
        empty="La bozza dice le stesse cose del piano in vigore: non c'è nessuna variazione da registrare."
      />
    </section>
  );
};

/** The plan has changed since: its changes can be carried over. */
const Stale: FC<{ readonly viewer: Viewer; readonly draft: string; readonly version: number }> = ({
  viewer,
  draft,
  version,
}) => (
  <div class="tr-flash tr-flash-wrong" role="alert">
    <p>{sentenceOf({ code: 'plan-varied-since', version })}</p>
    <CommandForm viewer={viewer} action={`/importa/${draft}/riporta`}>
      <button class="btn btn-primary" type="submit">
        Riporta le modifiche sul piano in vigore
      </button>
    </CommandForm>
  </div>
);

/** Why it cannot be confirmed as it is, and what to do. */
const Beyond: FC<{ readonly ahead: VariationAhead }> = ({ ahead: { beyond, kind } }) => {
  if (beyond.length === 0) return null;
  const isCorrection = kind === 'correction';
  return (
    <div class="tr-flash tr-flash-wrong" role="alert">
      <p>
        <strong>
          {isCorrection
            ? 'Questa correzione non si può confermare.'
            : 'Questa variazione non si può ancora confermare.'}
        </strong>
        {isCorrection
          ? ' Senza atto si correggono solo parole e date lette male:'
          : ' Contiene modifiche che il programma non sa riportare sulle scadenze già aperte:'}
      </p>
      <ul>
        {beyond.map((sentence) => (
          <li>{sentence}</li>
        ))}
      </ul>
      <p>
        {isCorrection
          ? 'Riporta queste parti com’erano, oppure registra una variazione con il suo atto.'
          : 'Correggi la bozza in modo che queste parti restino come nel piano in vigore, e registra le altre.'}
      </p>
    </div>
  );
};

const Changes: FC<{ readonly one: ObjectiveDifference }> = ({ one }) => {
  if (one.before === null) return <>aggiunto</>;
  if (one.after === null) return <>tolto: le sue scadenze aperte non sono più dovute</>;
  return (
    <ul class="tr-lines">
      {detailsOf(one).map((detail) => (
        <li>{detailSentence(detail)}</li>
      ))}
    </ul>
  );
};

/** "quello di G.C. n. 20 del 28/02/2023". */
const actOf = (version: VariationAhead['of']): string =>
  actCited(version) === '' ? `la versione ${version.number}` : `quello di ${actCited(version)}`;
