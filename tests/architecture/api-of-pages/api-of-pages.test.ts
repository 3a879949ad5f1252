/** What a page does the API does: every page's route stands in a table with its counterpart, or with why it has none. */
import { describe, expect, it } from 'vitest';
import { createApp } from '../../../api/create-app.js';
import type { Deps } from '../../../api/deps.js';
import type { Counterpart } from './counterpart.js';
import { PAGE_COMMANDS } from './page-commands.js';
import { PAGE_READINGS } from './page-readings.js';

/** Routes with the action that their gate names; nothing is asked of them, so nothing need be there. */
const ACTIONS: ReadonlyMap<string, string> = (() => {
  const found = new Map<string, string>();
  for (const { method, path, handler } of createApp({} as Deps).routes) {
    const { action } = handler as { readonly action?: string };
    if (method !== 'ALL' && action !== undefined) found.set(`${method} ${path}`, action);
  }
  return found;
})();

const pages = [...ACTIONS.keys()].filter((route) => !route.includes(' /api/'));
const apiAction = (route: string): string | undefined => ACTIONS.get(route.replace(' /', ' /api/v1/'));
const rowsOf = (table: Readonly<Record<string, Counterpart>>) => Object.entries(table);
const ALL = [...rowsOf(PAGE_COMMANDS), ...rowsOf(PAGE_READINGS)];

/** What keeps a row from holding; `null`: nothing. */
function wrongWith(route: string, said: Counterpart): string | null {
  if (typeof said === 'string') {
    if (apiAction(said) === undefined) return `${said} is no route of the API`;
    if (apiAction(said) !== ACTIONS.get(route)) return `${said} goes by the right ${apiAction(said)}`;
    return null;
  }
  if ('pageOnly' in said) return null;
  if (apiAction(said.other) === undefined) return `${said.other} is no route of the API`;
  return null;
}

describe('the API of the pages', () => {
  it(`has a row for each of the ${pages.length} routes of the pages, and none for another`, () => {
    const asked = pages.filter((route) => !route.startsWith('GET '));
    const read = pages.filter((route) => route.startsWith('GET '));
    expect(Object.keys(PAGE_COMMANDS).sort()).toEqual(asked.sort());
    expect(Object.keys(PAGE_READINGS).sort()).toEqual(read.sort());
  });

  it('has a route by the same right for each of them, or says in its row why not', () => {
    expect(
      ALL.flatMap(([route, said]) => {
        const wrong = wrongWith(route, said);
        return wrong === null ? [] : [`${route}: ${wrong}`];
      }),
    ).toEqual([]);
  });

  it('leaves to the pages alone what belongs to a browser, a mail or the demo, and what is open to all', () => {
    const alone = ALL.flatMap(([route, said]) =>
      typeof said !== 'string' && 'pageOnly' in said ? [ACTIONS.get(route)] : [],
    );
    expect([...new Set(alone)].sort()).toEqual([
      ...['account.choose', 'account.keys', 'account.sessions', 'assets.read', 'calendar.read'],
      ...['health.read', 'home.read', 'inbox.read', 'inbox.return', 'link.answer', 'link.open'],
      ...['openid.begin', 'openid.leave', 'openid.return', 'public.read', 'session.enter', 'session.leave'],
      ...['sign-in.ask', 'sign-in.open'],
    ]);
  });

  it('notices a route that is gone, and one by another right', () => {
    expect(wrongWith('POST /esercizio', 'POST /gone-live')).toContain('no route');
    expect(wrongWith('POST /esercizio', 'POST /round')).toContain('round.ask');
  });
});
