/** The door: in the demo whom to enter as, with what they will see; elsewhere the address for the link. */
import { randomBytes } from 'node:crypto';
import { Hono } from 'hono';
import type { FC } from 'hono/jsx';
import type { Role } from '../../../domain/obligations/obligation.js';
import { italianDate } from '../../../mail/italian-dates.js';
import { roleInWords } from '../../../mail/roles.js';
import { endSession } from '../../../store/entry/account-sessions.js';
import { inTown } from '../../../store/in-town.js';
import { findPerson } from '../../../store/people/people.js';
import { findTown } from '../../../store/towns/towns.js';
import type { AppEnv } from '../../app-env.js';
import { accountIn } from '../../entered-account.js';
import { allow, viewerIn } from '../../gate.js';
import { type Entrant, type EntryTown, loadEntrants } from '../../queries/entrants.js';
import { refuse } from '../../refuse.js';
import { isId, SESSION_SECONDS, sealSession } from '../../session.js';
import { forgetSession, keepSession, sessionIn } from '../../session-cookie.js';
import { type Form, withFormOf } from '../../uploads/read-form.js';
import { viewerOf } from '../../viewer.js';
import { AskForLink } from '../../views/entry/sign-in.js';
import { frameOf, homeOf, townWords, WITHOUT_ROLE } from '../../views/page/frame.js';
import { Page } from '../../views/page/page.js';
import { providerOf } from '../entry/entered.js';
import { pathOr, withForm } from '../form.js';
import { render } from '../render.js';

export function homePages(): Hono<AppEnv> {
  const app = new Hono<AppEnv>();

  app.get('/', allow('home.read'), async (c) => {
    const deps = c.get('deps');
    const viewer = await viewerOf(deps, sessionIn(c));
    const wanted = pathOr(c.req.query('poi') ?? '', '');
    if (viewer !== null) return c.redirect(wanted || homeOf(viewer), 303);
    const frame = frameOf(c);
    if (deps.demo === null) {
      if ((await accountIn(c)) !== null) return c.redirect('/ente', 303);
      return render(c, <AskForLink frame={frame} provider={providerOf(c)} wanted={wanted} />);
    }
    const towns = await loadEntrants(deps.sql, deps.now());
    return render(
      c,
      <Page frame={frame} title="Entra come" subtitle="Questa è una dimostrazione: scegli chi vuoi essere.">
        {towns.length === 0 ? <NoTown /> : towns.map((town) => <TownPeople entry={town} wanted={wanted} />)}
      </Page>,
    );
  });

  app.post('/entra', allow('session.enter'), (c) =>
    withFormOf<Response>(
      c.req.raw,
      { file: 0, files: 0 },
      async (form) => {
        const deps = c.get('deps');
        const chosen = await chosenPerson(deps.sql, form);
        if (chosen === null) return refuse(c, { code: 'not-found' });
        const session = {
          ...chosen,
          nonce: randomBytes(16).toString('base64url'),
          expires: Math.floor(deps.now() / 1000) + SESSION_SECONDS,
        };
        keepSession(c, sealSession(session, deps.secret), SESSION_SECONDS);
        return c.redirect(pathOr(form.text('poi'), '/'), 303);
      },
      () => refuse(c, { code: 'malformed', why: 'La richiesta non si legge. Torna indietro e riprova.' }),
    ),
  );

  app.post('/esci', allow('session.leave'), (c) =>
    withForm(c, async () => {
      const account = await accountIn(c);
      const { sql, now } = c.get('deps');
      if (account !== null)
        await endSession(sql, { account: account.account, session: account.id, at: now() });
      forgetSession(c);
      return c.redirect(account?.way === 'provider' ? '/uscita' : '/', 303);
    }),
  );

  app.get('/senza-ruolo', allow('session.read'), (c) => {
    const home = homeOf(viewerIn(c));
    if (home !== WITHOUT_ROLE) return c.redirect(home, 303);
    return render(
      c,
      <Page frame={frameOf(c)} title="Nessun ruolo oggi">
        <p class="lead">
          In questo giorno non hai un ruolo nell'ente. Se lavori in un settore, qui ci sono{' '}
          <a href="/i-miei-obiettivi">i tuoi obiettivi individuali</a>; per il resto rivolgiti al Segretario.
        </p>
      </Page>,
    );
  });
  return app;
}

/** Only people of towns in demo mode. */
async function chosenPerson(
  sql: Parameters<typeof inTown>[0],
  form: Form,
): Promise<{ readonly town: string; readonly person: string } | null> {
  const [town, person] = [form.text('ente'), form.text('persona')];
  if (!isId(town) || !isId(person)) return null;
  const known = await inTown(sql, town, async (tx) => {
    const mode = (await findTown(tx))?.mode;
    return mode === 'demo' && (await findPerson(tx, person)) !== null;
  });
  return known ? { town, person } : null;
}

const NoTown: FC = () => (
  <>
    <p class="lead">Non c'è ancora nessun ente.</p>
    <p>
      Traguardo è stato avviato senza l'esempio. Riavvialo con <code>npm start -- --reset</code> per caricare
      il Comune d'esempio.
    </p>
  </>
);

const TownPeople: FC<{ readonly entry: EntryTown; readonly wanted: string }> = ({ entry, wanted }) => (
  <section aria-labelledby={`ente-${entry.town.slug}`}>
    <h2 id={`ente-${entry.town.slug}`}>{entry.town.name}</h2>
    <p>
      Per questo ente oggi è <strong>{italianDate(entry.today)}</strong>. L'orologio si può portare avanti da
      ogni pagina: gli avvisi partono davvero e arrivano nella Posta di prova.
    </p>
    <ul class="tr-cards">
      {entry.people.map((person) => (
        <li class="tr-card">
          <h3>{person.name}</h3>
          <p class="tr-card-role">{rolesInWords(person, entry)}</p>
          <p>{WHAT_THEY_SEE[person.roles[0]?.role ?? 'none']}</p>
          <form method="post" action="/entra">
            <input type="hidden" name="ente" value={entry.town.id} />
            <input type="hidden" name="persona" value={person.id} />
            <input type="hidden" name="poi" value={wanted} />
            <button type="submit" class="btn btn-primary btn-sm">
              Entra
              <span class="visually-hidden">{` come ${person.name}`}</span>
            </button>
          </form>
        </li>
      ))}
    </ul>
  </section>
);

function rolesInWords({ name, roles }: Entrant, { town }: EntryTown): string {
  const words = roles.map((role) => roleInWords(role, townWords(town))).join(', ');
  if (words === '') return 'Nessun ruolo oggi';
  return words === name ? 'Persona di fantasia' : words;
}

const WHAT_THEY_SEE: Readonly<Record<Role['role'] | 'none', string>> = {
  secretary:
    'Il cruscotto: che cosa è in ritardo, chi non risponde, che cosa parte domani. Importa il piano.',
  head: 'Le proprie scadenze, da concludere con un giorno, una nota e un documento.',
  'vice-secretary': 'Gli obiettivi; quando sostituisce il Segretario, tutto ciò che vede il Segretario.',
  oiv: "Il cruscotto in sola lettura; a lui i gradi e l'Istruttoria, con domande, criteri ed esito.",
  mayor: 'Il cruscotto in sola lettura.',
  assessor: 'Il cruscotto in sola lettura.',
  rpct: 'La Relazione: rilegge le motivazioni da pubblicare, prende il pacchetto, registra dove è stato messo.',
  none: 'Nulla, finché il Segretario non le attribuisce un ruolo.',
};
