/** A town added by the guided pages in a browser: every page fits, axe finds nothing, a telephone without scripts does it too. */
import { expect, it } from 'vitest';
import { inTown } from '../../store/in-town.js';
import { mailSignIns } from '../../worker/sign-in-mails.js';
import { mailTests } from '../../worker/test-mails.js';
import { enterAdministrator } from '../api/onboarding/administrator.js';
import { linkIn, openSignInStage } from '../api/sign-in-stage.js';
import { expectFit } from './expect-fit.js';
import { openSite } from './site.js';

const on = await openSignInStage();
const { stage, office, mailing } = on;
const { enter, base } = await openSite(stage);
const LIST = [
  'Nome;Casella;Ruolo;Settore;Casella condivisa',
  'Anna Uno;anna@nuovo.example;Responsabile;Tecnico;',
  'Bruno Due;bruno@cornune.example;Responsabile;Sport;',
  'Organo;nucleo@nuovo.example;Nucleo;;',
];

it('an administrator adds a town, its Segretario enters with the code, and finds the settings and the board', async () => {
  const { visitor } = await enterAdministrator(on);
  // With it the visitor's cookies are those of the session.
  await visitor.get('/installazione');
  const context = await enter(null);
  const page = await context.newPage();
  await context.addCookies(
    visitor.cookie.split('; ').map((cookie) => {
      const [name = '', value = ''] = cookie.split('=');
      return { name, value, url: base };
    }),
  );
  await page.goto('/');
  await page.getByRole('heading', { name: "Amministrazione dell'installazione" }).waitFor();
  await page.getByRole('button', { name: 'Mandami un messaggio di prova' }).click();
  await page.getByText('non ha ancora risposto').waitFor();
  expect(await mailTests(mailing)).toBe(1);
  await page.reload();
  await page.getByText('il server di posta lo ha accettato').waitFor();
  await expectFit(page, 'installazione');

  const next = () => page.getByRole('button', { name: 'Salva e continua' }).click();
  await page.getByRole('button', { name: 'Aggiungi un ente' }).click();
  await page.getByLabel('Nome').fill('Comune di Nuovo');
  await expectFit(page, 'installazione-ente');
  await next();
  await page.getByLabel('Nome').first().fill('Patrono');
  await page.getByLabel('Giorno').first().selectOption('24');
  await page.getByLabel('Mese').first().selectOption('6');
  await expectFit(page, 'installazione-chiusure');
  await next();
  await page.getByLabel('Le strutture').fill('Area');
  await expectFit(page, 'installazione-parole');
  await next();
  await page.getByLabel('Settori, uno per riga').fill('Tecnico\nFinanziario');
  await expectFit(page, 'installazione-settori');
  await next();
  await page.getByLabel('Nome e cognome del Segretario').fill('Sara Segretaria');
  await page.getByLabel('La sua casella di posta').fill('sara@nuovo.example');
  await page
    .getByLabel('Elenco delle altre persone')
    .setInputFiles({ name: 'persone.csv', mimeType: 'text/csv', buffer: Buffer.from(LIST.join('\r\n')) });
  await next();
  await page.getByText('Riga 3: «Sport» non è tra i settori').first().waitFor();
  await expectFit(page, 'installazione-persone-da-correggere');
  await page.getByLabel("Il testo dell'elenco").fill(LIST.join('\n').replace('Sport', 'Finanziario'));
  await next();
  await page.getByLabel('Ora degli avvisi').selectOption('08:30');
  await expectFit(page, 'installazione-avvisi');
  await next();
  await expectFit(page, 'installazione-riepilogo');
  await page.getByRole('button', { name: "Crea l'ente in prova" }).click();
  const code = await page.locator('.tr-code').innerText();
  await expectFit(page, 'installazione-fatto');

  await mailSignIns(mailing);
  const phone = await (await enter(null, { javaScriptEnabled: false })).newPage();
  await phone.setViewportSize({ width: 320, height: 640 });
  await phone.goto(linkIn(office.mails.at(-1)?.text ?? ''));
  await phone.getByLabel('Codice').fill(code);
  await phone.getByRole('button', { name: 'Entra' }).click();
  await phone.getByRole('button', { name: 'Esci' }).waitFor();
  await phone.goto('/impostazioni');
  await phone.getByLabel('Le strutture').fill('Servizio');
  await phone.getByRole('button', { name: 'Salva le impostazioni' }).click();
  await phone.getByText('Impostazioni salvate').waitFor();

  // The same Segretario in two other towns: one board over three.
  for (const { town, people } of [stage.ours, stage.theirs])
    await inTown(
      stage.sql,
      town,
      (tx) => tx`update person set email = 'sara@nuovo.example'
      where id = ${people.secretary}`,
    );
  const computer = await (await enter(null)).newPage();
  await computer.goto('/');
  await computer.getByLabel('Il tuo indirizzo di posta del lavoro').fill('sara@nuovo.example');
  await computer.keyboard.press('Enter');
  await computer.getByText('Guarda la posta').waitFor();
  await mailSignIns(mailing);
  await computer.goto(linkIn(office.mails.at(-1)?.text ?? ''));
  await computer.getByRole('button', { name: 'Entra' }).click();
  await computer.getByRole('link', { name: 'Vedi tutti i Comuni in una pagina' }).click();
  await expectFit(computer, 'comuni');
  await computer.getByRole('button', { name: 'Apri Comune di qua' }).click();
  await computer.getByRole('heading', { name: 'Cruscotto' }).waitFor();
  await computer.goto('/impostazioni');
  await expectFit(computer, 'impostazioni');
});
