/** A page compiled objective by objective: one form with two buttons, what is missing, what was not taken. */
import type { FC, PropsWithChildren } from 'hono/jsx';
import { counted } from '../../mail/italian-numbers.js';
import type { FieldProblem } from '../refusals.js';
import type { Viewer } from '../viewer.js';
import { CommandForm } from './fields.js';
import { titleOf } from './obligations/obligation-parts.js';

/** One objective of it, and what it still lacks. */
export interface CompiledLine {
  readonly number: string | null;
  readonly title: string;
  readonly missing: readonly FieldProblem[];
}

const nameOf = ({ number, title }: CompiledLine): string => titleOf({ number, objective: title });

interface CompiledProps {
  readonly viewer: Viewer;
  /** Its path; saving and transmitting are below it. */
  readonly place: string;
  readonly rowVersion: number;
  readonly lines: number;
  readonly mayTransmit: boolean;
}

/** Saved as a draft, by itself too where scripts run, or transmitted. */
export const CompiledForm: FC<PropsWithChildren<CompiledProps>> = (props) => (
  <CommandForm
    viewer={props.viewer}
    action={`${props.place}/bozza`}
    class="tr-submission"
    data={{ salva: 'si' }}
    isDraft
  >
    <input type="hidden" name="visto" value={String(props.rowVersion)} />
    <input type="hidden" name="righe" value={String(props.lines)} />
    {props.children}
    <div class="tr-save">
      <button type="submit" class="btn btn-outline-primary">
        Salva bozza
      </button>
      {props.mayTransmit ? (
        <button type="submit" class="btn btn-primary" formaction={`${props.place}/trasmetti`}>
          Trasmetti
        </button>
      ) : null}
      <span class="tr-saved" data-salvato="si" role="status"></span>
    </div>
  </CommandForm>
);

/** `conflicts`: the lines that somebody else has saved meanwhile. */
export const NotTaken: FC<{
  readonly conflicts: readonly CompiledLine[];
  readonly problems: readonly FieldProblem[];
}> = ({ conflicts, problems }) => (
  <div class="tr-flash tr-flash-wrong" role="alert">
    {conflicts.length > 0 ? (
      <p>
        {`Mentre scrivevi qualcun altro ha salvato ${conflicts.length === 1 ? 'questa voce' : 'queste voci'}: ${conflicts.map(nameOf).join('; ')}. Il resto è salvato. Qui sotto trovi, accanto a ciò che hai scritto, ciò che è salvato adesso: confronta e salva di nuovo.`}
      </p>
    ) : (
      <p>
        <strong>Non è stato trasmesso: c'è qualcosa da completare o da correggere.</strong>
      </p>
    )}
    <Problems problems={problems} />
  </div>
);

/** `then`: what comes once all are complete, as "si può trasmettere". */
export const Missing: FC<{ readonly lines: readonly CompiledLine[]; readonly then: string }> = ({
  lines,
  then,
}) => {
  const open = lines.filter(({ missing }) => missing.length > 0);
  const total = lines.length;
  return open.length === 0 ? (
    <p class="tr-flash tr-flash-done">{`${counted(total, 'obiettivo completo', 'obiettivi completi')}: ${then}.`}</p>
  ) : (
    <details class="tr-details">
      <summary>{`Voci complete ${total - open.length} su ${total}: che cosa manca`}</summary>
      <ul class="tr-lines">
        {open.map((line) => (
          <li>
            <strong>{nameOf(line)}</strong>
            <Problems problems={line.missing} />
          </li>
        ))}
      </ul>
    </details>
  );
};

const SHOWN = 12;

/** The first of them, each with a way to its field. */
const Problems: FC<{ readonly problems: readonly FieldProblem[] }> = ({ problems }) =>
  problems.length === 0 ? null : (
    <ul>
      {problems.slice(0, SHOWN).map(({ field, message }) => (
        <li>{field === '' ? message : <a href={`#${field}`}>{message}</a>}</li>
      ))}
      {problems.length > SHOWN ? (
        <li>{`E altre ${problems.length - SHOWN}: le trovi segnate nelle voci.`}</li>
      ) : null}
    </ul>
  );
