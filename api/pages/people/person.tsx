/** One person's page: name and mailbox, roles from when to when, absences and who substitutes. */
import { type Context, Hono } from 'hono';
import type { Json } from '../../../store/connection.js';
import { hasFiscalCode } from '../../../store/entry/openid.js';
import { inTown } from '../../../store/in-town.js';
import { openCalendarFeeds } from '../../../store/notices/calendar-feeds.js';
import type { AppEnv } from '../../app-env.js';
import { changeAbsenceEnd, recordAbsence } from '../../commands/people/absences.js';
import { keepFiscalCode } from '../../commands/people/fiscal-code.js';
import { closeRole, giveRole, keepPerson } from '../../commands/people/people.js';
import { retryMailbox } from '../../commands/people/retry-mailbox.js';
import type { Outcome } from '../../commands/run-command.js';
import { allow, viewerIn } from '../../gate.js';
import { loadHandOver } from '../../queries/hand-over.js';
import { loadPeople } from '../../queries/people.js';
import { sentenceOf } from '../../refusals.js';
import { refuse } from '../../refuse.js';
import { isId } from '../../session.js';
import type { Form } from '../../uploads/read-form.js';
import type { Typed } from '../../views/fields.js';
import { type Flash, withFlash } from '../../views/page/flash.js';
import { frameOf } from '../../views/page/frame.js';
import { HandOverView } from '../../views/people/hand-over.js';
import { PersonView } from '../../views/people/person.js';
import { commanderOf, withForm } from '../form.js';
import { idAsked } from '../query.js';
import { render } from '../render.js';

export const PERSON_FIELDS = ['name', 'email', 'sharedMailbox'] as const;
const ROLE_FIELDS = ['role', 'sector', 'from', 'to', 'succeeds'] as const;
const ABSENCE_FIELDS = ['absentFrom', 'absentTo', 'substitute'] as const;

export function personPages(): Hono<AppEnv> {
  const app = new Hono<AppEnv>();

  app.get('/persone/:id', allow('people.read'), (c) => showPerson(c, null));

  app.post('/persone/:id', allow('people.change'), (c) =>
    onPerson(c, 'persona', PERSON_FIELDS, (form, person) =>
      keepPerson(commanderOf(c, form), person, personIn(form)),
    ),
  );

  app.post('/persone/:id/codice-fiscale', allow('people.change'), (c) =>
    onPerson(c, 'codice-fiscale', ['fiscalCode'], (form, person) =>
      keepFiscalCode(commanderOf(c, form), {
        person,
        code: form.text('togli') === 'si' ? null : form.text('fiscalCode'),
      }),
    ),
  );

  app.post('/persone/:id/riprova', allow('people.change'), (c) =>
    onPerson(c, 'riprova', [], (form, person) => retryMailbox(commanderOf(c, form), person)),
  );

  app.post('/persone/:id/ruoli', allow('people.change'), (c) =>
    onPerson(c, 'ruolo', ROLE_FIELDS, (form, person) =>
      giveRole(commanderOf(c, form), {
        person,
        role: form.text('role'),
        sector: form.text('sector'),
        from: form.text('from'),
        to: form.text('to'),
        succeeds: form.text('succeeds') === 'si',
      }),
    ),
  );

  app.post('/persone/:id/ruoli/:tenure/chiudi', allow('people.change'), (c) =>
    onPerson(c, 'chiuso', ['lastDay'], async (form, person) => {
      const tenure = idAsked(c, 'tenure');
      return tenure === null
        ? { ok: false, refusal: { code: 'not-found' } }
        : closeRole(commanderOf(c, form), { tenure, person, lastDay: form.text('lastDay') });
    }),
  );

  app.get('/persone/:id/ruoli/:tenure/consegne', allow('people.read'), async (c) => {
    const viewer = viewerIn(c);
    const [person, tenure] = [idAsked(c, 'id'), idAsked(c, 'tenure')];
    const successor = c.req.query('a') ?? '';
    const sheet =
      person === null || tenure === null
        ? null
        : await inTown(c.get('deps').sql, viewer.town.id, (tx) =>
            loadHandOver(tx, viewer, { person, tenure, successor: isId(successor) ? successor : null }),
          );
    if (sheet === null) return refuse(c, { code: 'not-found' });
    return render(c, <HandOverView frame={frameOf(c)} viewer={viewer} sheet={sheet} />);
  });

  app.post('/persone/:id/assenze', allow('people.change'), (c) =>
    onPerson(c, 'assenza', ABSENCE_FIELDS, async (form, person) =>
      named(
        await recordAbsence(commanderOf(c, form), {
          person,
          from: form.text('absentFrom'),
          to: form.text('absentTo'),
          substitute: form.text('substitute'),
        }),
      ),
    ),
  );

  app.post('/persone/:id/assenze/:absence/fine', allow('people.change'), (c) =>
    onPerson(c, 'assenza-cambiata', ['lastDay'], async (form, person) => {
      const absence = idAsked(c, 'absence');
      return absence === null
        ? { ok: false, refusal: { code: 'not-found' } }
        : changeAbsenceEnd(commanderOf(c, form), { absence, person, lastDay: form.text('lastDay') });
    }),
  );
  return app;
}

/** The days of an absence have names of their own on the page, where a role's days stand beside them. */
const FORM_FIELDS: Readonly<Record<string, string>> = { from: 'absentFrom', to: 'absentTo' };

function named<Result extends Json>(outcome: Outcome<Result>): Outcome<Result> {
  if (outcome.ok || outcome.refusal.code !== 'invalid') return outcome;
  const problems = outcome.refusal.problems.map((one) => ({
    ...one,
    field: FORM_FIELDS[one.field] ?? one.field,
  }));
  return { ok: false, refusal: { code: 'invalid', problems } };
}

/** A person as typed. */
export const personIn = (form: Form) => ({
  name: form.text('name'),
  email: form.text('email'),
  sharedMailbox: form.text('sharedMailbox') === 'si',
});

/** What was typed, with what was wrong with it. */
export const typedIn = (
  form: Form,
  fields: readonly string[],
  outcome: Extract<Outcome<Json>, { ok: false }>,
): Typed => ({
  values: Object.fromEntries(fields.map((field) => [field, form.text(field)])),
  problems:
    outcome.refusal.code === 'invalid'
      ? outcome.refusal.problems
      : [{ field: '', message: sentenceOf(outcome.refusal) }],
});

async function showPerson(c: Context<AppEnv>, typed: Typed | null): Promise<Response> {
  const viewer = viewerIn(c);
  const id = idAsked(c, 'id');
  const { sql, openId } = c.get('deps');
  const [people, calendars, hasCode] = await inTown(sql, viewer.town.id, (tx) =>
    Promise.all([
      loadPeople(tx, viewer.today),
      openCalendarFeeds(tx),
      id === null || openId?.hashOf == null ? null : hasFiscalCode(tx, id),
    ]),
  );
  const person = people.everybody.find((one) => one.person.id === id);
  if (person === undefined) return refuse(c, { code: 'not-found' });
  const view = (
    <PersonView
      frame={frameOf(c)}
      viewer={viewer}
      person={person}
      others={people.everybody.flatMap((one) => (one.person.id === id ? [] : one.person))}
      sectors={people.sectors}
      typed={typed}
      calendarSince={calendars.find((one) => one.person === id)?.madeAt ?? null}
      hasFiscalCode={hasCode}
    />
  );
  return render(c, view, typed === null ? 200 : 422);
}

/** A command of one person's page; what is refused is told there, with what was typed. */
function onPerson<Result extends Json>(
  c: Context<AppEnv>,
  done: Flash,
  fields: readonly string[],
  command: (form: Form, person: string) => Promise<Outcome<Result>>,
): Promise<Response> {
  return withForm(c, async (form) => {
    const id = idAsked(c, 'id');
    if (id === null) return refuse(c, { code: 'not-found' });
    const outcome = await command(form, id);
    if (outcome.ok) return c.redirect(withFlash(`/persone/${id}`, done), 303);
    if (outcome.refusal.code !== 'invalid') return refuse(c, outcome.refusal);
    return showPerson(c, typedIn(form, fields, outcome));
  });
}
