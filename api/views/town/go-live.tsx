/** *Vai in esercizio*: what goes, what stays, what starts, and the name of the town to confirm it. */
import type { FC } from 'hono/jsx';
import { italianDate } from '../../../mail/italian-dates.js';
import { counted } from '../../../mail/italian-numbers.js';
import type { GoLiveFacts } from '../../queries/go-live.js';
import type { Viewer } from '../../viewer.js';
import { CommandForm, Input, type Typed } from '../fields.js';
import type { Frame } from '../page/frame.js';
import { Page } from '../page/page.js';

interface GoLiveProps {
  readonly frame: Frame;
  readonly viewer: Viewer;
  readonly facts: GoLiveFacts;
  readonly typed: Typed;
}

export const GoLiveView: FC<GoLiveProps> = ({ frame, viewer, facts, typed }) => (
  <Page
    frame={frame}
    title="Vai in esercizio"
    subtitle="Finisce la prova: da qui in poi gli avvisi partono davvero."
    back={{ href: '/posta-di-prova', text: 'Posta di prova' }}
  >
    <section aria-labelledby="da-sapere">
      <h2 id="da-sapere">Prima di confermare</h2>
      <Points sentences={cautions(facts)} />
    </section>
    <section aria-labelledby="si-perde">
      <h2 id="si-perde">Che cosa si perde</h2>
      <p>Tutto ciò che la prova ha spedito e ciò che è stato risposto. Non si può annullare.</p>
      <Points sentences={dropped(facts)} />
    </section>
    <section aria-labelledby="resta">
      <h2 id="resta">Che cosa resta</h2>
      <p>
        Il piano con i suoi atti e le sue variazioni, le persone con ruoli e assenze, la scala degli avvisi,
        le chiusure, i codici delle caselle e le altre impostazioni.
      </p>
    </section>
    <section aria-labelledby="comincia">
      <h2 id="comincia">Che cosa comincia</h2>
      <Points sentences={starts(facts)} />
    </section>
    <CommandForm viewer={viewer} action="/esercizio">
      <Input
        name="ente"
        label="Per confermare scrivi il nome dell'ente"
        typed={typed}
        hint={viewer.town.name}
        required
      />
      <button type="submit" class="btn btn-primary">
        Vai in esercizio
      </button>
    </CommandForm>
  </Page>
);

const Points: FC<{ readonly sentences: readonly string[] }> = ({ sentences }) => (
  <ul class="tr-lines">
    {sentences.map((sentence) => (
      <li>{sentence}</li>
    ))}
  </ul>
);

function cautions({ outlook, live }: GoLiveFacts): readonly string[] {
  const { people, withoutMailbox, later, approvedOn } = outlook;
  const sentences = [
    approvedOn === null ? 'Non c’è ancora un piano confermato: finché manca non parte nulla.' : '',
    people === 0 ? 'Nessuno ha un ruolo oggi: gli avvisi non avrebbero destinatari.' : '',
    withoutMailbox.length > 0
      ? `Senza casella di posta: ${withoutMailbox.join(', ')}. I loro avvisi vanno al Segretario, da consegnare a mano.`
      : '',
    later > 0
      ? `${counted(later, 'ruolo o assenza comincia', 'ruoli o assenze cominciano')} dopo ${italianDate(live)}: se è per l'orologio della prova, correggi le date.`
      : '',
  ].filter((sentence) => sentence !== '');
  return sentences.length > 0 ? sentences : ['Nessuna avvertenza: piano, persone e caselle ci sono.'];
}

const dropped = ({ dropped: gone }: GoLiveFacts): readonly string[] => [
  `${counted(gone.mails, 'messaggio', 'messaggi')} della posta di prova, con ${counted(gone.notices, 'avviso', 'avvisi')}: i loro collegamenti non aprono più nulla.`,
  `${counted(gone.answers, 'risposta', 'risposte')}, ${counted(gone.concluded, 'conclusione', 'conclusioni')} e ${counted(gone.files, 'documento', 'documenti')}: le scadenze concluse in prova sono di nuovo aperte.`,
  `${counted(gone.entries, 'annotazione', 'annotazioni')} del registro degli avvisi, con i sigilli.`,
  'I monitoraggi aperti o trasmessi in prova.',
];

const starts = ({ outlook, live, first }: GoLiveFacts): readonly string[] => [
  `L'orologio torna a oggi, ${italianDate(live)}, e non si sposta più.`,
  `${counted(outlook.obligations, 'scadenza seguita', 'scadenze seguite')}. I primi messaggi partono ${italianDate(first)}, tra le 7:30 e le 9:00.`,
  outlook.before === 0
    ? 'Nessuna scadenza è anteriore a quel giorno.'
    : `${counted(outlook.before, 'scadenza è anteriore', 'scadenze sono anteriori')} a quel giorno: si chiede una volta sola se e quando è stata conclusa.`,
];
