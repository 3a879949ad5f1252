/** One request for every route above towns and of a town's settings, ladders among them. Of a setup there is none: it is found nowhere. */
import { type Ask, form, get, json } from './asks.js';

const SETUP = '/installazione/enti/00000000-0000-4000-8000-000000000000';
const WORDS = { settore: 'Settore', valutatore: 'Nucleo di valutazione', segretario: 'Segretario comunale' };

export const ONBOARDING_SAMPLES: Readonly<Record<string, Ask>> = {
  'GET /comuni': get(() => '/comuni'),
  'GET /api/v1/towns/board': json('GET', () => '/towns/board'),
  'GET /installazione': get(() => '/installazione'),
  'POST /installazione/prova-posta': form(() => '/installazione/prova-posta'),
  'POST /installazione/enti': form(() => '/installazione/enti'),
  'GET /installazione/enti/:id/:passo': get(() => `${SETUP}/ente`),
  'POST /installazione/enti/:id/:passo': form(() => `${SETUP}/ente`),
  'POST /installazione/enti/:id/crea': form(() => `${SETUP}/crea`),
  'POST /installazione/enti/:id/scarta': form(() => `${SETUP}/scarta`),
  'GET /impostazioni': get(() => '/impostazioni'),
  'POST /impostazioni': form(
    () => '/impostazioni',
    () => ({ ...WORDS, nome: 'Comune di qua', ipa: '', ora: '' }),
  ),
  'POST /impostazioni/prova-posta': form(() => '/impostazioni/prova-posta'),
  'GET /api/v1/settings/test-mail': json('GET', () => '/settings/test-mail'),
  'POST /api/v1/settings/test-mail': json('POST', () => '/settings/test-mail'),
  'GET /api/v1/installation': json('GET', () => '/installation'),
  'POST /api/v1/installation/test-mail': json('POST', () => '/installation/test-mail'),
  'POST /api/v1/installation/towns': json(
    'POST',
    () => '/installation/towns',
    () => ({ name: '', secretary: { name: '', email: '' } }),
  ),
  'GET /api/v1/trial-mails': json('GET', () => '/trial-mails'),
  'GET /api/v1/trial-mails/:id': json('GET', () => '/trial-mails/1'),
  'GET /api/v1/go-live': json('GET', () => '/go-live'),
  'POST /api/v1/go-live': json(
    'POST',
    () => '/go-live',
    () => ({ name: 'Comune di qua' }),
  ),
  'GET /api/v1/settings': json('GET', () => '/settings'),
  'PUT /api/v1/settings': json(
    'PUT',
    () => '/settings',
    () => ({
      ...{ name: 'Comune di qua', ipaCode: null, sendsAt: null },
      words: { sector: 'Settore', evaluator: 'Nucleo di valutazione', secretary: 'Segretario comunale' },
      footer: { accessibility: null, feedback: null, privacy: null },
    }),
  ),
  'GET /api/v1/ladders/:kind': json('GET', () => '/ladders/milestone'),
  'PUT /api/v1/ladders/:kind': json(
    'PUT',
    () => '/ladders/question',
    () => ({
      ...{ rungs: ['due-day', 'late-3'], firstNoticeDays: 30 },
      mayor: { on: false, act: null },
    }),
  ),
};
