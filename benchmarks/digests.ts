/** 200 digests of the example's year put into words and handed, one after the other, to an SMTP server on loopback. */
import { rehearsePlan } from '../cli/rehearse.js';
import type { DigestFacts } from '../domain/obligations/digest.js';
import { civilDate } from '../domain/time/civil-date.js';
import { instant } from '../domain/time/instant.js';
import { startInbox } from '../embedded/inbox.js';
import { composeDigest } from '../mail/compose.js';
import { fillLinks, fillLinksInHtml } from '../mail/placeholders.js';
import { readSmtpUrl } from '../mail/smtp-settings.js';
import { type OutgoingMail, smtpTransport } from '../mail/transport.js';
import { examplePlan } from './example-plan.js';
import { type Figure, percentile, rounded } from './figure.js';

const MAILS = 200;

export async function benchDigests(): Promise<readonly Figure[]> {
  const options = { approved: civilDate('2023-02-28'), from: null, to: null };
  const year = [...rehearsePlan(await examplePlan(), options)].slice(0, MAILS);
  const taken = new Set<string>();
  const inbox = await startInbox({
    store: async ({ messageId, text }) => taken.add(`${messageId} ${text}`),
    log: (line) => process.stderr.write(`${line}\n`),
  });
  const read = readSmtpUrl(inbox.url);
  if (!read.ok) throw new Error(read.refusal);
  const transport = smtpTransport(read.settings);
  const times: number[] = [];
  let words = 0;
  const begun = performance.now();
  for (const [n, { facts }] of year.entries()) {
    const start = performance.now();
    const mail = ready(facts, n);
    words += performance.now() - start;
    const result = await transport.sendOne(mail);
    if (result.kind !== 'accepted') throw new Error(`mail ${n} was not taken: ${result.response}`);
    times.push(performance.now() - start);
  }
  const whole = performance.now() - begun;
  transport.close();
  await inbox.stop();
  return [
    { what: 'distinct mails that arrived', value: taken.size, unit: 'count', bar: MAILS },
    {
      what: `${MAILS} digests put into words and handed over`,
      value: rounded(whole / 1000),
      unit: 's',
      bar: 10,
    },
    { what: 'of which words (text and HTML)', value: rounded(words / 1000), unit: 's' },
    { what: 'one mail, p95', value: rounded(percentile(times, 95)), unit: 'ms' },
  ];
}

/** As the worker hands it over: links filled in, a Message-ID of its own. */
function ready(facts: DigestFacts, n: number): OutgoingMail {
  const { subject, text, html, links } = composeDigest(facts);
  const addresses = links.map((_, link) => `https://traguardo.example/r/${n}x${link}${'0'.repeat(50)}`);
  return {
    from: { name: 'Traguardo', address: 'avvisi@comune.example' },
    to: { name: null, address: `persona.${n}@comune.example` },
    replyTo: null,
    messageId: `<${n}.bench@comune.example>`,
    date: instant(Date.UTC(2023, 5, 30, 6)),
    subject,
    text: fillLinks(text, addresses),
    html: fillLinksInHtml(html, addresses),
  };
}
