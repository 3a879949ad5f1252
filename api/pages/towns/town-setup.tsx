/** The guided pages by which an administrator adds a town: a form a step, each saved as it is; then the town. */
import { type Context, Hono } from 'hono';
import { civilDateAt } from '../../../domain/time/zone.js';
import {
  beginTownSetup,
  endTownSetup,
  keepTownSetup,
  listTownSetups,
  type TownSetup,
} from '../../../store/towns/town-setups.js';
import type { AppEnv } from '../../app-env.js';
import { allow, enteredIn } from '../../gate.js';
import { foundTown } from '../../onboarding/found-town.js';
import { TOWN_ZONE } from '../../onboarding/make-town.js';
import {
  firstAnswers,
  isSetupStep,
  readSetup,
  SETUP_STEPS,
  type SetupRead,
  type SetupStep,
  TOO_MANY_SETUPS,
  type TownAsked,
} from '../../onboarding/town-setup.js';
import { refuse } from '../../refuse.js';
import { SetupStepView } from '../../views/installation/setup-step.js';
import { SetupSummaryView, TownMadeView } from '../../views/installation/setup-summary.js';
import { SETUPS, SUMMARY } from '../../views/installation/setup-words.js';
import { frameOf } from '../../views/page/frame.js';
import { seenVersion, withAccountForm } from '../form.js';
import { idAsked } from '../query.js';
import { render } from '../render.js';
import { LIST_LIMITS, stepValues } from './setup-form.js';

export function townSetupPages(): Hono<AppEnv> {
  const app = new Hono<AppEnv>();

  app.post(SETUPS, allow('installation.change'), (c) =>
    withAccountForm(c, async () => {
      const { sql, now } = c.get('deps');
      const begun = { account: enteredIn(c).account, answers: firstAnswers(), at: now() };
      const id = await beginTownSetup(sql, begun);
      if (id !== null) return c.redirect(`${SETUPS}/${id}/ente`, 303);
      return refuse(c, TOO_MANY_SETUPS);
    }),
  );

  app.get(`${SETUPS}/:id/:passo`, allow('installation.read'), async (c) => {
    const setup = await setupIn(c);
    const step = c.req.param('passo');
    if (setup === null || !(isSetupStep(step) || step === SUMMARY)) return refuse(c, { code: 'not-found' });
    return isSetupStep(step) ? showStep(c, setup, step) : showSummary(c, setup, null);
  });

  app.post(`${SETUPS}/:id/scarta`, allow('installation.change'), (c) =>
    withAccountForm(c, async () => {
      const id = idAsked(c, 'id');
      const ended = id !== null && (await endTownSetup(c.get('deps').sql, enteredIn(c).account, id));
      return ended ? c.redirect('/installazione', 303) : refuse(c, { code: 'not-found' });
    }),
  );

  app.post(`${SETUPS}/:id/crea`, allow('installation.change'), (c) =>
    withAccountForm(c, async (form) => {
      const setup = await setupIn(c);
      if (setup === null) return refuse(c, { code: 'not-found' });
      // What is made is what was on the page.
      if (seenVersion(form) !== setup.version) return refuse(c, { code: 'changed-meanwhile' });
      const read = readIn(c, setup);
      return read.ok ? make(c, setup, read.town) : showSummary(c, setup, null);
    }),
  );

  app.post(`${SETUPS}/:id/:passo`, allow('installation.change'), (c) =>
    withAccountForm(
      c,
      async (form) => {
        const setup = await setupIn(c);
        const step = c.req.param('passo');
        if (setup === null || !isSetupStep(step)) return refuse(c, { code: 'not-found' });
        const typed = await stepValues(form, step);
        if (!typed.ok) return refuse(c, typed.refusal);
        const answers = { ...setup.answers, [step]: typed.values };
        const { sql, now } = c.get('deps');
        const kept = { account: enteredIn(c).account, id: setup.id, seen: seenVersion(form) ?? 0, at: now() };
        if (!(await keepTownSetup(sql, kept, answers))) return refuse(c, { code: 'changed-meanwhile' });
        const saved = { ...setup, answers, version: kept.seen + 1 };
        const read = readIn(c, saved);
        if (!read.ok && read.problems[step] !== undefined) return showStep(c, saved, step);
        return c.redirect(`${SETUPS}/${setup.id}/${after(step)}`, 303);
      },
      LIST_LIMITS,
    ),
  );
  return app;
}

const after = (step: SetupStep): string => SETUP_STEPS[SETUP_STEPS.indexOf(step) + 1] ?? SUMMARY;

/** `null`: it was made, put away, or never was. */
async function setupIn(c: Context<AppEnv>): Promise<TownSetup | null> {
  const id = idAsked(c, 'id');
  if (id === null) return null;
  const [setup] = await listTownSetups(c.get('deps').sql, enteredIn(c).account, id);
  return setup ?? null;
}

const readIn = (c: Context<AppEnv>, { answers }: TownSetup): SetupRead =>
  readSetup(answers, civilDateAt(c.get('deps').now(), TOWN_ZONE));

/** A step that nobody has saved yet has nothing wrong with it. */
function showStep(c: Context<AppEnv>, setup: TownSetup, step: SetupStep): Response | Promise<Response> {
  const read = readIn(c, setup);
  const values = setup.answers[step] ?? {};
  const wrong = setup.answers[step] === undefined || read.ok ? [] : (read.problems[step] ?? []);
  const page = { frame: frameOf(c), account: enteredIn(c), setup, step, read };
  const view = <SetupStepView {...page} typed={{ values, problems: wrong }} />;
  return render(c, view, c.req.method === 'POST' ? 422 : 200);
}

function showSummary(
  c: Context<AppEnv>,
  setup: TownSetup,
  refused: string | null,
): Response | Promise<Response> {
  const page = { frame: frameOf(c), account: enteredIn(c), setup, read: readIn(c, setup), refused };
  return render(c, <SetupSummaryView {...page} />, c.req.method === 'POST' ? 422 : 200);
}

async function make(c: Context<AppEnv>, setup: TownSetup, town: TownAsked): Promise<Response> {
  const making = { channel: 'page', id: setup.id, account: enteredIn(c).account } as const;
  const made = await foundTown(c.get('deps'), making, town);
  if (made.ok) return render(c, <TownMadeView frame={frameOf(c)} name={town.name} {...made} />);
  return made.why === 'gone' ? refuse(c, { code: 'not-found' }) : showSummary(c, setup, made.problem.message);
}
