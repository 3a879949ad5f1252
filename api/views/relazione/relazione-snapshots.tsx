/** The snapshots of a Relazione with their hashes, and the form for a new version. */
import type { FC } from 'hono/jsx';
import { listed } from '../../../mail/italian-numbers.js';
import type { Snapshot } from '../../../store/relazione/relazione.js';
import { copyShown } from '../../queries/signed-copies.js';
import { STEP_PATHS } from '../cycle/cycle-words.js';
import { blank, CommandForm, ErrorSummary, TextArea } from '../fields.js';
import { shortMoment } from '../italian-time.js';
import { CopyLine } from '../signed/copy-line.js';
import { Table } from '../table.js';
import type { RelazioneProps } from './relazione-props.js';
import { CAUSES, VERSION_PATHS } from './relazione-words.js';

export const Snapshots: FC<RelazioneProps> = (props) => {
  const { viewer, page } = props;
  const { snapshots, cycle, hasChanged } = page;
  const [last] = snapshots;
  return (
    <section class="tr-panel" aria-labelledby="istantanee">
      <h2 id="istantanee">Istantanee</h2>
      <Table
        caption={`Istantanee della Relazione ${cycle.year}`}
        columns={[
          { title: 'N.', heading: true, cell: ({ number }: Snapshot) => String(number) },
          {
            title: 'Fissata',
            cell: ({ madeAt, madeBy }) =>
              `${shortMoment(madeAt, viewer.town.clock.zone)}${madeBy === null ? '' : `, ${madeBy}`}`,
          },
          {
            title: 'Perché',
            cell: ({ cause, reason }) => (
              <span class="tr-said">{reason === null ? CAUSES[cause] : `${CAUSES[cause]}: ${reason}`}</span>
            ),
          },
          {
            title: 'Vale per',
            cell: ({ steps }) => (steps.length === 0 ? '–' : listed(steps.map((step) => STEP_PATHS[step]))),
          },
          {
            title: 'Impronte (SHA-256) e copia firmata',
            cell: ({ id, number, sha256 }) => (
              <>
                <ul class="tr-lines">
                  <li>
                    Dati: <code>{sha256.facts}</code>
                  </li>
                  <li>
                    <a href={`/relazione/${cycle.year}/${VERSION_PATHS.internal}.json?istantanea=${number}`}>
                      JSON, interna
                      <span class="visually-hidden">{`, istantanea n. ${number}`}</span>
                    </a>
                    : <code>{sha256.internal}</code>
                  </li>
                  <li>
                    JSON, per la pubblicazione, senza motivazioni e totali: <code>{sha256.publication}</code>
                  </li>
                </ul>
                <CopyLine
                  shown={copyShown(page.copies, viewer, { kind: 'relazione', of: id })}
                  named={`Istantanea n. ${number}`}
                />
              </>
            ),
          },
        ]}
        rows={snapshots}
        empty="Nessuna: la prima si fissa con la trasmissione al Nucleo o con il primo atto."
      />
      {last === undefined ? null : hasChanged ? (
        <>
          <p>{`I dati sono cambiati dopo l'istantanea n. ${last.number}: gli atti riguardano quella finché non se ne fissa una nuova.`}</p>
          {page.mayWrite ? <NewVersion {...props} /> : null}
        </>
      ) : (
        <p class="tr-hint">{`I dati sono quelli dell'istantanea n. ${last.number}.`}</p>
      )}
    </section>
  );
};

const NewVersion: FC<RelazioneProps> = ({ viewer, page, sent }) => {
  const typed = sent?.form === 'istantanea' ? sent.typed : blank();
  return (
    <details class="tr-details" open={sent?.form === 'istantanea'}>
      <summary>Fissa una nuova versione</summary>
      <CommandForm viewer={viewer} action={`/relazione/${page.cycle.year}/istantanea`}>
        <ErrorSummary typed={typed} of="istantanea" />
        <TextArea
          name="reason"
          of="istantanea"
          label="Perché serve una nuova versione"
          hint="Quella precedente resta leggibile e non si può più validare."
          typed={typed}
          rows={3}
          required
        />
        <button type="submit" class="btn btn-outline-primary">
          Fissa una nuova versione
        </button>
      </CommandForm>
    </details>
  );
};
