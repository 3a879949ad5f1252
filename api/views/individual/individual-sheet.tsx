/** One collaborator's objectives of a year: what is assigned, what does not fit, and the forms of whoever assigns. */
import type { FC } from 'hono/jsx';
import { pointsToDecimal } from '../../../domain/plan/points.js';
import { italianDate } from '../../../mail/italian-dates.js';
import type { KeptIndividual } from '../../../store/plan/individual-objectives.js';
import type { PersonSheet } from '../../queries/individual-page.js';
import type { Viewer } from '../../viewer.js';
import { Fact } from '../board/my-deadlines.js';
import { blank, CommandForm, ErrorSummary, Input, type Typed } from '../fields.js';
import { FormGone } from '../form-gone.js';
import { shortDate } from '../italian-time.js';
import type { Frame } from '../page/frame.js';
import { Page } from '../page/page.js';
import { AssignFields, DegreeForm } from './individual-forms.js';
import { INDIVIDUAL_PLACE } from './individual-page.js';
import { degreeInWords, findingInWords, parentInWords, weightOrNone } from './individual-words.js';

/** Which form was refused: `assegna`, `fine`, or one of an objective's with its id. */
export type SheetForm = 'assegna' | 'fine' | `${'cambia' | 'grado' | 'ritira'}-${string}`;

export interface SheetProps {
  readonly viewer: Viewer;
  readonly sheet: PersonSheet;
  readonly refused: { readonly form: SheetForm; readonly typed: Typed } | null;
}

export const IndividualSheetView: FC<SheetProps & { readonly frame: Frame }> = ({ frame, ...props }) => {
  const { sheet } = props;
  const { collaborator, year, objectives } = sheet;
  return (
    <Page
      frame={frame}
      title={collaborator.name}
      subtitle={`Obiettivi individuali ${year} – ${collaborator.sectorName}`}
      back={{
        href: `${INDIVIDUAL_PLACE}?anno=${year}&settore=${collaborator.sector}`,
        text: 'Obiettivi individuali',
      }}
    >
      {sheet.years.length < 2 ? null : (
        <nav class="tr-pages" aria-label="Anno del ciclo">
          {sheet.years.map((one) =>
            one === year ? (
              <strong aria-current="page">{one}</strong>
            ) : (
              <a href={`${INDIVIDUAL_PLACE}/${collaborator.id}?anno=${one}`}>{one}</a>
            ),
          )}
        </nav>
      )}
      <Told {...props} />
      {sheet.findings.length === 0 ? null : (
        <ul>
          {sheet.findings.map((finding) => (
            <li>{findingInWords(finding, objectives)}</li>
          ))}
        </ul>
      )}
      {objectives.length === 0 ? null : (
        <p>
          <a href={`${INDIVIDUAL_PLACE}/${collaborator.id}/scheda?anno=${year}`}>
            Scheda di assegnazione da stampare e firmare
          </a>
        </p>
      )}
      {objectives.map((one) => (
        <Objective {...props} one={one} />
      ))}
      {sheet.mayWrite && sheet.isOpen ? <Assign {...props} /> : null}
      {sheet.mayWrite ? <End {...props} /> : null}
    </Page>
  );
};

/** What was refused of a form that is not on the page any more, or that has no fields. */
const Told: FC<SheetProps> = ({ refused, sheet }) => {
  if (refused === null) return null;
  const isThere =
    sheet.mayWrite &&
    (refused.form === 'assegna'
      ? sheet.isOpen
      : sheet.objectives.some(({ id }) => refused.form === `grado-${id}` || refused.form === `cambia-${id}`));
  return isThere ? null : <FormGone problems={refused.typed.problems} />;
};

const Objective: FC<SheetProps & { readonly one: KeptIndividual }> = ({ viewer, sheet, refused, one }) => {
  const typed = (form: 'cambia' | 'grado'): Typed | null =>
    refused?.form === `${form}-${one.id}` ? refused.typed : null;
  const seen = <input type="hidden" name="visto" value={String(one.rowVersion)} />;
  const action = `${INDIVIDUAL_PLACE}/obiettivi/${one.id}`;
  return (
    <section class="tr-panel" aria-labelledby={`obiettivo-${one.id}`}>
      <h2 id={`obiettivo-${one.id}`}>{one.title}</h2>
      <dl class="tr-facts">
        <Fact label="Obiettivo del settore">
          <a href={`/obiettivi/${one.parent.id}`}>{parentInWords(one.parent)}</a>
        </Fact>
        <Fact label="Entro il">{italianDate(one.due)}</Fact>
        <Fact label="Peso">{weightOrNone(one)}</Fact>
        <Fact label="Grado di raggiungimento">{degreeInWords(one.degree)}</Fact>
        {one.note === null ? null : <Fact label="Nota">{one.note}</Fact>}
      </dl>
      {sheet.mayWrite ? (
        <>
          {sheet.mailbox === null || one.degree.is !== 'open' ? null : (
            <p>
              <a href={reminderOf(one, sheet.mailbox)}>
                Scrivi a {sheet.collaborator.name}
                <span class="visually-hidden">{`: ${one.title}`}</span>
              </a>
              {' (si apre la tua posta)'}
            </p>
          )}
          <DegreeForm viewer={viewer} one={one} action={`${action}/grado`} typed={typed('grado')} />
          {sheet.isOpen ? (
            <details class="tr-details" open={typed('cambia') !== null}>
              <summary>
                Cambia o ritira
                <span class="visually-hidden">{`: ${one.title}`}</span>
              </summary>
              <ErrorSummary typed={typed('cambia') ?? blank()} of={`cambia-${one.id}`} />
              <CommandForm viewer={viewer} action={action}>
                {seen}
                <AssignFields
                  sheet={sheet}
                  typed={typed('cambia') ?? valuesOf(one)}
                  of={`cambia-${one.id}`}
                  linked={one.parent}
                />
                <button type="submit" class="btn btn-outline-primary">
                  Salva
                </button>
              </CommandForm>
              <CommandForm viewer={viewer} action={`${action}/ritira`}>
                {seen}
                <button type="submit" class="btn btn-outline-danger">
                  Ritira l'obiettivo
                </button>
              </CommandForm>
            </details>
          ) : null}
        </>
      ) : null}
    </section>
  );
};

/** A message that the Responsabile sends, or not, from their own mailbox: the program sends none (docs/adr/0054). */
function reminderOf({ title, due, parent }: KeptIndividual, mailbox: string): string {
  const subject = `Obiettivo individuale entro il ${shortDate(due)}: ${title}`;
  const body = `Ti ricordo l'obiettivo «${title}», da concludere entro ${italianDate(due)}, collegato a «${parentInWords(parent)}».`;
  return `mailto:${encodeURIComponent(mailbox)}?subject=${encodeURIComponent(subject)}&body=${encodeURIComponent(body)}`;
}

const valuesOf = (one: KeptIndividual): Typed =>
  blank({
    ...{ title: one.title, parent: one.parent.id, due: one.due },
    weight: one.weight === null ? '' : pointsToDecimal(one.weight).replace('.', ','),
  });

const Assign: FC<SheetProps> = ({ viewer, sheet, refused }) => {
  const typed = refused?.form === 'assegna' ? refused.typed : blank();
  return (
    <section class="tr-panel" aria-labelledby="assegna">
      <h2 id="assegna">Assegna un obiettivo</h2>
      <ErrorSummary typed={typed} of="assegna" />
      <CommandForm viewer={viewer} action={`${INDIVIDUAL_PLACE}/${sheet.collaborator.id}`}>
        <input type="hidden" name="anno" value={String(sheet.year)} />
        <AssignFields sheet={sheet} typed={typed} of="assegna" linked={null} />
        <button type="submit" class="btn btn-primary">
          Assegna
        </button>
      </CommandForm>
    </section>
  );
};

const End: FC<SheetProps> = ({ viewer, sheet: { collaborator, year } }) =>
  collaborator.to !== null ? (
    <p class="tr-hint">{`Nel settore fino a ${italianDate(collaborator.to)}.`}</p>
  ) : (
    <details class="tr-details">
      <summary>Non è più un collaboratore del settore</summary>
      <CommandForm viewer={viewer} action={`${INDIVIDUAL_PLACE}/${collaborator.id}/fine`}>
        <input type="hidden" name="anno" value={String(year)} />
        <Input name="lastDay" label="Ultimo giorno" type="date" typed={blank()} required />
        <button type="submit" class="btn btn-outline-primary">
          Registra
        </button>
      </CommandForm>
    </details>
  );
