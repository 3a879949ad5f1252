/** Requests of those who enter: in the demo of the walk there is nothing to enter. */
import { type Ask, form, get } from './asks.js';

const LINK = `/accesso/${'A'.repeat(43)}`;

export const SIGN_IN_SAMPLES: Readonly<Record<string, Ask>> = {
  'POST /accesso': form(
    () => '/accesso',
    () => ({ indirizzo: 'nome@prova.example' }),
  ),
  'GET /accesso': get(() => '/accesso'),
  'GET /accesso/inviato': get(() => '/accesso/inviato'),
  'GET /accesso/:token': get(() => LINK),
  'POST /accesso/:token': form(() => LINK),
  'GET /accesso/identita': get(() => '/accesso/identita?poi=/obiettivi'),
  'GET /accesso/identita/ritorno': get(() => '/accesso/identita/ritorno?code=x&state=y'),
  'GET /uscita': get(() => '/uscita'),
  'GET /ente': get(() => '/ente'),
  'POST /ente': form(
    () => '/ente',
    ({ town, person }) => ({ ente: town, persona: person }),
  ),
  'GET /accessi': get(() => '/accessi'),
  'POST /accessi/chiudi': form(() => '/accessi/chiudi'),
  'POST /accessi/scollega': form(() => '/accessi/scollega'),
  'POST /accessi/chiavi': form(
    () => '/accessi/chiavi',
    () => ({ nome: 'Prova', uso: 'legge', durata: '30' }),
  ),
  'POST /accessi/chiavi/revoca': form(() => '/accessi/chiavi/revoca'),
};
