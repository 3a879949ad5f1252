/** *Che cosa manca* of a year's evaluation: before the evaluator can work, and before every degree is decided. */
import type { Child } from 'hono/jsx';
import { italianDate } from '../../../mail/italian-dates.js';
import { type MissingThing, missingOf } from '../../queries/measurement-missing.js';
import type { MeasurementPage } from '../../queries/measurement-page.js';
import type { Viewer } from '../../viewer.js';
import { missingInWords } from './measurement-words.js';

interface MissingProps {
  readonly viewer: Viewer;
  readonly page: MeasurementPage;
}

/** "il Nucleo di valutazione". */
export const evaluatorInWords = ({ year }: MeasurementPage, viewer: Viewer): string =>
  ({
    oiv: `il ${viewer.town.settings.words.evaluator}`,
    secretary: 'il Segretario',
    mayor: 'il Sindaco',
  })[year.rules.rules.evaluator];

export const MissingOfYear = ({ viewer, page }: MissingProps): Child => {
  const { evaluator, degrees } = missingOf(page, viewer.today);
  const { measuringFrom, duty } = page;
  const who = evaluatorInWords(page, viewer);
  const isAhead = measuringFrom !== null && viewer.today < measuringFrom;
  return (
    <section aria-labelledby="manca">
      <h2 id="manca">Che cosa manca</h2>
      {isAhead ? (
        <p>{`La misurazione si apre ${italianDate(measuringFrom)}: da quel giorno qui si legge che cosa serve ancora, settore per settore.`}</p>
      ) : null}
      {evaluator.length > 0 ? (
        <>
          <h3 class="h6">{`Perché ${who} possa lavorare`}</h3>
          <List {...{ page, things: evaluator }} />
        </>
      ) : isAhead ? null : (
        <p>{duty?.state === 'done' ? 'Non manca nulla.' : `Per ${who} c'è tutto: può lavorare.`}</p>
      )}
      {degrees.length > 0 ? (
        <>
          <h3 class="h6">Perché ogni grado sia deciso</h3>
          <List {...{ page, things: degrees }} />
        </>
      ) : null}
    </section>
  );
};

const List = ({
  page,
  things,
}: {
  readonly page: MeasurementPage;
  readonly things: readonly MissingThing[];
}): Child => (
  <ul class="tr-lines">
    {things.map((thing) => (
      <li>
        <a href={placeOf(thing, page.year.cycle.year)}>{missingInWords(thing)}</a>
      </li>
    ))}
  </ul>
);

function placeOf(thing: MissingThing, year: number): string {
  if (thing.is === 'monitoring') return `/monitoraggio/${thing.submission}`;
  if (thing.is === 'sheet') return `/autovalutazione/${thing.sheet}`;
  return `/misurazione/settori/${thing.sectorId}?anno=${year}`;
}
