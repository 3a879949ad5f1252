/** What a town says of itself: read and changed, as on the page *Impostazioni dell'ente*. */
import { createRoute, z } from '@hono/zod-openapi';
import { inTown } from '../../store/in-town.js';
import { loadTown, type Town } from '../../store/towns/towns.js';
import { keepSettings, valuesOfSettings } from '../commands/towns/town-settings.js';
import { viewerIn } from '../gate.js';
import { refuse } from '../refuse.js';
import {
  answered,
  apiCommander,
  behind,
  COMMAND_PROBLEMS,
  createPart,
  idempotency,
  jsonBody,
  namedAnew,
  problems,
} from './operation.js';
import { text } from './schemas.js';

const link = text(500).nullable();

const settingsSchema = z
  .strictObject({
    name: text(300),
    ipaCode: text(100).nullable(),
    words: z.strictObject({ sector: text(200), evaluator: text(200), secretary: text(200) }),
    sendsAt: text(10).nullable().openapi({
      description: 'HH:MM, on the half hour from 07:30 to 12:00; null: spread from 07:30 to 09:00.',
    }),
    footer: z.strictObject({ accessibility: link, feedback: link, privacy: link }),
  })
  .openapi('TownSettings');

const NAMES = {
  ...{ nome: 'name', ipa: 'ipaCode', settore: 'words.sector', valutatore: 'words.evaluator' },
  ...{ segretario: 'words.secretary', ora: 'sendsAt', accessibilita: 'footer.accessibility' },
  ...{ segnalazioni: 'footer.feedback', privacy: 'footer.privacy' },
};

const read = createRoute({
  method: 'get',
  path: '/settings',
  ...behind('settings.read', 'Town'),
  summary: 'What the town says of itself',
  responses: { 200: answered('The settings in force.', settingsSchema), ...problems() },
});

const change = createRoute({
  method: 'put',
  path: '/settings',
  ...behind('settings.change', 'Town'),
  summary: 'Changes what the town says of itself; mails that left stay as they are',
  request: { headers: idempotency, ...jsonBody(settingsSchema) },
  responses: { 200: answered('The settings in force now.', settingsSchema), ...COMMAND_PROBLEMS },
});

export function townSettingsRoutes() {
  const app = createPart();
  app.openapi(read, (c) => c.json(settingsJson(viewerIn(c).town)));
  app.openapi(change, async (c) => {
    const { name, ipaCode, words, sendsAt, footer } = c.req.valid('json');
    const values = {
      ...{ nome: name, ipa: ipaCode ?? '', ora: sendsAt ?? '' },
      ...{ settore: words.sector, valutatore: words.evaluator, segretario: words.secretary },
      ...{ accessibilita: footer.accessibility ?? '', segnalazioni: footer.feedback ?? '' },
      privacy: footer.privacy ?? '',
    };
    const outcome = await namedAnew(keepSettings(apiCommander(c), { values, seen: null }), NAMES);
    if (!outcome.ok) return (await refuse(c, outcome.refusal)) as never;
    const { sql } = c.get('deps');
    return c.json(settingsJson(await inTown(sql, viewerIn(c).town.id, loadTown)));
  });
  return app;
}

function settingsJson(town: Pick<Town, 'name' | 'ipaCode' | 'settings'>) {
  const { words, footer } = town.settings;
  return {
    ...{ name: town.name, ipaCode: town.ipaCode, words: { ...words }, footer: { ...footer } },
    sendsAt: valuesOfSettings(town)['ora'] || null,
  };
}
