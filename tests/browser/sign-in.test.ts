/** Somebody of two towns enters from the mail: the link opened on a telephone with the computer's code. */
import { expect, it } from 'vitest';
import { mailSignIns } from '../../worker/sign-in-mails.js';
import { linkIn, openSignInStage } from '../api/sign-in-stage.js';
import { expectFit } from './expect-fit.js';
import { openSite } from './site.js';

const { stage, office, mailing, somebody } = await openSignInStage();
const { enter } = await openSite(stage);

it('asks at the computer, enters on the telephone with its code, chooses the town, and leaves; all without scripts too', async () => {
  const address = await somebody({ towns: [stage.ours, stage.theirs] });
  const computer = await (await enter(null)).newPage();
  await computer.goto('/obiettivi');
  await expectFit(computer, 'accesso');
  await computer.getByLabel('Il tuo indirizzo di posta del lavoro').fill('nome');
  await computer.keyboard.press('Enter');
  await computer.getByText('Scrivi un indirizzo di posta completo').waitFor();
  await expectFit(computer, 'accesso-rifiutato');
  await computer.getByLabel('Il tuo indirizzo di posta del lavoro').fill(address);
  await computer.getByRole('button', { name: 'Mandami il collegamento' }).click();
  const code = await computer.locator('.tr-code').innerText();
  await expectFit(computer, 'accesso-inviato');
  await mailSignIns(mailing);

  const link = linkIn(office.mails.at(-1)?.text ?? '');
  const phone = await (await enter(null, { javaScriptEnabled: false })).newPage();
  await phone.setViewportSize({ width: 320, height: 640 });
  await phone.goto(link);
  await phone.getByLabel('Codice').fill('000 000');
  await phone.getByRole('button', { name: 'Entra' }).click();
  await phone.getByText('Il codice non è quello').waitFor();
  await phone.getByLabel('Codice').fill(code);
  await phone.getByRole('button', { name: 'Entra' }).click();
  await phone.getByRole('button', { name: 'Comune di qua' }).click();
  await phone.getByRole('heading', { name: 'Le mie scadenze' }).waitFor();

  await computer.goto(link);
  await computer.getByText('È già stato usato').waitFor();
  await expectFit(computer, 'accesso-usato');
  await computer.goto('/');
  await computer.getByLabel('Il tuo indirizzo di posta del lavoro').fill(address);
  await computer.keyboard.press('Enter');
  await computer.getByText('Guarda la posta').waitFor();
  await mailSignIns(mailing);
  await computer.goto(linkIn(office.mails.at(-1)?.text ?? ''));
  await expectFit(computer, 'accesso-aperto');
  await computer.getByRole('button', { name: 'Entra' }).click();
  await expectFit(computer, 'ente');
  await computer.getByRole('button', { name: 'Comune di là' }).click();
  await computer.getByRole('link', { name: 'Accessi' }).click();
  await expectFit(computer, 'accessi');
  await computer.getByRole('listitem').filter({ hasText: 'Un altro accesso' }).getByRole('button').click();
  await computer.getByText('Questo accesso').waitFor();
  expect(await computer.getByText('Un altro accesso').count()).toBe(0);
  await phone.reload();
  await phone.getByText('Mandami il collegamento').waitFor();
  await computer.getByRole('button', { name: 'Esci' }).click();
  await computer.getByText('Mandami il collegamento').waitFor();
});
