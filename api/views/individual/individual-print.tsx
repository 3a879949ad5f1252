/** What a person was assigned, as a sheet to sign; and the same for the person to read. */
import type { FC } from 'hono/jsx';
import { italianDate } from '../../../mail/italian-dates.js';
import type { KeptIndividual } from '../../../store/plan/individual-objectives.js';
import type { PersonSheet } from '../../queries/individual-page.js';
import type { Viewer } from '../../viewer.js';
import type { Frame } from '../page/frame.js';
import { Page } from '../page/page.js';
import { Table } from '../table.js';
import { INDIVIDUAL_PLACE } from './individual-page.js';
import { degreeInWords, parentInWords, weightOrNone } from './individual-words.js';

interface PrintProps {
  readonly frame: Frame;
  readonly viewer: Viewer;
  readonly sheet: PersonSheet;
}

export const IndividualPrintView: FC<PrintProps> = ({ frame, viewer, sheet }) => {
  const { collaborator, year, objectives } = sheet;
  return (
    <Page
      frame={frame}
      title={`Assegnazione degli obiettivi individuali ${year}`}
      subtitle={`${viewer.town.name} – ${collaborator.sectorName}`}
      back={{ href: `${INDIVIDUAL_PLACE}/${collaborator.id}?anno=${year}`, text: collaborator.name }}
    >
      <p class="tr-no-print">Stampa questa pagina: escono solo l'assegnazione e le firme.</p>
      <p>
        {'A '}
        <strong>{collaborator.name}</strong>
        {objectives.length === 1
          ? ` è assegnato per il ${year} questo obiettivo, collegato a un obiettivo del settore.`
          : ` sono assegnati per il ${year} questi obiettivi, ciascuno collegato a un obiettivo del settore.`}
      </p>
      <Table
        caption={`Obiettivi di ${collaborator.name}`}
        columns={columns(false)}
        rows={objectives}
        empty="Nessun obiettivo assegnato."
      />
      <p class="tr-signatures">
        <span>Data: ____________</span>
        <span>Il Responsabile: ______________________</span>
        <span>Per presa visione: ______________________</span>
      </p>
    </Page>
  );
};

const columns = (withDegree: boolean) => [
  { title: 'Obiettivo', heading: true, cell: ({ title }: KeptIndividual) => title },
  { title: 'Obiettivo del settore', cell: ({ parent }: KeptIndividual) => parentInWords(parent) },
  { title: 'Entro il', cell: ({ due }: KeptIndividual) => italianDate(due) },
  { title: 'Peso', numeric: true, cell: weightOrNone },
  ...(withDegree
    ? [
        { title: 'Grado', cell: ({ degree }: KeptIndividual) => degreeInWords(degree) },
        { title: 'Nota', cell: ({ note }: KeptIndividual) => note ?? '–' },
      ]
    : []),
];

interface MineProps {
  readonly frame: Frame;
  readonly objectives: readonly KeptIndividual[];
}

export const MyObjectivesView: FC<MineProps> = ({ frame, objectives }) => {
  const years = [...new Set(objectives.map(({ year }) => year))];
  return (
    <Page frame={frame} title="I miei obiettivi individuali">
      <p class="tr-lead">
        Li vedono solo il tuo Responsabile, il Segretario e tu. Per chiarimenti o correzioni rivolgiti al tuo
        Responsabile.
      </p>
      {years.length === 0 ? <p class="tr-empty">Nessun obiettivo ti è stato assegnato.</p> : null}
      {years.map((year) => (
        <section aria-labelledby={`anno-${year}`}>
          <h2 id={`anno-${year}`}>{String(year)}</h2>
          <Table
            caption={`I tuoi obiettivi del ${year}`}
            columns={columns(true)}
            rows={objectives.filter((one) => one.year === year)}
            empty=""
          />
        </section>
      ))}
    </Page>
  );
};
