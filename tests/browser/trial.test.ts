/** A trial from its inbox to going live, in a real browser. */
import { expect, it } from 'vitest';
import { composeDigest } from '../../mail/compose.js';
import { fillLinks, fillLinksInHtml } from '../../mail/placeholders.js';
import { inTown } from '../../store/in-town.js';
import { keepTrialMail } from '../../store/notices/trial-inbox.js';
import { NOON, openStage } from '../api/stage.js';
import { digest, noticeLine } from '../mail/facts.js';
import { expectFit } from './expect-fit.js';
import { openSite } from './site.js';

const stage = await openStage();
const { ours } = stage;
const { enter } = await openSite(stage);

it('the Segretario reads the mails of the trial, is told what goes and what starts, and puts the town in service', async () => {
  const context = await enter(ours.people.secretary);
  const mail = composeDigest(digest([noticeLine('due-day'), noticeLine('late-3')]));
  const links = mail.links.map((_, n) => `https://traguardo.example/r/${n}`);
  await inTown(stage.sql, ours.town, async (tx) => {
    await tx`update town set mode = 'trial', clock_offset_ms = ${30 * 86_400_000}`;
    await tx`update person set email = null where id = ${ours.people.otherHead}`;
    await keepTrialMail(
      tx,
      {
        ...{ messageId: '<1@prova.example>', envelopeFrom: 'a@b.example', envelopeTo: ['c@d.example'] },
        ...{ headerFrom: 'Comune <avvisi@comune.example>', headerTo: 'responsabile@prova.example' },
        subject: mail.subject,
        text: fillLinks(mail.text, links),
        html: fillLinksInHtml(mail.html, links),
        headers: [{ key: 'Message-ID', value: '<1@prova.example>' }],
      },
      { receivedAt: NOON, townAt: NOON },
    );
  });
  const page = await context.newPage();

  await page.goto('/cruscotto');
  await page.getByText('In prova: nessun messaggio parte').waitFor();
  await page.getByRole('link', { name: 'Posta di prova' }).click();
  await expectFit(page, 'posta-di-prova');
  await page.getByRole('link', { name: mail.subject }).click();
  await expectFit(page, 'posta-di-prova-messaggio');
  await page.getByRole('link', { name: 'Vai in esercizio' }).click();
  await expectFit(page, 'esercizio');
  await page.getByLabel("Per confermare scrivi il nome dell'ente").fill('Un altro ente');
  await page.getByRole('button', { name: 'Vai in esercizio' }).click();
  await page.getByText("Per confermare scrivi il nome dell'ente: Comune di qua.").first().waitFor();
  await expectFit(page, 'esercizio-rifiutato');
  await page.getByLabel("Per confermare scrivi il nome dell'ente").fill('Comune di qua');
  await page.getByRole('button', { name: 'Vai in esercizio' }).click();
  await page.getByText("L'ente è in esercizio: l'orologio è quello vero").waitFor();
  expect(await page.getByText('In prova: nessun messaggio parte').count()).toBe(0);
  await expectFit(page, 'esercizio-fatto');
  await context.close();
});
