/** The page for everybody: its address, what it tells of the year, and the switch. */
import type { FC } from 'hono/jsx';
import { longDate } from '../../../domain/time/italian-date.js';
import { blank, CheckBox, CommandForm } from '../fields.js';
import { publicPath } from '../public/public-frame.js';
import type { PublicationProps } from './publication-props.js';

export const PublicPage: FC<PublicationProps> = ({ viewer, page }) => {
  const { town } = viewer;
  const address = publicPath(town, page.cycle.year);
  return (
    <section class="tr-panel" aria-labelledby="pagina-pubblica">
      <h2 id="pagina-pubblica">Pagina per i cittadini</h2>
      <p>
        {page.publicPage ? (
          <>
            {'È accesa. Indirizzo di questo anno: '}
            <a href={address}>{address}</a>.
          </>
        ) : (
          `È spenta: l’indirizzo ${address} risponde come se non ci fosse.`
        )}
      </p>
      <p>{toldOf(page)}</p>
      {town.mode === 'trial' ? (
        <p class="tr-hint">L’ente è in prova: la pagina si vede dal passaggio in esercizio.</p>
      ) : null}
      {page.mayPublish ? (
        <CommandForm viewer={viewer} action={`/relazione/${page.cycle.year}/pagina-pubblica`}>
          <CheckBox
            name="publicPage"
            label="Mostra a tutti la pagina di ogni anno"
            hint="Senza accesso, senza cookie, leggibile dai motori di ricerca. Ogni anno resta in linea cinque anni."
            typed={blank({ publicPage: page.publicPage ? 'si' : '' })}
          />
          <button type="submit" class="btn btn-outline-primary">
            Registra la scelta
            <span class="visually-hidden"> sulla pagina per i cittadini</span>
          </button>
        </CommandForm>
      ) : null}
    </section>
  );
};

function toldOf({ onLine, isCurrent, publicPage }: PublicationProps['page']): string {
  const verb = publicPage ? 'Mostra' : 'Mostrerebbe';
  if (onLine === null) return '';
  if (onLine.isGone) return `Questo anno è rimasto in linea fino a ${longDate(onLine.until)}.`;
  const until = ` Resta in linea fino a ${longDate(onLine.until)}.`;
  if (onLine.package === null)
    return `${verb} il piano approvato con le sue variazioni: i risultati arrivano con il primo pacchetto preparato dopo la validazione.${until}`;
  const told = `${verb} ciò che contiene il pacchetto n. ${onLine.package.number}.`;
  return isCurrent
    ? `${told}${until}`
    : `${told} Dopo è cambiato qualcosa (motivazioni, totali o istantanea): per mostrarlo prepara un nuovo pacchetto.${until}`;
}
