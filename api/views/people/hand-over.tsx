/** The hand-over sheet of a role, made to be printed: what is open, what was answered, what proves it. */
import type { FC } from 'hono/jsx';
import { HAND_OVER_DAYS, type HandOverPart } from '../../../domain/obligations/hand-over.js';
import { civilDateAt } from '../../../domain/time/zone.js';
import { italianDate } from '../../../mail/italian-dates.js';
import { counted } from '../../../mail/italian-numbers.js';
import { roleInWords } from '../../../mail/roles.js';
import type { Answer } from '../../../store/obligations/answers.js';
import type { HandedOver, HandOver } from '../../queries/hand-over.js';
import type { Viewer } from '../../viewer.js';
import { blank, Select } from '../fields.js';
import { viewHref } from '../obligations/evidence-list.js';
import { Due, placeOf, StandingBadge, Subject, weightInWords } from '../obligations/obligation-parts.js';
import { type Frame, townWords } from '../page/frame.js';
import { Page } from '../page/page.js';
import { type Column, Table } from '../table.js';

interface HandOverProps {
  readonly frame: Frame;
  readonly viewer: Viewer;
  readonly sheet: HandOver;
}

const HEADINGS: Readonly<Record<HandOverPart, string>> = {
  late: 'Oltre il termine',
  soon: `In scadenza nei prossimi ${HAND_OVER_DAYS} giorni`,
  later: 'Più avanti',
  undated: 'Termini esterni da definire',
  closed: "Già chiuse quest'anno",
};

const ANSWERS: Readonly<Record<Answer['kind'], string>> = {
  done: 'concluso',
  'in-progress': 'in corso',
  'not-mine': 'non è di mia competenza',
};

export const HandOverView: FC<HandOverProps> = ({ frame, viewer, sheet }) => {
  const { tenure, successor, successorFrom, others, parts } = sheet;
  const role = roleInWords(tenure.role, townWords(viewer.town));
  const place = `/persone/${tenure.person.id}/ruoli/${tenure.id}/consegne`;
  const open = [...parts].filter(([part]) => part !== 'closed').flatMap(([, rows]) => rows).length;
  const until = tenure.validTo === null ? '' : `, fino a ${italianDate(tenure.validTo)}`;
  const from = successorFrom === null ? '' : `, da ${italianDate(successorFrom)}`;
  return (
    <Page
      frame={frame}
      title="Scheda di passaggio di consegne"
      subtitle={`${viewer.town.name} – ${role}`}
      back={{ href: `/persone/${tenure.person.id}`, text: tenure.person.name }}
    >
      <dl class="tr-facts tr-facts-wide">
        <dt>Lascia</dt>
        <dd>{`${tenure.person.name}${until}`}</dd>
        <dt>Subentra</dt>
        <dd>{successor === null ? 'da indicare' : `${successor.name}${from}`}</dd>
        <dt>Situazione</dt>
        <dd>{`${italianDate(viewer.today)}: ${counted(open, 'scadenza aperta', 'scadenze aperte')}`}</dd>
      </dl>
      <p>
        Ciò che è aperto passa a chi subentra dal suo primo giorno, allo stesso punto: gli avvisi già dati non
        si ripetono. Il registro conserva i nomi di chi ha risposto finora.
      </p>
      <form method="get" action={place} class="tr-filters tr-no-print">
        <Select
          name="a"
          label="Chi subentra"
          typed={blank({ a: successor?.id ?? '' })}
          choices={[
            { value: '', text: 'Da indicare' },
            ...others.map(({ id, name }) => ({ value: id, text: name })),
          ]}
        />
        <div class="tr-filter-buttons">
          <button type="submit" class="btn btn-primary btn-sm">
            Aggiorna la scheda
          </button>
        </div>
      </form>
      {[...parts].map(([part, rows]) => (
        <section aria-labelledby={`parte-${part}`}>
          <h2 id={`parte-${part}`}>{`${HEADINGS[part]} (${rows.length})`}</h2>
          <Table caption={HEADINGS[part]} columns={columnsOf(viewer)} rows={rows} empty="Nessuna." />
        </section>
      ))}
      <p class="tr-signatures">
        <span>Chi lascia: ______________________</span>
        <span>Chi subentra: ______________________</span>
      </p>
    </Page>
  );
};

const columnsOf = (viewer: Viewer): readonly Column<HandedOver>[] => [
  {
    title: 'Che cosa',
    heading: true,
    cell: ({ view: { obligation } }) => <Subject subject={obligation.subject} href={placeOf(obligation)} />,
  },
  { title: 'Entro il', cell: ({ view }) => <Due view={view} /> },
  { title: 'Stato', cell: ({ view }) => <StandingBadge code={view.standing.code} /> },
  { title: 'Peso', numeric: true, cell: ({ view }) => weightInWords(view.obligation.subject.weight) },
  {
    title: 'Risposte e documenti',
    cell: ({ answers, evidence, view: { record } }) => (
      <>
        {answers.map((one) => (
          <span class="tr-due-note">{answerInWords(one, viewer)}</span>
        ))}
        {record.doneNote === null ? null : <span class="tr-due-note">{`«${record.doneNote}»`}</span>}
        {evidence.map(({ id, name }) => (
          <span class="tr-due-note">
            <a href={viewHref(id)}>{name}</a>
          </span>
        ))}
        {answers.length + evidence.length === 0 && record.doneNote === null ? 'nessuna' : null}
      </>
    ),
  },
];

/** "lunedì 3 luglio 2023, Anna Bianchi: in corso, conclusione prevista venerdì 14 luglio 2023. «motivo»" */
function answerInWords({ at, personName, kind, doneOn, forecast, note }: Answer, { town }: Viewer): string {
  const day = italianDate(civilDateAt(at, town.clock.zone));
  const when =
    doneOn !== null
      ? ` il giorno ${italianDate(doneOn)}`
      : forecast !== null
        ? `, conclusione prevista ${italianDate(forecast)}`
        : '';
  return `${day}, ${personName}: ${ANSWERS[kind]}${when}.${note === null ? '' : ` «${note}»`}`;
}
