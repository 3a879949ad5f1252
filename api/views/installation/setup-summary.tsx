/** The last step of a setup: what the town will be, what keeps it from being, and the button; then the town that was made. */
import type { FC } from 'hono/jsx';
import { counted } from '../../../mail/italian-numbers.js';
import type { TownSetup } from '../../../store/towns/town-setups.js';
import type { EnteredAccount } from '../../account.js';
import { timeOf } from '../../onboarding/sending-fields.js';
import { SETUP_STEPS, type SetupRead, type TownAsked } from '../../onboarding/town-setup.js';
import { CommandForm } from '../fields.js';
import type { Frame } from '../page/frame.js';
import { Page } from '../page/page.js';
import { SetupPage } from './setup-step.js';
import { SETUPS, STEP_TITLES, SUMMARY } from './setup-words.js';

interface SummaryProps {
  readonly frame: Frame;
  readonly account: EnteredAccount;
  readonly setup: TownSetup;
  readonly read: SetupRead;
  /** Why it was not made, found only when it was tried: the short name is taken. `null`: nothing. */
  readonly refused: string | null;
}

export const SetupSummaryView: FC<SummaryProps> = (props) => {
  const { account, setup, read, refused } = props;
  return (
    <SetupPage {...props} here={SUMMARY}>
      {refused === null ? null : (
        <div class="tr-flash tr-flash-wrong" role="alert">
          <p>
            {`${refused} `}
            <a href={`${SETUPS}/${setup.id}/ente`}>Torna al primo passo</a>
          </p>
        </div>
      )}
      {read.ok ? (
        <>
          <Asked town={read.town} />
          <CommandForm viewer={account} action={`${SETUPS}/${setup.id}/crea`}>
            <input type="hidden" name="visto" value={String(setup.version)} />
            <button type="submit" class="btn btn-primary">
              Crea l'ente in prova
            </button>
            <p class="tr-hint">
              In prova nessun messaggio esce: il Segretario importa il piano, prova l'anno e mette l'ente in
              esercizio quando vuole.
            </p>
          </CommandForm>
        </>
      ) : (
        <Missing setup={setup} problems={read.problems} />
      )}
    </SetupPage>
  );
};

const Missing: FC<{
  readonly setup: TownSetup;
  readonly problems: Extract<SetupRead, { ok: false }>['problems'];
}> = ({ setup, problems }) => (
  <div class="tr-flash tr-flash-trouble">
    <p>Prima di creare l'ente:</p>
    <ul>
      {SETUP_STEPS.flatMap((step) =>
        problems[step] === undefined
          ? []
          : [
              <li>
                <a href={`${SETUPS}/${setup.id}/${step}`}>{STEP_TITLES[step]}</a>
                {`: ${problems[step]?.[0]?.message ?? ''}`}
              </li>,
            ],
      )}
    </ul>
  </div>
);

const Asked: FC<{ readonly town: TownAsked }> = ({ town }) => {
  const [secretary] = town.people;
  const rows = [
    ['Ente', `${town.name}, sigla ${town.slug}${town.ipaCode === null ? '' : `, IPA ${town.ipaCode}`}`],
    ['Chiusure', counted(town.closures.length, 'regola o periodo', 'regole e periodi')],
    ['Parole', [town.words.sector, town.words.evaluator, town.words.secretary].join(', ')],
    ['Settori', town.sectors.length === 0 ? 'arrivano con il piano' : town.sectors.join(', ')],
    ['Segretario', `${secretary?.name ?? ''}, ${secretary?.email ?? ''}`],
    ['Altre persone', String(town.people.length - 1)],
    ['Ora degli avvisi', town.minute === null ? 'tra le 7:30 e le 9:00' : `alle ${timeOf(town.minute)}`],
    ['Comunicazione al Sindaco', town.mayorRung.on ? `prevista da ${town.mayorRung.act}` : 'no'],
  ];
  return (
    <dl class="tr-facts tr-facts-wide">
      {rows.map(([what, value]) => (
        <div>
          <dt>{what}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
};

interface MadeProps {
  readonly frame: Frame;
  readonly name: string;
  readonly email: string;
  /** Six digits that open the Segretario's link. */
  readonly code: string;
}

export const TownMadeView: FC<MadeProps> = ({ frame, name, email, code }) => (
  <Page frame={frame} title={`${name} è in prova`} back={{ href: '/installazione', text: 'Installazione' }}>
    <p class="tr-lead">{`Abbiamo mandato a ${email} il collegamento per entrare. Vale 15 minuti e chiede questo codice: comunicalo a voce al Segretario.`}</p>
    <p class="tr-code">{`${code.slice(0, 3)} ${code.slice(3)}`}</p>
    <p>
      Il codice si vede solo ora. Se i 15 minuti passano non c'è nulla da rifare: il Segretario apre la prima
      pagina, scrive il suo indirizzo e riceve un altro collegamento.
    </p>
    <p>
      Da qui in poi l'ente è suo: importa il piano, completa persone e ruoli, guarda la prova generale e mette
      l'ente in esercizio.
    </p>
  </Page>
);
