/** The form of a self-evaluation: what is missing, then each objective. One form, two buttons. */
import type { Child, FC } from 'hono/jsx';
import { counted } from '../../mail/italian-numbers.js';
import type { SheetPage } from '../queries/sheet-page.js';
import { CommandForm } from './fields.js';
import { titleOf } from './obligation-parts.js';
import { SheetLineFields } from './sheet-line.js';
import type { SheetOffered, SheetProps } from './sheet-props.js';
import { Problems } from './submission-form.js';

export const SheetForm: FC<SheetProps> = ({ viewer, page, ...props }) => {
  const { sheet, lines, may } = page;
  const offered = props.offered?.form === 'compila' ? props.offered : null;
  const place = `/autovalutazione/${sheet.id}`;
  return (
    <section aria-labelledby="compila">
      <h2 id="compila">Compila</h2>
      <p class="tr-hint">
        {`Ogni voce parte dall'ultimo monitoraggio e dal grado che risulta dai dati: correggilo se non è giusto. Il grado lo decide poi chi valuta. Puoi salvare la bozza quante volte vuoi.`}
      </p>
      {offered === null ? null : <Refused offered={offered} page={page} />}
      <div data-avvisi="">
        <Missing page={page} />
      </div>
      <CommandForm
        viewer={viewer}
        action={`${place}/bozza`}
        class="tr-submission"
        data={{ salva: 'si' }}
        isDraft
      >
        <input type="hidden" name="visto" value={String(sheet.rowVersion)} />
        <input type="hidden" name="righe" value={String(lines.length)} />
        {lines.map((line, index) => (
          <SheetLineFields
            line={line}
            index={index}
            offered={offered?.lines.find(({ objective }) => objective === line.measured.objective.id) ?? null}
            isConflict={offered?.conflicts.includes(line.measured.objective.id) ?? false}
            problems={offered?.problems ?? []}
          />
        ))}
        <div class="tr-save">
          <button type="submit" class="btn btn-outline-primary">
            Salva bozza
          </button>
          {may.transmit ? (
            <button type="submit" class="btn btn-primary" formaction={`${place}/trasmetti`}>
              Trasmetti
            </button>
          ) : null}
          <span class="tr-saved" data-salvato="si" role="status"></span>
        </div>
      </CommandForm>
    </section>
  );
};

const Refused = ({ offered, page }: { readonly offered: SheetOffered; readonly page: SheetPage }): Child => {
  const names = page.lines
    .filter(({ measured }) => offered.conflicts.includes(measured.objective.id))
    .map(({ measured: { objective } }) => titleOf({ number: objective.number, objective: objective.title }));
  return (
    <div class="tr-flash tr-flash-wrong" role="alert">
      <p>
        {names.length > 0
          ? `Mentre scrivevi qualcun altro ha salvato: ${names.join('; ')}. Il resto è salvato. Confronta e salva di nuovo.`
          : "Non è stata trasmessa: c'è qualcosa da completare o da correggere."}
      </p>
      <Problems problems={offered.problems} />
    </div>
  );
};

const Missing = ({ page }: { readonly page: SheetPage }): Child => {
  const open = page.lines.filter(({ missing }) => missing.length > 0);
  const total = page.lines.length;
  return open.length === 0 ? (
    <p class="tr-flash tr-flash-done">{`${counted(total, 'obiettivo completo', 'obiettivi completi')}: si può trasmettere.`}</p>
  ) : (
    <details class="tr-details">
      <summary>{`Complete ${total - open.length} voci su ${total}: che cosa manca`}</summary>
      <ul class="tr-lines">
        {open.map(({ measured: { objective }, missing }) => (
          <li>
            <strong>{titleOf({ number: objective.number, objective: objective.title })}</strong>
            <Problems problems={missing} />
          </li>
        ))}
      </ul>
    </details>
  );
};
