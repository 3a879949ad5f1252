/** The fields of an individual objective, and the form of its degree. */
import type { FC } from 'hono/jsx';
import type { ParentObjective } from '../../../domain/cycle/individual-objectives.js';
import { pointsToDecimal } from '../../../domain/plan/points.js';
import type { KeptIndividual } from '../../../store/plan/individual-objectives.js';
import type { PersonSheet } from '../../queries/individual-page.js';
import type { Viewer } from '../../viewer.js';
import {
  blank,
  CheckBox,
  CommandForm,
  ErrorSummary,
  Input,
  Select,
  TextArea,
  type Typed,
} from '../fields.js';
import { shortDate } from '../italian-time.js';
import { parentInWords } from './individual-words.js';

interface AssignProps {
  readonly sheet: PersonSheet;
  readonly typed: Typed;
  readonly of: string;
  /** What it is linked to already. */
  readonly linked: ParentObjective | null;
}

export const AssignFields: FC<AssignProps> = ({ sheet: { parents, year }, typed, of, linked }) => {
  const gone = linked !== null && parents.every(({ id }) => id !== linked.id) ? [linked] : [];
  return (
    <>
      <Input name="title" of={of} label="Obiettivo" typed={typed} autocomplete="off" required />
      <Select
        name="parent"
        of={of}
        label="Collegato all'obiettivo del settore"
        typed={typed}
        required
        choices={[
          { value: '', text: 'Scegli' },
          ...[...gone, ...parents].map((one) => ({ value: one.id, text: choiceOf(one) })),
        ]}
      />
      <div class="tr-row">
        <Input
          name="due"
          of={of}
          label="Entro il"
          type="date"
          typed={typed}
          min={`${year}-01-01`}
          max={`${year}-12-31`}
          required
        />
        <Input
          name="weight"
          of={of}
          label="Peso"
          inputmode="decimal"
          typed={typed}
          hint="Gli obiettivi di una persona sommano a 100."
        />
      </div>
    </>
  );
};

const LONGEST = 90;
function choiceOf(one: ParentObjective): string {
  const words = parentInWords(one);
  const title = words.length > LONGEST ? `${words.slice(0, LONGEST - 1)}…` : words;
  if (one.withdrawn) return `${title} (tolto dal Piano)`;
  return one.due === null ? title : `${title} (entro il ${shortDate(one.due)})`;
}

interface DegreeProps {
  readonly viewer: Viewer;
  readonly one: KeptIndividual;
  readonly action: string;
  readonly typed: Typed | null;
}

export const DegreeForm: FC<DegreeProps> = ({ viewer, one, action, typed }) => {
  const values = typed ?? valuesOf(one);
  const of = `grado-${one.id}`;
  return (
    <details class="tr-details" open={typed !== null}>
      <summary>
        Grado di fine anno
        <span class="visually-hidden">{`: ${one.title}`}</span>
      </summary>
      <ErrorSummary typed={values} of={of} />
      <CommandForm viewer={viewer} action={action}>
        <input type="hidden" name="visto" value={String(one.rowVersion)} />
        <Input
          name="degree"
          of={of}
          label="Grado da 0 a 100"
          inputmode="decimal"
          typed={values}
          hint="Vuoto: ancora da registrare."
        />
        <CheckBox
          name="notAssessable"
          of={of}
          label="Non valutabile"
          typed={values}
          hint="Per esempio per una lunga assenza. Scrivi il perché nella nota."
        />
        <TextArea name="note" of={of} label="Nota" rows={3} typed={values} />
        <button type="submit" class="btn btn-outline-primary">
          Registra
        </button>
      </CommandForm>
    </details>
  );
};

const valuesOf = ({ degree, note }: KeptIndividual): Typed =>
  blank({
    degree: degree.is === 'degree' ? pointsToDecimal(degree.degree).replace('.', ',') : '',
    notAssessable: degree.is === 'not-assessable' ? 'si' : '',
    note: note ?? '',
  });
