/** What surrounds every page: who looks, where they are, what does not work, what was just done. */
import type { Context } from 'hono';
import type { MailWords } from '../../../mail/roles.js';
import { wordsOf } from '../../../mail/town-words.js';
import type { Town } from '../../../store/towns/towns.js';
import type { AppEnv } from '../../app-env.js';
import type { HealthReport } from '../../health.js';
import { troublesForPeople } from '../../health-words.js';
import { type Action, reachOf } from '../../rights.js';
import { mayAtAll, type Viewer } from '../../viewer.js';
import { flashOf } from './flash.js';

export interface Frame {
  readonly viewer: Viewer | null;
  readonly demo: boolean;
  readonly path: string;
  /** Where the clock's bar leads back to: this page, when it can be asked for again. */
  readonly returnTo: string;
  /** Italian sentences. */
  readonly troubles: readonly string[];
  /** What was just done, as the address says it; `null`: nothing. */
  readonly flash: string | null;
}

export function frameOf(c: Context<AppEnv>): Frame {
  const deps = c.get('deps');
  const viewer = c.get('viewer') ?? null;
  return {
    viewer,
    demo: deps.demo !== null,
    path: c.req.path,
    returnTo: c.req.method === 'GET' ? c.req.path : '/',
    troubles: viewer === null ? [] : troublesIn(deps.health.latest()),
    flash: flashOf(c.req.query('esito'), c.req.query('di')),
  };
}

/** What people must know when a part is down. */
const troublesIn = (report: HealthReport | null): readonly string[] =>
  report === null ? [] : troublesForPeople({ ...report, putOffMails: report.waiting?.putOffMails ?? 0 });

/** The town's own words. */
export const townWords = ({ settings }: Town): MailWords => wordsOf(settings.words, settings.mayorRung);

export interface NavItem {
  readonly href: string;
  readonly text: string;
  /** Wanted now and then: under *Altro*, so that the places of every day fit on one line. */
  readonly rare?: true;
}

const PLACES: readonly (NavItem & { readonly action: Action })[] = [
  { href: '/cruscotto', text: 'Cruscotto', action: 'dashboard.read' },
  { href: '/le-mie-scadenze', text: 'Le mie scadenze', action: 'deadlines.read' },
  { href: '/scadenze', text: 'Tutte le scadenze', action: 'dashboard.read' },
  { href: '/obiettivi', text: 'Obiettivi', action: 'objectives.read' },
  { href: '/monitoraggio', text: 'Monitoraggio', action: 'monitoring.read' },
  { href: '/ciclo', text: 'Il ciclo', action: 'cycle.read' },
  { href: '/misurazione', text: 'Misurazione', action: 'measurement.read', rare: true },
  { href: '/istruttoria', text: 'Istruttoria', action: 'review.read', rare: true },
  { href: '/relazione', text: 'Relazione', action: 'relazione.read', rare: true },
  { href: '/avvisi', text: 'Avvisi', action: 'digests.read' },
  { href: '/prova-generale', text: 'Prova generale', action: 'rehearsal.read' },
  { href: '/calendario-normativo', text: 'Calendario normativo', action: 'legal-calendar.read', rare: true },
  {
    href: '/obiettivi-individuali',
    text: 'Obiettivi individuali',
    action: 'individual.read',
    rare: true,
  },
  { href: '/persone', text: 'Persone e ruoli', action: 'people.read', rare: true },
  { href: '/importa', text: 'Importa piano', action: 'plan.import', rare: true },
  { href: '/impostazioni', text: 'Impostazioni', action: 'settings.read', rare: true },
];

/** The places a person may go to. */
export function navOf(viewer: Viewer, demo: boolean): readonly NavItem[] {
  // Who evaluates begins from the review; for the others it is rare.
  const evaluates = viewer.roles.some(({ role }) => role === 'oiv');
  const places: NavItem[] = PLACES.filter(({ action }) => mayAtAll(viewer, action)).map(
    ({ href, text, rare, action }) =>
      rare !== true || (action === 'review.read' && evaluates) ? { href, text } : { href, text, rare },
  );
  // Heads and the Segretario find their own from the page of all.
  if (viewer.roles.every(({ role }) => role === 'rpct'))
    places.push({ href: '/i-miei-obiettivi', text: 'I miei obiettivi' });
  const isOnTrial = viewer.town.mode === 'trial' && reachOf(viewer.roles, 'trial.read') !== null;
  if (isOnTrial) return [...places, { href: '/posta-di-prova', text: 'Posta di prova' }];
  return demo ? [...places, { href: '/posta', text: 'Posta' }] : places;
}

/** Is the person in that place? The page of one obligation belongs to the list they have. */
export function isHere(href: string, path: string, places: readonly NavItem[]): boolean {
  if (path === href || path.startsWith(`${href}/`)) return true;
  if (href === '/avvisi' && (path === '/registro' || path === '/modifiche')) return true;
  const mine = href === '/le-mie-scadenze' && path.startsWith('/scadenze/');
  return mine && !places.some((place) => place.href === '/scadenze');
}

/** Where somebody is told that they have no role today. */
export const WITHOUT_ROLE = '/senza-ruolo';

/** Where a person begins. */
export function homeOf(viewer: Viewer): string {
  const first = PLACES.find(({ action }) => mayAtAll(viewer, action));
  return first?.href ?? WITHOUT_ROLE;
}
