/** The list of mails, and one mail as it was frozen. */
import type { FC } from 'hono/jsx';
import { italianDate } from '../../../mail/italian-dates.js';
import { counted } from '../../../mail/italian-numbers.js';
import { SEAL_PLACEHOLDER } from '../../../mail/placeholders.js';
import { roleInWords } from '../../../mail/roles.js';
import type { LaterNews } from '../../../store/notices/bounces.js';
import type { DigestDetail, DigestSummary } from '../../../store/notices/digest-list.js';
import { reachOf } from '../../rights.js';
import type { Viewer } from '../../viewer.js';
import { Fact } from '../board/my-deadlines.js';
import { blank, Input, Select } from '../fields.js';
import { FilterButtons } from '../filter-buttons.js';
import { italianMoment } from '../italian-time.js';
import { type Frame, townWords } from '../page/frame.js';
import { Page } from '../page/page.js';
import { DIGEST_KINDS, DIGEST_STATES } from '../words.js';
import { DigestTable } from './digest-table.js';
import { NoticeTabs } from './notice-tabs.js';

interface ListProps {
  readonly frame: Frame;
  readonly viewer: Viewer;
  readonly digests: readonly DigestSummary[];
  readonly typed: Readonly<Record<'cerca' | 'dal' | 'al' | 'esito', string>>;
}

export const DigestListView: FC<ListProps> = ({ frame, viewer, digests, typed }) => {
  const filters = new URLSearchParams(Object.entries(typed).filter(([, value]) => value !== '')).toString();
  return (
    <Page frame={frame} title="Avvisi inviati" subtitle={counted(digests.length, 'messaggio', 'messaggi')}>
      {reachOf(viewer.roles, 'register.search') === null ? null : <NoticeTabs here="/avvisi" />}
      <search aria-label="Cerca tra gli avvisi">
        <form method="get" action="/avvisi" class="tr-filters">
          <Input name="cerca" label="Cerca" type="search" typed={blank(typed)} />
          <Input name="dal" label="Dal" type="date" typed={blank(typed)} />
          <Input name="al" label="Al" type="date" typed={blank(typed)} />
          <Select
            name="esito"
            label="Esito"
            typed={blank(typed)}
            choices={[
              { value: '', text: 'Tutti' },
              ...Object.entries(DIGEST_STATES).map(([value, text]) => ({ value, text })),
            ]}
          />
          <FilterButtons button="Filtra" whole={filters === '' ? null : { href: '/avvisi' }} />
        </form>
      </search>
      <DigestTable
        viewer={viewer}
        digests={digests}
        words={townWords(viewer.town)}
        empty="Nessun messaggio corrisponde a questi filtri."
      />
      <p class="tr-actions">
        <a href={filters === '' ? '/avvisi.csv' : `/avvisi.csv?${filters}`}>Scarica questo elenco (CSV)</a>
      </p>
    </Page>
  );
};

interface DigestProps {
  readonly frame: Frame;
  readonly viewer: Viewer;
  readonly digest: DigestDetail;
  /** What was heard of it after its server took it. */
  readonly news: readonly LaterNews[];
}

export const DigestView: FC<DigestProps> = ({ frame, viewer, digest, news }) => {
  const zone = viewer.town.clock.zone;
  const roles = digest.roles.map((role) => roleInWords(role, townWords(viewer.town))).join(', ');
  return (
    <Page
      frame={frame}
      title={digest.subject}
      subtitle={`${DIGEST_KINDS[digest.kind]}, ${italianDate(digest.day)}`}
      back={{ href: '/avvisi', text: 'Avvisi' }}
    >
      <dl class="tr-facts tr-facts-wide">
        <Fact label="A chi">{digest.personName === roles ? roles : `${digest.personName} (${roles})`}</Fact>
        <Fact label="Esito">
          <span class={`tr-badge tr-mail-${digest.state}`}>{DIGEST_STATES[digest.state]}</span>
        </Fact>
        <Fact label="Preparato">{italianMoment(digest.frozenAt, zone)}</Fact>
        {digest.answeredAt === null ? null : (
          <Fact label="Risposta">{italianMoment(digest.answeredAt, zone)}</Fact>
        )}
        {digest.response === null || digest.response === '' ? null : (
          <Fact label="Il server di posta ha detto">{digest.response}</Fact>
        )}
        {news.map(({ kind, at, response }) => (
          <Fact label={LATER[kind]}>
            {`${italianMoment(at, zone)}${response === '' ? '' : `: «${response}»`}`}
          </Fact>
        ))}
      </dl>
      <h2>Testo</h2>
      <pre class="tr-mail-text" tabindex={0}>
        {withoutPlaceholders(digest.text)}
      </pre>
      <p class="tr-hash">{`Impronta SHA-256 del contenuto ${digest.contentHash}`}</p>
      <p class="tr-hash">{`Message-ID ${digest.messageId}`}</p>
    </Page>
  );
};

const LATER: Readonly<Record<LaterNews['kind'], string>> = {
  delayed: 'In ritardo: il server ritenta',
  bounced: 'Tornato indietro',
};

/** Links are made only when a mail is handed over: here stands that there was one. */
export const withoutPlaceholders = (text: string): string =>
  text
    .replaceAll(/\{\{link:\d+\}\}/g, '[collegamento personale]')
    .replaceAll(SEAL_PLACEHOLDER, '[sigillo della settimana: è nel Registro degli avvisi]');
