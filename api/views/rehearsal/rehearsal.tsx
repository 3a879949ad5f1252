/** *Prova generale*: every mail of the days to come, before it goes out. */
import type { FC } from 'hono/jsx';
import { italianDate } from '../../../mail/italian-dates.js';
import { counted } from '../../../mail/italian-numbers.js';
import type { Rehearsal } from '../../queries/rehearsal.js';
import type { Tally } from '../../queries/rehearsal-tally.js';
import type { WindowPage } from '../../queries/rehearsal-window.js';
import type { Viewer } from '../../viewer.js';
import { type Choice, Input, Select, type Typed } from '../fields.js';
import { FilterButtons } from '../filter-buttons.js';
import { type Frame, townWords } from '../page/frame.js';
import { Page } from '../page/page.js';
import { RehearsalDays } from './rehearsal-days.js';
import { RehearsalMonths } from './rehearsal-months.js';
import { RehearsalNav } from './rehearsal-nav.js';
import { receiverName, windowInWords } from './rehearsal-words.js';

interface RehearsalProps {
  readonly frame: Frame;
  readonly viewer: Viewer;
  readonly rehearsal: Rehearsal;
  /** `null`: the window asked for does not read; `typed` says why. */
  readonly shown: { readonly tally: Tally; readonly page: WindowPage } | null;
  readonly typed: Typed;
}

export const RehearsalView: FC<RehearsalProps> = ({ frame, viewer, rehearsal, shown, typed }) => {
  const { draft } = rehearsal;
  return (
    <Page
      frame={frame}
      title="Prova generale"
      subtitle={
        draft === null
          ? 'Ogni messaggio che partirà, se nessuno risponde'
          : `Bozza «${draft.fileName}»: ogni messaggio che partirebbe, se il piano ${draft.year} fosse confermato oggi e nessuno rispondesse`
      }
      {...(draft === null
        ? {}
        : { back: { href: `/importa/${draft.id}/conferma`, text: 'Conferma del piano' } })}
    >
      <RehearsalNav path={frame.path} viewer={viewer} />
      <p class="tr-lead">
        {draft === null
          ? 'Il programma percorre i giorni uno per uno con le scadenze, le persone e le chiusure di oggi, e scrive i messaggi con le stesse regole con cui poi li invia. Ogni risposta data nel frattempo toglie gli avvisi che seguono.'
          : 'Settori e responsabili sono quelli scritti nel piano; i termini esterni senza data non fanno partire nulla.'}
      </p>
      <Filters rehearsal={rehearsal} viewer={viewer} shown={shown} typed={typed} />
      {shown === null ? null : <Shown rehearsal={rehearsal} viewer={viewer} typed={typed} {...shown} />}
    </Page>
  );
};

const Filters: FC<Omit<RehearsalProps, 'frame'>> = ({ rehearsal, viewer, shown, typed }) => {
  const words = townWords(viewer.town);
  const receivers = (shown?.tally.receivers ?? []).map(({ to }) => ({
    value: to,
    text: receiverName(rehearsal, to, words),
  }));
  const asked = typed.values['a'] ?? '';
  const missing = asked === '' || receivers.some(({ value }) => value === asked);
  const choices: readonly Choice[] = [
    { value: '', text: 'Tutti' },
    ...receivers.sort((a, b) => a.text.localeCompare(b.text, 'it')),
    ...(missing ? [] : [{ value: asked, text: receiverName(rehearsal, asked, words) }]),
  ];
  const here = rehearsal.draft === null ? '/prova-generale' : `/prova-generale?bozza=${rehearsal.draft.id}`;
  const filtered = ['dal', 'al', 'a'].some((name) => (typed.values[name] ?? '') !== '');
  return (
    <search aria-label="Scegli giorni e persona">
      <form method="get" action="/prova-generale" class="tr-filters">
        {rehearsal.draft === null ? null : <input type="hidden" name="bozza" value={rehearsal.draft.id} />}
        <Input name="dal" label="Dal" type="date" typed={typed} min={rehearsal.start} />
        <Input name="al" label="Al" type="date" typed={typed} min={rehearsal.start} />
        <Select name="a" label="A chi" typed={typed} choices={choices} />
        <FilterButtons button="Mostra" whole={filtered ? { href: here } : null} />
      </form>
    </search>
  );
};

type ShownProps = Pick<RehearsalProps, 'rehearsal' | 'viewer' | 'typed'> & {
  readonly tally: Tally;
  readonly page: WindowPage;
};

const Shown: FC<ShownProps> = ({ rehearsal, viewer, typed, tally, page }) => {
  const words = townWords(viewer.town);
  const query = queryOf(typed, rehearsal);
  const asked = typed.values['a'] ?? '';
  return (
    <>
      <p>
        {tally.total === 0 ? (
          'In questi giorni non parte alcun messaggio.'
        ) : (
          <>
            <strong>{counted(tally.total, 'messaggio', 'messaggi')}</strong>
            {` a ${counted(tally.receivers.length, 'destinatario', 'destinatari')}.`}
            {tally.fullest === null || tally.fullest.mails < 2
              ? null
              : ` Il giorno con più messaggi è ${italianDate(tally.fullest.day)}: ${tally.fullest.mails}.`}
          </>
        )}
      </p>
      <section aria-labelledby="giorni">
        <h2 id="giorni">
          {asked === '' ? 'Giorno per giorno' : `Giorno per giorno: ${receiverName(rehearsal, asked, words)}`}
        </h2>
        <p class="tr-lead">{windowInWords(page)}</p>
        {tally.days.length === 0 ? (
          <p class="tr-empty">
            {tally.nextDay === null
              ? 'Nessun messaggio in questi giorni, né dopo.'
              : `Nessun messaggio in questi giorni. Il primo parte ${italianDate(tally.nextDay)}.`}
          </p>
        ) : (
          <RehearsalDays rehearsal={rehearsal} days={tally.days} words={words} />
        )}
        <Pages page={page} query={query} />
      </section>
      <RehearsalMonths rehearsal={rehearsal} tally={tally} words={words} />
      <p class="tr-actions">
        <a href={`/prova-generale.csv${query.size === 0 ? '' : `?${query}`}`}>
          Scarica tutti i messaggi (CSV)
        </a>
      </p>
    </>
  );
};

const Pages: FC<{ readonly page: WindowPage; readonly query: URLSearchParams }> = ({ page, query }) => {
  if (page.pages === 1) return null;
  const href = (number: number): string => {
    const there = new URLSearchParams(query);
    there.set('pagina', String(number));
    return `/prova-generale?${there}#giorni`;
  };
  return (
    <nav class="tr-pages" aria-label="Altri giorni">
      {page.number > 1 ? <a href={href(page.number - 1)}>Giorni precedenti</a> : null}
      <span>{`Pagina ${page.number} di ${page.pages}`}</span>
      {page.number < page.pages ? <a href={href(page.number + 1)}>Giorni seguenti</a> : null}
    </nav>
  );
};

function queryOf(typed: Typed, { draft }: Rehearsal): URLSearchParams {
  const query = new URLSearchParams();
  for (const name of ['dal', 'al', 'a']) {
    const value = typed.values[name] ?? '';
    if (value !== '') query.set(name, value);
  }
  if (draft !== null) query.set('bozza', draft.id);
  return query;
}
