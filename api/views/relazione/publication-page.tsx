/** *Motivazioni e pubblicazione*: the RPCT reads each reason again, the town takes its package. */
import type { FC } from 'hono/jsx';
import { counted } from '../../../mail/italian-numbers.js';
import type { Frame } from '../page/frame.js';
import { Page } from '../page/page.js';
import { Packages } from './publication-packages.js';
import { Places } from './publication-places.js';
import type { PublicationProps } from './publication-props.js';
import { PublicPage } from './publication-public-page.js';
import { Reason } from './publication-reason.js';
import { Totals } from './publication-totals.js';

export const PublicationPageView: FC<PublicationProps & { readonly frame: Frame }> = (props) => {
  const { frame, page } = props;
  const { cycle, publishable, reasons } = page;
  const waiting = reasons.filter(({ release }) => release === null).length;
  return (
    <Page frame={frame} title="Motivazioni e pubblicazione" subtitle={`Piano ${cycle.year}`}>
      <p class="tr-lead">
        {publishable === null
          ? 'Le motivazioni si rileggono quando la Relazione è fissata in un’istantanea: con la trasmissione al Nucleo o con il primo atto.'
          : `Riguarda l’istantanea n. ${publishable.snapshot.number} della Relazione, ${publishable.validated === null ? 'non ancora validata' : 'validata'}.`}
        {publishable?.later == null
          ? ''
          : ` Ne esiste una più recente (n. ${publishable.later}), che non è validata: finché non lo è si pubblica questa.`}
      </p>
      <p>
        <a href={`/relazione?anno=${cycle.year}`}>Torna alla Relazione</a>
      </p>
      <section class="tr-panel" aria-labelledby="motivazioni">
        <h2 id="motivazioni">Motivazioni da rileggere</h2>
        <p>
          {reasons.length === 0
            ? 'Nessuna motivazione da rileggere.'
            : waiting === 0
              ? 'Su tutte è stato deciso.'
              : `${counted(waiting, 'motivazione aspetta', 'motivazioni aspettano')} una decisione. Quelle senza decisione non si pubblicano.`}
        </p>
        <p class="tr-hint">
          Si pubblicano fatti, non giudizi su persone: niente nomi, malattie, assenze o procedimenti di chi
          lavora in un ufficio di poche persone.
        </p>
        {page.releasedBy === null ? null : (
          <p class="tr-hint">{`Le motivazioni le rilascia il RPCT (${page.releasedBy}).`}</p>
        )}
        {reasons.map((one, at) => (
          <Reason {...props} one={one} at={at} />
        ))}
      </section>
      <Totals {...props} />
      <Packages {...props} />
      <PublicPage {...props} />
      <Places {...props} />
    </Page>
  );
};
