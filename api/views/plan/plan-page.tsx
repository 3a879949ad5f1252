/** The plan of a year and where it comes from: acts, files, notes, what was decided when it was imported. */
import type { FC } from 'hono/jsx';
import type { Decision } from '../../../domain/plan/draft/decisions.js';
import { italianDate } from '../../../mail/italian-dates.js';
import { counted } from '../../../mail/italian-numbers.js';
import type { PlanPage, VersionOnRecord } from '../../queries/plan-page.js';
import { copyShown } from '../../queries/signed-copies.js';
import type { Viewer } from '../../viewer.js';
import { nameOf } from '../import/draft-parts.js';
import { shortMoment } from '../italian-time.js';
import { DECISIONS, decidedValue, decisionField } from '../obligations/decision-words.js';
import type { Frame } from '../page/frame.js';
import { Page } from '../page/page.js';
import { CopyLine } from '../signed/copy-line.js';
import { Table } from '../table.js';
import { actCited } from '../words.js';
import { flagSentence } from './change-words.js';
import { PlanWarnings } from './plan-warnings.js';

interface PlanProps {
  readonly frame: Frame;
  readonly viewer: Viewer;
  readonly page: PlanPage;
  /** The viewer may prepare a variation, and the year is open. */
  readonly mayChange: boolean;
}

export const PlanView: FC<PlanProps> = ({ frame, viewer, page, mayChange }) => (
  <Page
    frame={frame}
    title={`Il piano ${page.year}`}
    subtitle="Da quali atti e da quali file viene, e che cosa è stato deciso."
    back={{ href: `/obiettivi?anno=${page.year}`, text: 'Obiettivi' }}
  >
    {page.years.length < 2 ? null : (
      <nav class="tr-years" aria-label="Anno del piano">
        {page.years.map((year) => (
          <a href={`/piano?anno=${year}`} {...(year === page.year ? { 'aria-current': 'page' } : {})}>
            {String(year)}
          </a>
        ))}
      </nav>
    )}
    <section class="tr-panel" aria-labelledby="scarica">
      <h2 id="scarica">Scarica il piano in vigore</h2>
      <p class="tr-lead">
        Com'è stato confermato. Il foglio Excel si può correggere e importare di nuovo, per una variazione.
      </p>
      <p class="tr-actions">
        <a class="btn btn-primary" href={`/piano.xlsx?anno=${page.year}`}>
          Scarica in Excel (XLSX)
        </a>
        <a class="btn btn-outline-primary" href={`/piano.json?anno=${page.year}`}>
          Scarica in JSON
        </a>
      </p>
    </section>
    <section class="tr-panel" aria-labelledby="cambia">
      <h2 id="cambia">Variazioni</h2>
      <p class="tr-lead">
        Il piano cambia solo con un atto: che cosa è cambiato si legge nell'elenco, pronto per la Relazione.
      </p>
      <p class="tr-actions">
        {mayChange ? (
          <a class="btn btn-primary" href={`/piano/variazione?anno=${page.year}`}>
            Cambia il piano
          </a>
        ) : null}
        <a class="btn btn-outline-primary" href={`/piano/variazioni?anno=${page.year}`}>
          Elenco delle variazioni
        </a>
      </p>
    </section>
    {page.versions.map((one) => (
      <Version one={one} page={page} viewer={viewer} />
    ))}
  </Page>
);

const KINDS = {
  approval: 'Approvazione',
  variation: 'Variazione',
  correction: 'Correzione di errore materiale',
};

const NOTES = {
  approval: 'Nota di chi ha confermato',
  variation: 'Motivo',
  correction: "L'errore",
};

const Version: FC<{ readonly one: VersionOnRecord; readonly page: PlanPage; readonly viewer: Viewer }> = ({
  one,
  page: { year, copies },
  viewer,
}) => {
  const { version, from } = one;
  const { zone } = viewer.town.clock;
  return (
    <section aria-labelledby={`versione-${version.number}`}>
      <h2 id={`versione-${version.number}`}>
        {`${KINDS[version.kind]}${actCited(version) === '' ? '' : ` (${actCited(version)})`}`}
      </h2>
      <ul class="tr-lines">
        <li>
          {`Confermato ${shortMoment(version.confirmedAt, zone)}${version.confirmedBy === null ? '' : ` da ${version.confirmedBy}`}.`}
        </li>
        {version.protocolNumber === null ? null : <li>{`Protocollo n. ${version.protocolNumber}.`}</li>}
        {version.kind === 'approval' || version.effectiveFrom === version.actDate ? null : (
          <li>{`Decorrenza: ${italianDate(version.effectiveFrom)}.`}</li>
        )}
        {version.note === '' ? null : <li>{`${NOTES[version.kind]}: ${version.note}`}</li>}
        {version.flags.map((flag) => (
          <li>{flagSentence(flag)}</li>
        ))}
        {from === null || from.changes !== null ? null : (
          <li>
            File originale: <a href={`/piano/file/${from.id}`}>{from.fileName}</a>
            <span class="tr-due-note">{`${Math.ceil(from.size / 1000)} kB, caricato ${shortMoment(from.uploadedAt, zone)}${from.uploadedBy === null ? '' : ` da ${from.uploadedBy}`}`}</span>
            <span class="tr-hash">{`SHA-256 ${from.sha256}`}</span>
          </li>
        )}
      </ul>
      {version.act === null ? null : (
        <CopyLine
          shown={copyShown(copies, viewer, { kind: 'act', of: version.act })}
          named={actCited(version)}
        />
      )}
      {from === null || from.changes !== null ? null : <Decisions decisions={from.decisions ?? []} />}
      {version.kind === 'approval' ? null : (
        <p>
          <a href={`/piano/variazioni?anno=${year}`}>Che cosa è cambiato, voce per voce</a>
        </p>
      )}
      {version.lint.length === 0 ? null : (
        <details class="tr-details">
          <summary>{`Avvertenze alla conferma (${version.lint.length})`}</summary>
          <PlanWarnings warnings={version.lint} of={version.number} />
        </details>
      )}
    </section>
  );
};

const Decisions: FC<{ readonly decisions: readonly Decision[] }> = ({ decisions }) =>
  decisions.length === 0 ? (
    <p class="tr-empty">Confermato com'è stato letto dal file, senza correzioni.</p>
  ) : (
    <details class="tr-details">
      <summary>
        {`Che cosa è stato deciso all'importazione (${counted(decisions.length, 'voce', 'voci')})`}
      </summary>
      <Table
        caption="Differenze tra ciò che è stato letto e ciò che è stato confermato"
        columns={[
          {
            title: 'Dove',
            heading: true,
            cell: ({ sector, objective }: Decision) =>
              [sector ?? 'Documento', objective === null ? '' : nameOf(objective)]
                .filter((part) => part !== '')
                .join(' · '),
          },
          { title: 'Che cosa', cell: (one) => `${DECISIONS[one.kind]}${decisionField(one)}` },
          { title: 'Letto', cell: ({ before, kind }) => decidedValue(before, kind) },
          { title: 'Confermato', cell: ({ after, kind }) => decidedValue(after, kind) },
        ]}
        rows={decisions}
        empty=""
      />
    </details>
  );
