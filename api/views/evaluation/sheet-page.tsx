/** *Autovalutazione*: for whoever writes the form, for whoever reads what was claimed; then what can be done. */
import type { Child, FC } from 'hono/jsx';
import { italianDate } from '../../../mail/italian-dates.js';
import { roleInWords } from '../../../mail/roles.js';
import { Fact } from '../board/my-deadlines.js';
import { blank, CommandForm, ErrorSummary, TextArea, type Typed } from '../fields.js';
import { FormGone } from '../form-gone.js';
import { shortMoment } from '../italian-time.js';
import { EvidenceList } from '../obligations/evidence-list.js';
import { titleOf } from '../obligations/obligation-parts.js';
import { type Frame, townWords } from '../page/frame.js';
import { Page } from '../page/page.js';
import { SHEET_TONES, sheetOn } from './measurement-words.js';
import { SheetForm } from './sheet-form.js';
import { ContentSaid, Phases } from './sheet-line.js';
import type { SheetProps } from './sheet-props.js';

export const SheetPageView: FC<SheetProps & { readonly frame: Frame }> = ({ frame, ...props }) => {
  const { viewer, page, offered } = props;
  const { sheet, may } = page;
  const isFormGone = offered !== null && offered.form === 'compila' && !may.write;
  return (
    <Page
      frame={frame}
      title={`Autovalutazione ${sheet.year}`}
      subtitle={`${viewer.town.settings.words.sector} ${sheet.sectorName}`}
      back={{ href: `/misurazione?anno=${sheet.year}`, text: 'Misurazione' }}
      {...(may.write ? { script: 'monitoraggio' } : {})}
    >
      <p class="tr-badges">
        <span class={`tr-badge tr-badge-${SHEET_TONES[sheet.state]}`}>{sheetOn(sheet, viewer.today)}</span>
      </p>
      {isFormGone ? <FormGone problems={offered.problems} /> : null}
      <dl class="tr-facts tr-facts-wide">
        <Fact label="Entro il">{italianDate(sheet.due)}</Fact>
        <Fact label="Trasmette">{roleInWords(sheet.owner, townWords(viewer.town))}</Fact>
        <Fact label="Obiettivi">{String(page.lines.length)}</Fact>
        {sheet.transmitted === null ? null : (
          <Fact label="Trasmessa">
            {`${shortMoment(sheet.transmitted.at, viewer.town.clock.zone)}, da ${sheet.transmitted.by}`}
            {sheet.transmitted.late ? <span class="tr-due-note tr-due-late">oltre il termine</span> : null}
          </Fact>
        )}
      </dl>
      {sheet.state === 'reopened' ? (
        <section class="tr-panel tr-panel-alert" aria-labelledby="perche">
          <h2 id="perche">Perché è stata riaperta</h2>
          <p class="tr-said">{sheet.reason === '' ? 'Testo cancellato.' : sheet.reason}</p>
        </section>
      ) : null}
      {may.reopen ? <Reopen {...props} /> : null}
      {may.write ? <SheetForm {...props} /> : <Read {...props} />}
      {page.evidence === null ? null : (
        <section aria-labelledby="documenti">
          <h2 id="documenti">Documenti</h2>
          <EvidenceList evidence={page.evidence} zone={viewer.town.clock.zone} />
          {may.write ? (
            <p>
              <a href={`/scadenze/${sheet.id}#documenti`}>Aggiungi un documento all'autovalutazione</a>
            </p>
          ) : null}
        </section>
      )}
    </Page>
  );
};

const Reopen: FC<SheetProps> = ({ viewer, page, offered }) => {
  const typed: Typed =
    offered?.form === 'riapri' ? { values: { reason: offered.text }, problems: offered.problems } : blank();
  return (
    <section class="tr-panel" aria-labelledby="riapri">
      <h2 id="riapri">Riapri</h2>
      <CommandForm viewer={viewer} action={`/autovalutazione/${page.sheet.id}/riapri`}>
        <ErrorSummary typed={typed} />
        <input type="hidden" name="visto" value={String(page.sheet.rowVersion)} />
        <TextArea
          name="reason"
          label="Motivo"
          rows={3}
          typed={typed}
          hint="Il settore può correggere e trasmettere di nuovo entro 5 giorni lavorativi."
          required
        />
        <button type="submit" class="btn btn-outline-primary">
          Riapri
        </button>
      </CommandForm>
    </section>
  );
};

const Read = ({ viewer, page }: SheetProps): Child => {
  const { sheet, lines } = page;
  if (sheet.state === 'draft' && viewer.today < sheet.opens)
    return <p class="tr-lead">{`Si compila da ${italianDate(sheet.opens)}, quando l'anno è concluso.`}</p>;
  if (sheet.transmitted === null)
    return (
      <p class="tr-empty">Il settore non ha ancora trasmesso nulla. La bozza la legge chi la compila.</p>
    );
  return (
    <section aria-labelledby="trasmessa">
      <h2 id="trasmessa">Che cosa è stato trasmesso</h2>
      {lines.map(({ measured: { objective }, content }) => (
        <section
          class="tr-panel"
          aria-label={titleOf({ number: objective.number, objective: objective.title })}
        >
          <h3>{titleOf({ number: objective.number, objective: objective.title })}</h3>
          <Phases objective={objective} />
          <ContentSaid content={content} />
        </section>
      ))}
    </section>
  );
};
