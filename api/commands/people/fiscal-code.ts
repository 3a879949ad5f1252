/** By which fiscal code somebody enters with SPID or CIE: its keyed hash is kept, and nothing else of it. */

import { hasFiscalCode, keepFiscalHash } from '../../../store/entry/openid.js';
import { findPerson } from '../../../store/people/people.js';
import { readFiscalCode } from '../../fiscal-code.js';
import { type Commander, type Outcome, runCommand } from '../run-command.js';
import { auditPerson, invalid } from './people-command.js';

export interface FiscalCodeAsked {
  readonly person: string;
  /** As typed; `null`: takes it away. */
  readonly code: string | null;
}

export interface FiscalCodeKept {
  readonly [key: string]: string;
  readonly person: string;
}

/** Neither the code nor its bare hash reaches the rows: not by the history, not by the request's fingerprint. */
export function keepFiscalCode(
  commander: Commander,
  { person, code }: FiscalCodeAsked,
): Promise<Outcome<FiscalCodeKept>> {
  const hashOf = commander.deps.openId?.hashOf ?? null;
  const read = code === null ? null : readFiscalCode(code);
  const hash = read === null || hashOf === null ? null : hashOf(read);
  const asked = { fiscalCode: person, hash: hash === null ? null : Buffer.from(hash).toString('hex') };
  return runCommand(commander, 'people.change', asked, async (tx, clock) => {
    if ((await findPerson(tx, person)) === null) return { ok: false, refusal: { code: 'not-found' } };
    if (hashOf === null)
      return invalid({
        field: 'fiscalCode',
        message: 'In questa installazione non si entra con il codice fiscale.',
      });
    if (code !== null && hash === null)
      return invalid({
        field: 'fiscalCode',
        message: 'Non è un codice fiscale: servono sedici caratteri, e l’ultimo controlla gli altri.',
      });
    const before = await hasFiscalCode(tx, person);
    if (!(await keepFiscalHash(tx, person, hash)))
      return invalid({ field: 'fiscalCode', message: 'È già di un’altra persona di questo ente.' });
    await auditPerson(tx, commander, clock, {
      action: 'person.fiscal-code',
      person,
      before: { registered: before },
      after: { registered: hash !== null },
    });
    return { ok: true, result: { person }, starts: [] };
  });
}
