/** Entering through the town's OpenID provider, seen in a browser: there and back, the session, and out of both. */
import { expect, it } from 'vitest';
import { createApp } from '../../api/create-app.js';
import { openIdProvider } from '../../api/openid-provider.js';
import { FISCAL_KEY, openIdEnv } from '../api/openid-stage.js';
import { openTownProvider } from '../api/openid-town-provider.js';
import { openSignInStage } from '../api/sign-in-stage.js';
import { expectFit } from './expect-fit.js';
import { openSite } from './site.js';

const { stage, somebody } = await openSignInStage();
/** Where it listens is known before what it is made of. */
let app = stage.app;
const { base, enter } = await openSite({
  app: { ...app, fetch: (...asked) => app.fetch(...asked) } as typeof app,
  enter: stage.enter,
});
const provider = await openTownProvider(base);
const settings = openIdEnv(provider.issuer, {
  OIDC_LABEL: 'SPID o CIE',
  OIDC_CLAIM_FISCAL_CODE: 'fiscal_number',
  OIDC_FISCAL_KEY: FISCAL_KEY,
});
app = createApp({ ...stage.deps, openId: openIdProvider(settings, base) });

it('a Segretario is refused, then enters by SPID without scripts, sees how, registers a code, and leaves both', async () => {
  const email = await somebody();
  const { town, people } = stage.ours;
  await stage.sql.begin(async (tx) => {
    await tx`select set_config('app.town', ${town}, true)`;
    await tx`update person set email = null where email = ${email}`;
    await tx`update person set email = ${email} where id = ${people.secretary}`;
  });
  const page = await (await enter(null)).newPage();
  await page.goto('/persone');
  await expectFit(page, 'accesso-con-identita');
  provider.coming = { error: 'access_denied' };
  await page.getByRole('link', { name: 'Entra con SPID o CIE' }).click();
  await page.getByText('non ha confermato chi sei').waitFor();
  await expectFit(page, 'accesso-con-identita-rifiutato');
  provider.people.set('spid', { email, email_verified: true });
  provider.coming = { as: 'spid' };
  await page.getByRole('link', { name: 'Entra con SPID o CIE' }).click();
  await page.getByRole('heading', { name: 'Persone e ruoli' }).waitFor();

  await page.goto('/accessi');
  await page.getByText('Con SPID o CIE.').waitFor();
  await expectFit(page, 'accessi-con-identita');
  await page.goto(`/persone/${people.oiv}`);
  await page.getByLabel('Codice fiscale').fill('RSSMRA80A01H501X');
  await page.getByLabel('Codice fiscale').press('Enter');
  await page.getByText('Non è un codice fiscale').first().waitFor();
  await expectFit(page, 'persona-codice-fiscale');
  await page.getByLabel('Codice fiscale').fill('RSSMRA80A01H501U');
  await page.getByLabel('Codice fiscale').press('Enter');
  await page.getByText('Registrato: vale dal prossimo accesso').waitFor();
  await page.getByRole('button', { name: 'Togli il codice fiscale' }).waitFor();

  await page.getByRole('button', { name: 'Esci' }).click();
  await page.getByRole('heading', { name: 'Sei uscito da Traguardo' }).waitFor();
  await expectFit(page, 'uscita');
  await page.getByRole('link', { name: 'Esci anche da lì' }).click();
  await page.waitForURL(`${provider.issuer}/session/end?*`);
  // The provider asks once more, then leads back to our first page.
  await page.getByRole('button', { name: 'Yes, sign me out' }).click();
  await page.getByText('Mandami il collegamento').waitFor();
  expect(new URL(page.url()).pathname).toBe('/');

  const plain = await (await enter(null, { javaScriptEnabled: false })).newPage();
  await plain.goto('/');
  await plain.getByRole('link', { name: 'Entra con SPID o CIE' }).click();
  await plain.getByRole('heading', { name: 'Cruscotto' }).waitFor();
});
