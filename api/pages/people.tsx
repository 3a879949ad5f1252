/** *Persone e ruoli*: who holds which role from when to when, and the head of every sector. */
import { type Context, Hono } from 'hono';
import { roleInWords } from '../../mail/roles.js';
import type { Json } from '../../store/connection.js';
import { inTown } from '../../store/in-town.js';
import type { AppEnv } from '../app-env.js';
import { closeRole, giveRole, keepPerson } from '../commands/people.js';
import type { Outcome } from '../commands/run-command.js';
import { allow, viewerIn } from '../gate.js';
import { loadPeople, type PersonRoles } from '../queries/people.js';
import { sentenceOf } from '../refusals.js';
import { refuse } from '../refuse.js';
import type { Form } from '../uploads/read-form.js';
import type { Viewer } from '../viewer.js';
import type { Typed } from '../views/fields.js';
import { type Flash, withFlash } from '../views/flash.js';
import { frameOf, townWords } from '../views/frame.js';
import { shortDate } from '../views/italian-time.js';
import { PeopleView } from '../views/people.js';
import { PersonView } from '../views/person.js';
import { csvFile } from './csv.js';
import { commanderOf, withForm } from './form.js';
import { idAsked, searchAsked } from './query.js';
import { render } from './render.js';

const PERSON_FIELDS = ['name', 'email', 'sharedMailbox'] as const;
const ROLE_FIELDS = ['role', 'sector', 'from', 'to', 'succeeds'] as const;

export function peoplePages(): Hono<AppEnv> {
  const app = new Hono<AppEnv>();

  app.get('/persone', allow('people.read'), (c) => showPeople(c, null));
  app.get('/persone.csv', allow('people.read'), async (c) => {
    const viewer = viewerIn(c);
    const { everybody } = await inTown(c.get('deps').sql, viewer.town.id, (tx) =>
      loadPeople(tx, viewer.today),
    );
    return csvFile(
      c,
      `persone-${viewer.town.slug}-${viewer.today}`,
      PEOPLE_TITLES,
      everybody.flatMap(rowsOf(viewer)),
    );
  });
  app.get('/persone/:id', allow('people.read'), (c) => showPerson(c, null));

  app.post('/persone', allow('people.change'), (c) =>
    withForm(c, async (form) => {
      const outcome = await keepPerson(commanderOf(c, form), null, personIn(form));
      if (outcome.ok) return c.redirect(withFlash(`/persone/${outcome.result.person}`, 'persona'), 303);
      return showPeople(c, typedIn(form, PERSON_FIELDS, outcome));
    }),
  );

  app.post('/persone/:id', allow('people.change'), (c) =>
    onPerson(c, 'persona', PERSON_FIELDS, (form, person) =>
      keepPerson(commanderOf(c, form), person, personIn(form)),
    ),
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
  return app;
}

const PEOPLE_TITLES: readonly string[] = [
  'Nome',
  'Casella di posta',
  'Casella di più persone',
  'Ruolo',
  'Dal',
  'Al',
];

/** One row a tenure; a person without any has one row all the same. */
const rowsOf =
  (viewer: Viewer) =>
  ({ person, tenures }: PersonRoles): readonly (readonly string[])[] => {
    const who = [person.name, person.email ?? '', person.sharedMailbox ? 'sì' : 'no'];
    if (tenures.length === 0) return [[...who, '', '', '']];
    return tenures.map(({ role, validFrom, validTo }) => [
      ...who,
      roleInWords(role, townWords(viewer.town)),
      shortDate(validFrom),
      validTo === null ? '' : shortDate(validTo),
    ]);
  };

const personIn = (form: Form) => ({
  name: form.text('name'),
  email: form.text('email'),
  sharedMailbox: form.text('sharedMailbox') === 'si',
});

const typedIn = (
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

async function showPeople(c: Context<AppEnv>, typed: Typed | null): Promise<Response> {
  const viewer = viewerIn(c);
  const search = searchAsked(c);
  const people = await inTown(c.get('deps').sql, viewer.town.id, (tx) =>
    loadPeople(tx, viewer.today, search),
  );
  const view = (
    <PeopleView frame={frameOf(c)} viewer={viewer} people={people} search={search} typed={typed} />
  );
  return render(c, view, typed === null ? 200 : 422);
}

async function showPerson(c: Context<AppEnv>, typed: Typed | null): Promise<Response> {
  const viewer = viewerIn(c);
  const id = idAsked(c, 'id');
  const people = await inTown(c.get('deps').sql, viewer.town.id, (tx) => loadPeople(tx, viewer.today));
  const person = people.everybody.find((one) => one.person.id === id);
  if (person === undefined) return refuse(c, { code: 'not-found' });
  const view = (
    <PersonView frame={frameOf(c)} viewer={viewer} person={person} sectors={people.sectors} typed={typed} />
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
