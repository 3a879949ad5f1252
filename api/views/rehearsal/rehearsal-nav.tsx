/** The pages that look at the mails of other days: ahead, back, and by which ladder. */
import type { FC } from 'hono/jsx';
import { type Action, reachOf } from '../../rights.js';
import type { Viewer } from '../../viewer.js';

const PLACES: readonly { readonly href: string; readonly text: string; readonly action: Action }[] = [
  { href: '/prova-generale', text: 'I giorni a venire', action: 'rehearsal.read' },
  { href: '/prova-generale/se', text: 'E se qualcuno manca?', action: 'rehearsal.read' },
  { href: '/prova-generale/giorno', text: 'Un giorno passato', action: 'day.read' },
  { href: '/prova-generale/scala', text: 'Scala degli avvisi', action: 'ladder.read' },
  { href: '/prova-generale/chiusure', text: 'Chiusure degli uffici', action: 'closures.read' },
];

export const RehearsalNav: FC<{ readonly path: string; readonly viewer: Viewer }> = ({ path, viewer }) => (
  <nav class="tr-tabs" aria-label="Prova generale">
    {PLACES.filter(({ action }) => reachOf(viewer.roles, action) !== null).map(({ href, text }) => (
      <a href={href} {...(href === path ? { 'aria-current': 'page' } : {})}>
        {text}
      </a>
    ))}
  </nav>
);
