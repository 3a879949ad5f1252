/** The form of a self-evaluation: what is missing, then each objective. One form, two buttons. */
import type { FC } from 'hono/jsx';
import type { SheetPage } from '../../queries/sheet-page.js';
import { CompiledForm, type CompiledLine, Missing, NotTaken } from '../compiled-form.js';
import { SheetLineFields } from './sheet-line.js';
import type { SheetProps } from './sheet-props.js';

export const SheetForm: FC<SheetProps> = ({ viewer, page, ...props }) => {
  const { sheet, lines, may } = page;
  const offered = props.offered?.form === 'compila' ? props.offered : null;
  const conflicting = (objectives: readonly string[]) =>
    lines.filter(({ measured }) => objectives.includes(measured.objective.id));
  return (
    <section aria-labelledby="compila">
      <h2 id="compila">Compila</h2>
      <p class="tr-hint">
        {`Ogni voce parte dall'ultimo monitoraggio e dal grado che risulta dai dati: correggilo se non è giusto. Il grado lo decide poi chi valuta. Puoi salvare la bozza quante volte vuoi.`}
      </p>
      {offered === null ? null : (
        <NotTaken conflicts={compiled(conflicting(offered.conflicts))} problems={offered.problems} />
      )}
      <div data-avvisi="">
        <Missing lines={compiled(lines)} then="si può trasmettere" />
      </div>
      <CompiledForm
        viewer={viewer}
        place={`/autovalutazione/${sheet.id}`}
        rowVersion={sheet.rowVersion}
        lines={lines.length}
        mayTransmit={may.transmit}
      >
        {lines.map((line, index) => (
          <SheetLineFields
            line={line}
            index={index}
            offered={offered?.lines.find(({ objective }) => objective === line.measured.objective.id) ?? null}
            isConflict={offered?.conflicts.includes(line.measured.objective.id) ?? false}
            problems={offered?.problems ?? []}
          />
        ))}
      </CompiledForm>
    </section>
  );
};

const compiled = (lines: SheetPage['lines']): readonly CompiledLine[] =>
  lines.map(({ measured: { objective }, missing }) => ({
    number: objective.number,
    title: objective.title,
    missing,
  }));
