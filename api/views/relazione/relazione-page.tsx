/** *Relazione*: the files, what is missing, the town's texts, the snapshots. */
import type { Child, FC } from 'hono/jsx';
import { RELAZIONE_FORMATS } from '../../../documents/relazione-formats.js';
import { RELAZIONE_VERSIONS, type RelazioneVersion } from '../../../domain/relazione/relazione.js';
import { counted } from '../../../mail/italian-numbers.js';
import type { RelazionePage } from '../../queries/relazione-page.js';
import { reachOf } from '../../rights.js';
import { mayAtAll } from '../../viewer.js';
import { FormGone } from '../form-gone.js';
import type { Frame } from '../page/frame.js';
import { Page } from '../page/page.js';
import { Table } from '../table.js';
import type { RelazioneProps } from './relazione-props.js';
import { Snapshots } from './relazione-snapshots.js';
import { Texts } from './relazione-texts.js';
import { MISSING_ACTIONS, missingLine, VERSION_PATHS, VERSION_TITLES } from './relazione-words.js';

/** Longer lists begin folded. */
const SHOWN = 12;

export const RelazionePageView: FC<RelazioneProps & { readonly frame: Frame }> = (props) => {
  const { frame, page, sent } = props;
  const { cycle, years, snapshots } = page;
  const [last] = snapshots;
  const mayFreeze = page.mayWrite && page.hasChanged;
  return (
    <Page frame={frame} title="Relazione" subtitle={`Piano ${cycle.year}`}>
      {years.length < 2 ? null : (
        <nav class="tr-tabs tr-years" aria-label="Anno del piano">
          {years.map((year) => (
            <a href={`/relazione?anno=${year}`} {...(year === cycle.year ? { 'aria-current': 'page' } : {})}>
              {String(year)}
            </a>
          ))}
        </nav>
      )}
      {sent !== null && !(sent.form === 'istantanea' ? mayFreeze : page.mayWrite) ? (
        <FormGone problems={sent.typed.problems} />
      ) : null}
      <p class="tr-lead">
        {last === undefined
          ? 'La Relazione si compone da sé con i dati registrati. Si fissa in un’istantanea con la trasmissione al Nucleo o con il primo atto, quello che viene prima.'
          : `La Relazione è fissata nell’istantanea n. ${last.number}: validazione, approvazione e pubblicazione riguardano quella.`}
      </p>
      <section class="tr-panel" aria-labelledby="scarica">
        <h2 id="scarica">Scarica</h2>
        {last === undefined ? null : <Files page={page} query="" caption={`Istantanea n. ${last.number}`} />}
        <Files page={page} query="?bozza=si" caption="Bozza con i dati di adesso" />
        <p class="tr-hint">
          La versione per la pubblicazione non ha nomi di file, note interne e totali di settore; le
          motivazioni vi compaiono solo dopo la rilettura del RPCT.
        </p>
        {reachOf(props.viewer.roles, 'relazione.release') === null ? null : (
          <p>
            <a href={`/relazione/motivazioni?anno=${cycle.year}`}>Motivazioni e pubblicazione</a>
          </p>
        )}
      </section>
      <Missing {...props} />
      <Texts {...props} />
      <Snapshots {...props} />
    </Page>
  );
};

const Files: FC<{ readonly page: RelazionePage; readonly query: string; readonly caption: string }> = ({
  page,
  query,
  caption,
}) => (
  <Table
    caption={caption}
    captionShown
    columns={[
      { title: 'Versione', heading: true, cell: (version: RelazioneVersion) => VERSION_TITLES[version] },
      {
        title: 'Formati',
        cell: (version) =>
          RELAZIONE_FORMATS.map(
            (format): Child => (
              <>
                <a href={`/relazione/${page.cycle.year}/${VERSION_PATHS[version]}.${format}${query}`}>
                  {format.toUpperCase()}
                  <span class="visually-hidden">{`, versione ${VERSION_TITLES[version].toLowerCase()}, ${caption}`}</span>
                </a>{' '}
              </>
            ),
          ),
      },
    ]}
    rows={RELAZIONE_VERSIONS}
    empty=""
  />
);

const Missing: FC<RelazioneProps> = ({ viewer, page }) => {
  const { missing, isReady, cycle, snapshots } = page;
  const lines = (
    <ul class="tr-lines">
      {missing.map((one) => {
        const { text, href } = missingLine(one, cycle.year);
        return <li>{mayAtAll(viewer, MISSING_ACTIONS[one.is]) ? <a href={href}>{text}</a> : text}</li>;
      })}
    </ul>
  );
  return (
    <section class="tr-panel" aria-labelledby="manca">
      <h2 id="manca">Che cosa manca</h2>
      {missing.length === 0 ? (
        <p>Nulla: ogni obiettivo ha il suo grado e, dove serve, la sua motivazione.</p>
      ) : missing.length <= SHOWN ? (
        lines
      ) : (
        <details class="tr-details">
          <summary>{counted(missing.length, 'cosa da completare', 'cose da completare')}</summary>
          {lines}
        </details>
      )}
      {snapshots.length > 0 ? null : (
        <p class="tr-hint">
          {!isReady
            ? 'Può andare al Nucleo anche se manca qualcosa, con il motivo. '
            : missing.length === 0
              ? 'È pronta per il Nucleo. '
              : 'Può già andare al Nucleo: ciò che è elencato qui sopra non la ferma, e la Relazione lo dice com’è. '}
          <a href={`/ciclo?anno=${cycle.year}`}>
            {isReady ? 'Registra la trasmissione' : 'Dichiarala pronta o registra la trasmissione'}
          </a>
        </p>
      )}
    </section>
  );
};
