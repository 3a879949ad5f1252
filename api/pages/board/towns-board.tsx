/** *I miei Comuni*: the board over the towns of an account. It changes nothing; each line leads into its town. */
import { Hono } from 'hono';
import { peopleOf } from '../../../store/entry/account-sessions.js';
import type { AppEnv } from '../../app-env.js';
import { allow, enteredIn } from '../../gate.js';
import { loadTownsBoard } from '../../queries/towns-board.js';
import { frameOf } from '../../views/page/frame.js';
import { TownsBoardView } from '../../views/towns/towns-board.js';
import { render } from '../render.js';

export function townsBoardPages(): Hono<AppEnv> {
  const app = new Hono<AppEnv>();

  app.get('/comuni', allow('towns.board'), async (c) => {
    const { sql, now } = c.get('deps');
    const account = enteredIn(c);
    const lines = await loadTownsBoard(sql, await peopleOf(sql, account.account), now());
    return render(c, <TownsBoardView frame={frameOf(c)} account={account} lines={lines} />);
  });
  return app;
}
