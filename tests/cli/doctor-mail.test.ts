/** `doctor --mail` with a real SMTP server and a real DNS server. */
import type { SMTPServerOptions } from 'smtp-server';
import { afterEach, describe, expect, it } from 'vitest';
import { doctorMail, type MailDoctorWish } from '../../cli/doctor-mail.js';
import { type MailServer, mailServer, refusal } from '../mail/mail-server.js';
import { IMPATIENT } from '../mail/outgoing.js';
import { denied, tokenEndpoint } from '../mail/token-endpoint.js';
import { dnsServer } from './dns-server.js';

const opened: { close(): Promise<void> }[] = [];
afterEach(async () => {
  for (const one of opened.splice(0)) await one.close();
});
const open = <T extends { close(): Promise<void> }>(one: T): T => {
  opened.push(one);
  return one;
};
const smtp = async (manners: SMTPServerOptions = {}): Promise<MailServer> => open(await mailServer(manners));
const envOf = ({ port }: { port: number }, more: object = {}): NodeJS.ProcessEnv => ({
  SMTP_URL: `smtp://127.0.0.1:${port}`,
  MAIL_FROM: 'Comune <avvisi@posta.comune.example>',
  ...more,
});
const wish = (change: Partial<MailDoctorWish> = {}): MailDoctorWish => ({
  ...{ to: null, selectors: [], dns: '127.0.0.1:9', timeouts: IMPATIENT },
  ...change,
});

const WELL = {
  'posta.comune.example': ['v=spf1 ip4:192.0.2.1 -all', 'altro=1'],
  'selector1._domainkey.posta.comune.example': [`v=DKIM1; k=rsa; p=${'A'.repeat(300)}`],
  '_dmarc.comune.example': ['v=DMARC1; p=quarantine'],
};

describe('the test mail', () => {
  it('goes to the sender unless said, and the answer of the server is told', async () => {
    const server = await smtp();
    const { address: dns } = open(await dnsServer(WELL));
    const report = await doctorMail(wish({ dns }), envOf(server));
    expect(report).toEqual({
      ok: true,
      lines: [
        `  ok  127.0.0.1:${server.port} ha accettato il messaggio di prova per avvisi@posta.comune.example: 250 2.0.0 queued as 1`,
        '  ok  SPF: v=spf1 ip4:192.0.2.1 -all',
        '  ok  DKIM: chiave pubblicata con il selettore "selector1"',
        '  ok  DMARC: v=DMARC1; p=quarantine',
        '  ??  Posta che torna indietro: BOUNCE_IMAP_URL è vuoto, i rifiuti che arrivano dopo non si leggono',
      ],
    });
    expect(server.delivered[0]).toMatchObject({ to: ['avvisi@posta.comune.example'] });
    await doctorMail(wish({ to: 'altra@comune.example' }), envOf(server));
    expect(server.delivered[1]).toMatchObject({ to: ['altra@comune.example'] });
  });

  it.each<[string, SMTPServerOptions, RegExp]>([
    [
      'a sender that may not',
      {
        onMailFrom: (_address, _session, done) =>
          done(refusal(550, '5.7.60 SMTP; Client does not have permissions to send as this sender')),
      },
      /550 5\.7\.60 .*"Invia come"/,
    ],
    [
      'a recipient that there is not',
      { onRcptTo: (_address, _session, done) => done(refusal(550, '5.1.1 no such user')) },
      /550 5\.1\.1 no such user\. Il server rifiuta questo destinatario/,
    ],
    [
      'greylisting',
      { onRcptTo: (_address, _session, done) => done(refusal(451, '4.7.1 later')) },
      /451 4\.7\.1 later\. Il server rimanda/,
    ],
    [
      'sign-in required',
      { onRcptTo: (_address, _session, done) => done(refusal(530, '5.7.0 Authentication required')) },
      /530 5\.7\.0 .*SMTP_SIGN_IN/,
    ],
    ['silence', { onConnect: () => undefined }, /ha taciuto/],
  ])('refused for %s is told with what to do', async (_, manners, told) => {
    const server = await smtp(manners);
    const report = await doctorMail(wish({ timeouts: { ...IMPATIENT, greeting: 300 } }), envOf(server));
    expect(report.ok).toBe(false);
    expect(report.lines[0]).toMatch(/^ {2}NO /);
    expect(report.lines[0]).toMatch(told);
  });

  it('that cannot be signed in for, because the consent is over, says to renew it and shows no secret', async () => {
    const server = await smtp({ authMethods: ['XOAUTH2'] });
    const tokens = open(await tokenEndpoint(() => denied('invalid_grant', 'AADSTS700082: expired')));
    const signIn = {
      ...{ provider: 'altro', accessUrl: tokens.url, user: 'avvisi@comune.example' },
      ...{ clientId: 'app', clientSecret: 'segreto-app', refreshToken: 'lunga-durata' },
    };
    const report = await doctorMail(wish(), envOf(server, { SMTP_SIGN_IN: JSON.stringify(signIn) }));
    expect(report.ok).toBe(false);
    expect(report.lines[0]).toContain('Il consenso è scaduto o è stato revocato');
    expect(report.lines.join('\n')).not.toMatch(/segreto-app|lunga-durata/);
  });

  it.each([
    [{ SMTP_URL: '' }, 'SMTP_URL is missing'],
    [{ MAIL_FROM: 'Comune' }, 'MAIL_FROM'],
    [{ SMTP_SIGN_IN: '{"provider":"google"}' }, 'il campo "user" manca'],
  ])('is not sent with the settings %j, which are named', async (change, named) => {
    const report = await doctorMail(wish(), envOf({ port: 9 }, change));
    expect(report.ok).toBe(false);
    expect(report.lines).toHaveLength(1);
    expect(report.lines[0]).toContain(named);
  });
});

describe('the records of the domain', () => {
  it('without a DNS that answers are "non verificabile da qui", and that is no failure', async () => {
    const report = await doctorMail(wish(), envOf(await smtp()));
    expect(report.ok).toBe(true);
    expect(report.lines[1]).toBe(
      '  ??  SPF, DKIM e DMARC di posta.comune.example: non verificabile da qui, il DNS non risponde',
    );
  });

  it('of a DNS that fails are not verified either', async () => {
    const { address: dns } = open(await dnsServer({ 'posta.comune.example': null }));
    const report = await doctorMail(wish({ dns }), envOf(await smtp()));
    expect([report.ok, report.lines.length]).toEqual([true, 3]);
  });

  it('that are not there are told one by one: SPF is needed, DKIM and DMARC are advised', async () => {
    const { address: dns, asked } = open(await dnsServer({}));
    const report = await doctorMail(wish({ dns, selectors: ['proprio'] }), envOf(await smtp()));
    expect(report.ok).toBe(false);
    expect(report.lines.slice(1).map((line) => line.slice(0, 11))).toEqual([
      '  NO  SPF: ',
      '  ??  DKIM:',
      '  ??  DMARC',
      '  ??  Posta',
    ]);
    expect(asked).toContain('proprio._domainkey.posta.comune.example');
    expect(asked).toContain('_dmarc.comune.example');
  });
});
