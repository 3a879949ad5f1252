/** Does the register hold that came from a copy or through a migration: every chain, up to its head, and every seal. */
import { verifyChain } from '../../domain/register/chain.js';
import { isSeal, type Seal } from '../../domain/register/seal.js';
import type { AnyTx } from '../connection.js';
import { type RegisterEntry, sha256Hex } from '../register/register.js';

interface Chain {
  readonly id: string;
  readonly kind: string;
  readonly subject: string;
  readonly headSeq: number;
  readonly headHash: string | null;
}

/** What is broken first, in Italian; `null`: nothing. The transaction sees this town's rows, or all. */
export async function registerFault(tx: AnyTx, town: string): Promise<string | null> {
  const chains = await tx<Chain[]>`
    select id, subject_kind as kind, subject, head_seq, head_hash from register_chain where town = ${town} order by id`;
  for (const chain of chains) {
    const entries = await tx<RegisterEntry[]>`
      select seq, prev, hash, body from register_entry where town = ${town} and chain = ${chain.id} order by seq`;
    const fault = chainFault(chain, entries);
    if (fault !== null) return `${fault} nella catena ${chain.kind} ${chain.subject}`;
  }
  return sealFault(tx, town);
}

function chainFault({ headSeq, headHash }: Chain, entries: readonly RegisterEntry[]): string | null {
  const verdict = verifyChain(entries, sha256Hex);
  if (!verdict.ok) return `la voce ${verdict.entry + 1} non corrisponde alla sua impronta`;
  if (entries.some(({ seq }, at) => seq !== at + 1)) return 'manca una voce';
  return verdict.head === headHash && entries.length === headSeq ? null : 'manca la fine';
}

async function sealFault(tx: AnyTx, town: string): Promise<string | null> {
  const seals = await tx<Omit<Seal, 'town'>[]>`
    select week, day, hash, heads from register_seal where town = ${town} order by week`;
  const wrong = seals.find((seal) => !isSeal({ ...seal, town }, sha256Hex));
  if (wrong !== undefined)
    return `il sigillo della settimana ${wrong.week} non corrisponde alla sua impronta`;
  const [other] = await tx<{ week: string }[]>`
    select s.week from register_seal s cross join jsonb_array_elements(s.heads) h
      left join register_chain c on c.town = s.town and c.subject_kind = h ->> 'kind' and c.subject::text = h ->> 'id'
      left join register_entry e on e.town = s.town and e.chain = c.id and e.seq = (h ->> 'seq')::integer
    where s.town = ${town} and e.hash is distinct from h ->> 'hash' order by s.week limit 1`;
  return other === undefined ? null : `una voce non è quella del sigillo della settimana ${other.week}`;
}
