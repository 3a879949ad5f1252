/** The places a person may go to: those of every day on one line, the rare ones folded under *Altro*. */
import type { FC } from 'hono/jsx';
import type { Viewer } from '../../viewer.js';
import { type Frame, isHere, type NavItem, navOf } from './frame.js';

interface NavigationProps {
  readonly frame: Frame;
  readonly viewer: Viewer;
}

export const Navigation: FC<NavigationProps> = ({ frame, viewer }) => {
  const places = navOf(viewer, frame.demo);
  const rare = places.filter((place) => place.rare === true);
  // One alone is sooner read than opened.
  const folded = rare.length > 1 ? rare : [];
  const isIn = ({ href }: NavItem): boolean => isHere(href, frame.path, places);
  const place = (item: NavItem) => (
    <li>
      <a
        href={item.href}
        class={isIn(item) ? 'tr-here' : ''}
        {...(isIn(item) ? { 'aria-current': frame.path === item.href ? 'page' : 'true' } : {})}
      >
        {item.text}
      </a>
    </li>
  );
  return (
    <nav class="tr-nav" aria-label="Sezioni">
      <ul class="container">
        {places.filter((item) => !folded.includes(item)).map(place)}
        {folded.length === 0 ? null : (
          <li>
            <details class="tr-nav-more">
              <summary class={folded.some(isIn) ? 'tr-here' : ''}>Altro</summary>
              <ul>{folded.map(place)}</ul>
            </details>
          </li>
        )}
      </ul>
    </nav>
  );
};
