/** *Persone e ruoli*: who holds which role from when to when, and the head of every sector. */
import { type Context, Hono } from 'hono';
import { roleInWords } from '../../../mail/roles.js';
import { inTown } from '../../../store/in-town.js';
import type { AppEnv } from '../../app-env.js';
import { keepPerson } from '../../commands/people/people.js';
import { allow, viewerIn } from '../../gate.js';
import { loadPeople, type PersonRoles } from '../../queries/people.js';
import type { Viewer } from '../../viewer.js';
import type { Typed } from '../../views/fields.js';
import { shortDate } from '../../views/italian-time.js';
import { withFlash } from '../../views/page/flash.js';
import { frameOf, townWords } from '../../views/page/frame.js';
import { PeopleView } from '../../views/people/people.js';
import { csvFile } from '../csv.js';
import { commanderOf, withForm } from '../form.js';
import { searchAsked } from '../query.js';
import { render } from '../render.js';
import { PERSON_FIELDS, personIn, typedIn } from './person.js';

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
  app.post('/persone', allow('people.change'), (c) =>
    withForm(c, async (form) => {
      const outcome = await keepPerson(commanderOf(c, form), null, personIn(form));
      if (outcome.ok) return c.redirect(withFlash(`/persone/${outcome.result.person}`, 'persona'), 303);
      return showPeople(c, typedIn(form, PERSON_FIELDS, outcome));
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
