/** Under a term of the *Calendario normativo*: the obligation it became, or the form that makes it one. */
import type { FC } from 'hono/jsx';
import { type DutyOffer, dutyOf } from '../../../domain/cycle/legal/duty-offers.js';
import type { LegalLine } from '../../../domain/cycle/legal/legal-calendar.js';
import { dueOf, type Role, roleKey } from '../../../domain/obligations/obligation.js';
import { daysBetween } from '../../../domain/time/civil-date.js';
import { italianDate } from '../../../mail/italian-dates.js';
import { roleInWords } from '../../../mail/roles.js';
import type { LegalDuty } from '../../../store/cycle/legal-duties.js';
import type { LegalPage } from '../../queries/legal-page.js';
import { actingRole } from '../../rights.js';
import type { Viewer } from '../../viewer.js';
import { blank, type Choice, CommandForm, Input, Select } from '../fields.js';
import { townWords } from '../page/frame.js';
import { fallsInWords } from './legal-words.js';

interface DutyProps {
  readonly viewer: Viewer;
  readonly page: LegalPage;
  readonly line: LegalLine;
  readonly mayOblige: boolean;
}

export const LegalDuties: FC<DutyProps> = (props) => {
  const { page, line, mayOblige } = props;
  const owed = page.duties.filter(({ rule }) => rule === line.rule.id);
  return (
    <>
      {owed.map((duty) => (
        <Owed {...props} duty={duty} />
      ))}
      {mayOblige ? <Offer {...props} owed={owed} /> : null}
    </>
  );
};

const Owed: FC<DutyProps & { readonly duty: LegalDuty }> = ({ viewer, mayOblige, duty }) => {
  const who = roleInWords(duty.owner, townWords(viewer.town));
  const said = `È una scadenza a carico di: ${who}`;
  const reads = actingRole(viewer.roles, 'obligations.read', [duty.owner]) !== null;
  return (
    <div>
      <p>
        {reads ? <a href={`/scadenze/${duty.obligation}`}>{said}</a> : said}
        {`. ${stateInWords(duty)}`}
      </p>
      {mayOblige && duty.state === 'open' ? (
        <details class="tr-legal-behind">
          <summary>
            Togli dalle scadenze
            <span class="visually-hidden">{` di ${who}`}</span>
          </summary>
          <CommandForm viewer={viewer} action={`/calendario-normativo/scadenze/${duty.obligation}/togli`}>
            <input type="hidden" name="anno" value={String(duty.year)} />
            <Input name="reason" of={duty.obligation} label="Motivo" typed={blank()} required />
            <button type="submit" class="btn btn-outline-primary">
              Togli
            </button>
          </CommandForm>
        </details>
      ) : null}
    </div>
  );
};

function stateInWords(duty: LegalDuty): string {
  const due = dueOf(duty);
  if (duty.doneOn !== null) {
    const late = due === null ? 0 : daysBetween(due, duty.doneOn);
    const days = late === 1 ? 'un giorno' : `${late} giorni`;
    return `Conclusa ${italianDate(duty.doneOn)}${late > 0 ? `, ${days} oltre il termine` : ''}.`;
  }
  return due === null ? 'Il giorno non è ancora noto.' : `Entro ${italianDate(due)}.`;
}

const NOT_OFFERED = {
  limit: null,
  'by-the-cycle': 'La scadenza la apre il ciclo, nel suo passo.',
} as const;

const Offer: FC<DutyProps & { readonly owed: readonly LegalDuty[] }> = ({ viewer, page, line, owed }) => {
  const offer = dutyOf(line.rule.id);
  if (typeof offer === 'string') {
    const says = NOT_OFFERED[offer];
    return says === null ? null : <p class="tr-hint">{says}</p>;
  }
  const isOwed = owed.length > 0 && !offer.each;
  if (isOwed || line.asked === 'not-asked' || line.doneOn !== null) return null;
  const owners = ownersOf(offer, page, owed, viewer);
  if (owners.length === 0) return null;
  const { id, act, force } = line.rule;
  return (
    <details class="tr-legal-behind">
      <summary>
        Rendilo una scadenza
        <span class="visually-hidden">{`: ${act}`}</span>
      </summary>
      <CommandForm viewer={viewer} action="/calendario-normativo/scadenze">
        <input type="hidden" name="anno" value={String(page.year)} />
        <input type="hidden" name="termine" value={id} />
        {force === 'own-rules' || force === 'custom' ? (
          <p class="tr-hint">
            La legge da sola non lo chiede al Comune: chiedilo se lo prevede il SMVP o un regolamento.
          </p>
        ) : null}
        {line.readings.length > 1 ? (
          <Select
            name="lettura"
            of={id}
            label="Secondo quale lettura"
            typed={blank()}
            required
            choices={line.readings.map(({ reading, falls }, index) => ({
              value: reading.id,
              text: `${index + 1}ª: ${fallsInWords(falls)}`,
            }))}
          />
        ) : null}
        <Select name="a" of={id} label="A carico di" typed={blank()} required choices={owners} />
        <button type="submit" class="btn btn-outline-primary">
          Apri la scadenza
        </button>
      </CommandForm>
    </details>
  );
};

/** Who usually owes it first. */
function ownersOf(
  offer: DutyOffer,
  { sectors }: LegalPage,
  owed: readonly LegalDuty[],
  viewer: Viewer,
): readonly Choice[] {
  const free = sectors.filter((sector) => !offer.each || owed.every((duty) => duty.sector !== sector));
  const heads: readonly Role[] = free.map((sector) => ({ role: 'head', sector }));
  const town: readonly Role[] = offer.each ? [] : [{ role: 'secretary' }, { role: 'oiv' }, { role: 'rpct' }];
  const usual = ({ role }: Role): number => (role === offer.owner ? 0 : 1);
  return [...town, ...heads]
    .toSorted((a, b) => usual(a) - usual(b))
    .map((role) => ({ value: roleKey(role), text: roleInWords(role, townWords(viewer.town)) }));
}
