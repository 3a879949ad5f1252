/** *Installazione*: the towns by name and size, those being set up, and the way to add one. No fact of any town. */
import type { FC } from 'hono/jsx';
import { counted } from '../../../mail/italian-numbers.js';
import type { TestMail } from '../../../store/notices/test-mails.js';
import type { TownSize } from '../../../store/people/administrators.js';
import type { TownSetup } from '../../../store/towns/town-setups.js';
import type { TownMode } from '../../../store/towns/towns.js';
import type { EnteredAccount } from '../../account.js';
import { accountName } from '../entry/account-name.js';
import { CommandForm } from '../fields.js';
import { ACCOUNT_ZONE, shortMoment } from '../italian-time.js';
import type { Frame } from '../page/frame.js';
import { Page } from '../page/page.js';
import { Table } from '../table.js';
import { SETUPS, setupName } from './setup-words.js';
import { TestMailPanel } from './test-mail.js';

interface InstallationProps {
  readonly frame: Frame;
  readonly account: EnteredAccount;
  readonly towns: readonly TownSize[];
  readonly setups: readonly TownSetup[];
  readonly lastTest: TestMail | null;
}

const MODES: Readonly<Record<TownMode, string>> = {
  demo: 'dimostrazione',
  trial: 'in prova',
  live: 'in esercizio',
};

export const InstallationView: FC<InstallationProps> = ({ frame, account, towns, setups, lastTest }) => (
  <Page frame={frame} title="Amministrazione dell'installazione" subtitle={accountName(account)}>
    <p class="tr-lead">
      Qui si aggiungono gli enti e se ne vede la dimensione. Piani, scadenze, persone e messaggi di un ente li
      vede solo chi ha un ruolo in quell'ente.
    </p>
    <section aria-labelledby="nuovo">
      <h2 id="nuovo">Aggiungi un ente</h2>
      {setups.length === 0 ? null : (
        <Table
          caption="Enti che si stanno preparando"
          columns={[
            {
              title: 'In preparazione',
              heading: true,
              cell: (setup) => <a href={`${SETUPS}/${setup.id}/ente`}>{setupName(setup)}</a>,
            },
            { title: 'Ultima modifica', cell: ({ changedAt }) => shortMoment(changedAt, ACCOUNT_ZONE) },
            {
              title: 'Scarta',
              cell: (setup) => (
                <CommandForm viewer={account} action={`${SETUPS}/${setup.id}/scarta`} class="tr-inline-form">
                  <button type="submit" class="btn btn-outline-primary btn-sm">
                    Scarta
                    <span class="visually-hidden">{` ${setupName(setup)}`}</span>
                  </button>
                </CommandForm>
              ),
            },
          ]}
          rows={setups}
          empty=""
        />
      )}
      <CommandForm viewer={account} action={SETUPS} class="tr-inline-form">
        <button type="submit" class="btn btn-primary">
          Aggiungi un ente
        </button>
      </CommandForm>
      <p class="tr-hint">
        Sei passi e un riepilogo, salvati uno per uno: puoi fermarti e riprendere. Ciò che resta fermo per 90
        giorni si cancella.
      </p>
    </section>
    <section aria-labelledby="enti">
      <h2 id="enti">{`Enti (${towns.length})`}</h2>
      <Table
        caption="Enti di questa installazione"
        columns={[
          { title: 'Ente', heading: true, cell: ({ name }) => name },
          { title: 'Sigla', cell: ({ slug }) => slug },
          { title: 'Stato', cell: ({ mode }) => MODES[mode] },
          { title: 'Dimensione', cell: ({ people }) => counted(people, 'persona', 'persone') },
          { title: 'Aggiunto', cell: ({ createdAt }) => shortMoment(createdAt, ACCOUNT_ZONE) },
        ]}
        rows={towns}
        empty="Non c'è ancora nessun ente."
      />
    </section>
    <TestMailPanel account={account} last={lastTest} action="/installazione/prova-posta" />
    {frame.viewer === null ? <Leave account={account} /> : null}
  </Page>
);

/** Whoever acts in no town has no header to leave by. */
const Leave: FC<{ readonly account: EnteredAccount }> = ({ account }) => (
  <CommandForm viewer={account} action="/accessi/chiudi" class="tr-inline-form">
    <input type="hidden" name="accesso" value={account.id} />
    <button type="submit" class="btn btn-outline-primary btn-sm">
      Esci
    </button>
  </CommandForm>
);
