/** Terms of the *Calendario normativo* become obligations, and cease to be, by POST; what is refused is told on its page. */
import { Hono } from 'hono';
import type { AppEnv } from '../../app-env.js';
import { askLegalDuty, undoDuty } from '../../commands/cycle/legal-duties.js';
import { allow } from '../../gate.js';
import { statusOf } from '../../refusal-status.js';
import { type Refusal, sentenceOf } from '../../refusals.js';
import { refuse } from '../../refuse.js';
import { withFlash } from '../../views/page/flash.js';
import { commanderOf, withForm } from '../form.js';
import { longText } from '../long-text.js';
import { idAsked } from '../query.js';
import { LEGAL_PLACE, legalYearIn, showLegal } from './legal-calendar.js';

export function legalDutyPages(): Hono<AppEnv> {
  const app = new Hono<AppEnv>();

  app.post(`${LEGAL_PLACE}/scadenze`, allow('legal-calendar.oblige'), (c) =>
    withForm(c, async (form) => {
      const year = legalYearIn(form.text('anno'));
      if (year === null) return refuse(c, { code: 'not-found' });
      const [role = '', ...sector] = form.text('a').slice(0, 300).split(':');
      const rule = form.text('termine').slice(0, 50);
      const reading = form.text('lettura').slice(0, 50);
      const outcome = await askLegalDuty(commanderOf(c, form), {
        ...{ year, rule, reading, role, sector: sector.join(':') },
      });
      if (outcome.ok)
        return c.redirect(`${withFlash(LEGAL_PLACE, 'termine-scadenza')}&anno=${year}#${rule}`, 303);
      return isShown(outcome.refusal)
        ? showLegal(c, year, sentenceOf(outcome.refusal))
        : refuse(c, outcome.refusal);
    }),
  );

  app.post(`${LEGAL_PLACE}/scadenze/:id/togli`, allow('legal-calendar.oblige'), (c) =>
    withForm(c, async (form) => {
      const obligation = idAsked(c, 'id');
      if (obligation === null) return refuse(c, { code: 'not-found' });
      const year = legalYearIn(form.text('anno'));
      const outcome = await undoDuty(commanderOf(c, form), {
        ...{ obligation, reason: longText(form, 'reason') },
      });
      if (outcome.ok)
        return c.redirect(
          `${withFlash(LEGAL_PLACE, 'termine-tolto')}${year === null ? '' : `&anno=${year}`}`,
          303,
        );
      return isShown(outcome.refusal)
        ? showLegal(c, year, sentenceOf(outcome.refusal))
        : refuse(c, outcome.refusal);
    }),
  );
  return app;
}

const isShown = (refusal: Refusal): boolean => statusOf(refusal) === 422 && refusal.code === 'invalid';
