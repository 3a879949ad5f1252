/** One panel for each role that reads a shared mailbox: who, whether a code is asked, and a form to set it. */
import type { FC } from 'hono/jsx';
import { roleKey } from '../../../domain/obligations/obligation.js';
import { listed } from '../../../mail/italian-numbers.js';
import { roleInWords } from '../../../mail/roles.js';
import type { RoleCode } from '../../queries/role-codes.js';
import type { Viewer } from '../../viewer.js';
import { blank, CommandForm, ErrorSummary, Input, type Typed } from '../fields.js';
import { type Frame, townWords } from '../page/frame.js';
import { Page } from '../page/page.js';

interface RoleCodesProps {
  readonly frame: Frame;
  readonly viewer: Viewer;
  readonly codes: readonly RoleCode[];
  readonly refused: { readonly role: string; readonly typed: Typed } | null;
}

export const RoleCodesView: FC<RoleCodesProps> = ({ frame, viewer, codes, refused }) => (
  <Page frame={frame} title="Codici e collegamenti" back={{ href: '/persone', text: 'Persone e ruoli' }}>
    <p class="tr-lead">
      Chi risponde da una casella letta da più persone scrive sempre il proprio nome. Con un codice risponde
      solo chi lo conosce: dopo 5 codici sbagliati per quel giorno da lì non si risponde, e te lo diciamo.
    </p>
    {codes.length === 0 ? (
      <p class="tr-empty">Oggi nessun ruolo ha una casella segnata come letta da più persone.</p>
    ) : (
      codes.map((code, index) => (
        <RolePanel
          viewer={viewer}
          code={code}
          index={index}
          typed={refused?.role === roleKey(code.role) ? refused.typed : null}
        />
      ))
    )}
    <section class="tr-panel" aria-labelledby="collegamenti">
      <h2 id="collegamenti">Collegamenti dei messaggi</h2>
      <p>
        Chi ha un messaggio può rispondere dal suo collegamento. Se un messaggio è finito in mani sbagliate,
        annulla i collegamenti già inviati: quelli dei prossimi messaggi valgono di nuovo.
      </p>
      <CommandForm viewer={viewer} action="/codici/collegamenti">
        <button type="submit" class="btn btn-outline-primary">
          Annulla i collegamenti già inviati
        </button>
      </CommandForm>
    </section>
  </Page>
);

const RolePanel: FC<{
  readonly viewer: Viewer;
  readonly code: RoleCode;
  readonly index: number;
  readonly typed: Typed | null;
}> = ({ viewer, code: { role, people, isSet }, index, typed }) => {
  const name = roleInWords(role, townWords(viewer.town));
  const of = String(index + 1);
  const hidden = <input type="hidden" name="ruolo" value={roleKey(role)} />;
  return (
    <section class="tr-panel" aria-labelledby={`ruolo-${of}`}>
      <h2 id={`ruolo-${of}`}>{name}</h2>
      <p>
        {people.length === 0
          ? 'Oggi nessuno legge una casella condivisa in questo ruolo. '
          : `${listed(people)}. `}
        {isSet ? 'Per rispondere serve il codice.' : 'Nessun codice: basta il nome di chi risponde.'}
      </p>
      {typed === null ? null : <ErrorSummary typed={typed} of={of} />}
      <CommandForm viewer={viewer} action="/codici">
        {hidden}
        <Input
          name="code"
          of={of}
          label={isSet ? 'Nuovo codice' : 'Codice'}
          typed={typed ?? blank()}
          autocomplete="off"
          inputmode="numeric"
          hint="Da 6 a 12 cifre. Non si può rileggere: comunicalo a voce a chi può rispondere."
          required
        />
        <button type="submit" class="btn btn-primary">
          {isSet ? 'Cambia il codice' : 'Imposta il codice'}
        </button>
      </CommandForm>
      {isSet ? (
        <CommandForm viewer={viewer} action="/codici">
          {hidden}
          <input type="hidden" name="togli" value="si" />
          <button type="submit" class="btn btn-outline-primary">
            Togli il codice
            <span class="visually-hidden">{` di ${name}`}</span>
          </button>
        </CommandForm>
      ) : null}
    </section>
  );
};
