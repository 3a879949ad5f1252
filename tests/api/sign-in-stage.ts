/** A stage outside the demo: two towns on trial, a real SMTP server, the worker's own code that mails links. */
import { expect } from 'vitest';
import { civilDate } from '../../domain/time/civil-date.js';
import type { Instant } from '../../domain/time/instant.js';
import { smtpTransport } from '../../mail/transport.js';
import { inTown } from '../../store/in-town.js';
import { addPerson, assignRole } from '../../store/people/people.js';
import { mailSignIns, type SignInMailDeps } from '../../worker/sign-in-mails.js';
import { openPostOffice, type PostOffice } from '../activities/post-office.js';
import { NOON, openStage, type Stage } from './stage.js';
import { Visitor } from './visitor.js';

export const MINUTE = 60_000;

export interface SignInStage {
  readonly stage: Stage;
  readonly office: PostOffice;
  readonly mailing: SignInMailDeps;
  /** Real time, for pages and worker; noon of 29 June 2023 at the beginning. */
  readonly clock: { now: Instant };
  /** What the worker logged. */
  readonly logged: unknown[];
  /** With all its cookies; nobody has entered. */
  browser(): Visitor;
  /** Address of a new head of the Finanziario in these towns. */
  somebody(wish?: {
    readonly towns?: readonly { readonly town: string }[];
    readonly shared?: boolean;
  }): Promise<string>;
  /** Asks for a link and reads the mail: the path in it, and the code on the page. */
  linkFor(address: string, asking: Visitor): Promise<{ readonly link: string; readonly code: string }>;
}

/** Call it at the top of a test file. */
export async function openSignInStage(): Promise<SignInStage> {
  const clock = { now: NOON };
  const stage = await openStage({ demo: false, now: () => clock.now });
  const office = await openPostOffice();
  const logged: unknown[] = [];
  const mailing: SignInMailDeps = {
    sql: stage.sql,
    transport: smtpTransport(office.settings),
    sender: { name: 'Traguardo', address: 'traguardo@prova.example' },
    publicUrl: 'https://traguardo.example',
    leaseMs: 5 * MINUTE,
    now: () => clock.now,
    log: { info: (what: unknown) => logged.push(what), warn: (what: unknown) => logged.push(what) },
  };
  for (const { town } of [stage.ours, stage.theirs])
    await inTown(stage.sql, town, (tx) => tx`update town set mode = 'trial'`);
  let made = 0;
  return {
    ...{ stage, office, mailing, clock, logged },
    browser: () => new Browser(stage.app),
    async somebody({ towns = [stage.ours], shared = false } = {}) {
      made += 1;
      const email = `Persona.${made}@prova.example`;
      for (const { town } of towns)
        await inTown(stage.sql, town, async (tx) => {
          const person = await addPerson(tx, {
            ...{ name: `Persona ${made}`, email, sharedMailbox: shared, createdAt: NOON },
          });
          const role = { role: 'head', sector: 'Finanziario' } as const;
          await assignRole(tx, { person, role, validFrom: civilDate('2023-01-01') });
        });
      return email;
    },
    async linkFor(address, asking) {
      const before = office.mails.length;
      const { status, headers } = await asking.post('/accesso', { indirizzo: address });
      expect([status, headers.get('location')]).toEqual([303, '/accesso/inviato']);
      const { text } = await asking.get('/accesso/inviato');
      await mailSignIns(mailing);
      expect(office.mails).toHaveLength(before + 1);
      const link = linkIn(office.mails.at(-1)?.text ?? '');
      return { link, code: (/(\d{3}) (\d{3})</.exec(text) ?? []).slice(1, 3).join('') };
    },
  };
}

/** The path of the link in a mail. */
export const linkIn = (text: string): string =>
  /https:\/\/traguardo\.example(\/accesso\/[\w-]{43})\s/.exec(text)?.[1] ?? '';

/** A visitor that keeps all its cookies. */
export class Browser extends Visitor {
  readonly #jar = new Map<string, string>();

  override async ask(path: string, init: RequestInit = {}) {
    this.cookie = [...this.#jar].map(([name, value]) => `${name}=${value}`).join('; ');
    const answer = await super.ask(path, init);
    for (const line of answer.headers.getSetCookie()) {
      const [name = '', value = ''] = (line.split(';')[0] ?? '').split('=');
      if (value === '') this.#jar.delete(name);
      else this.#jar.set(name, value);
    }
    return answer;
  }
}
