/** A no, for people: what happened and where to go from here. */
import type { Context } from 'hono';
import type { AppEnv } from '../../app-env.js';
import { statusOf, TITLES } from '../../refusal-status.js';
import { type Refusal, sentenceOf } from '../../refusals.js';
import { document } from './document.js';
import { frameOf } from './frame.js';
import { Page } from './page.js';

export function refusalPage(c: Context<AppEnv>, refusal: Refusal) {
  const frame = frameOf(c);
  return document(
    <Page frame={{ ...frame, flash: null, returnTo: '/' }} title={TITLES[statusOf(refusal)]}>
      <p class="lead">{sentenceOf(refusal)}</p>
      <p>
        <a class="btn btn-primary" href="/">
          {frame.viewer === null ? 'Vai alla pagina di ingresso' : "Torna all'inizio"}
        </a>
      </p>
    </Page>,
  );
}
