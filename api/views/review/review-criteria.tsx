/** The checklist of a town, to change: emptied criteria go, the empty ones at the end are new. */
import type { FC } from 'hono/jsx';
import { CRITERIA_LIMITS } from '../../../domain/review/criteria.js';
import type { NumberedCriteria } from '../../../store/review/review-conclusions.js';
import type { Viewer } from '../../viewer.js';
import { blank, CommandForm, ErrorSummary, Input, TextArea, type Typed } from '../fields.js';
import type { Frame } from '../page/frame.js';
import { Page } from '../page/page.js';

interface CriteriaProps {
  readonly frame: Frame;
  readonly viewer: Viewer;
  readonly inForce: NumberedCriteria;
  readonly refused: Typed | null;
}

/** Empty ones offered beside those in force. */
export const EMPTY_CRITERIA = 3;

export const criterionField = (at: number, field: 'key' | 'text' | 'norm'): string =>
  `criteria[${at}].${field}`;

export const ReviewCriteriaView: FC<CriteriaProps> = ({ frame, viewer, inForce, refused }) => {
  const { number, criteria } = inForce;
  const typed = refused ?? blank(begunWith(inForce));
  const places = Array.from({ length: criteria.length + EMPTY_CRITERIA }, (_, at) => at);
  return (
    <Page
      frame={frame}
      title="Criteri di validazione"
      subtitle={number === 0 ? 'Elenco di partenza' : `Elenco n. ${number}`}
      back={{ href: '/istruttoria', text: 'Istruttoria' }}
    >
      <ErrorSummary typed={typed} />
      <p class="tr-lead">
        Ogni criterio riceve una conclusione. Svuota il testo di un criterio per toglierlo; in fondo se ne
        aggiungono di nuovi. Le conclusioni già date restano con il loro testo di allora.
      </p>
      <CommandForm viewer={viewer} action="/istruttoria/criteri">
        <input type="hidden" name="seen" value={String(number)} />
        <input type="hidden" name="righe" value={String(places.length)} />
        {places.map((at) => (
          <fieldset class="tr-panel">
            <legend>{at < criteria.length ? `Criterio ${at + 1}` : `Nuovo criterio ${at + 1}`}</legend>
            <input
              type="hidden"
              name={criterionField(at, 'key')}
              value={typed.values[criterionField(at, 'key')] ?? ''}
            />
            <TextArea name={criterionField(at, 'text')} label="Testo" typed={typed} rows={2} />
            <Input
              name={criterionField(at, 'norm')}
              label="Norma o fonte"
              typed={typed}
              hint={`Come si cita, al più ${CRITERIA_LIMITS.norm} caratteri. Cambiata, risulta non verificata, e le carte da firmare la riportano come la scrivi.`}
            />
          </fieldset>
        ))}
        <button type="submit" class="btn btn-primary">
          Registra i criteri
        </button>
      </CommandForm>
    </Page>
  );
};

const begunWith = ({ criteria }: NumberedCriteria): Readonly<Record<string, string>> =>
  Object.fromEntries(
    criteria.flatMap(({ key, text, norm }, at) => [
      [criterionField(at, 'key'), key],
      [criterionField(at, 'text'), text],
      [criterionField(at, 'norm'), norm],
    ]),
  );
