/** What the ids in a dossier's entries stand for, and the mails that its notices were told by. */
import { canonicalJson } from '../../domain/register/canonical-json.js';
import type { DossierMail, DossierNames } from '../../domain/register/dossier.js';
import type { ChainSubject } from '../../domain/register/seal.js';
import type { CivilDate } from '../../domain/time/civil-date.js';
import type { Tx } from '../in-town.js';
import { sha256Hex } from './register.js';

/** Chains in which a person is named, or in which somebody acted on what they were told of: by kind and id. */
export const chainsNaming = async (tx: Tx, person: string): Promise<readonly ChainSubject[]> =>
  tx<ChainSubject[]>`
    select c.subject_kind as kind, c.subject as id from register_chain c
    where exists (select 1 from register_entry e where e.town = c.town and e.chain = c.id
      and e.body ->> 'person' = ${person})
    order by c.subject_kind, c.subject`;

/** All ids that stand in entries: rows are found by them, whatever the entries call them. */
export async function namesOf(
  tx: Tx,
  ids: readonly string[],
  files: readonly string[],
): Promise<DossierNames> {
  const asked = tx`any (${[...ids]}::uuid[])`;
  type Named = { id: string; name: string }[];
  const [people, sectors, acts, obligations, evidence] = await Promise.all([
    tx<Named>`select id, name from person where id = ${asked} order by name, id`,
    tx<Named>`select id, name from sector where id = ${asked} order by name, id`,
    tx<{ id: string; organ: string; number: string; adoptedOn: CivilDate }[]>`
      select id, organ, number, adopted_on from act where id = ${asked} order by adopted_on, id`,
    tx<
      {
        id: string;
        objective: string | null;
        title: string;
        milestone: string | null;
        sector: string | null;
      }[]
    >`
      select o.id, o.objective, coalesce(ob.title, o.title) as title, m.phrase as milestone, s.name as sector
      from obligation o
        left join sector s on s.town = o.town and s.id = o.owner_sector
        left join objective ob on ob.town = o.town and ob.id = o.objective
        left join milestone m on m.town = o.town and m.id = o.milestone
      where o.id = ${asked} order by o.due nulls last, o.id`,
    tx<{ sha256: string; name: string; size: number }[]>`
      select distinct on (sha256) sha256, name, size from evidence
      where sha256 = any (${[...files]}) order by sha256, added_at`,
  ]);
  const wanted = [...ids, ...obligations.flatMap(({ objective }) => objective ?? [])];
  const objectives = await tx<{ id: string; year: number; number: string | null; title: string }[]>`
    select ob.id, c.year, ob.number, ob.title from objective ob join cycle c on c.town = ob.town and c.id = ob.cycle
    where ob.id = any (${wanted}::uuid[]) order by c.year, ob.ordinal, ob.id`;
  return {
    people: [...people],
    sectors: [...sectors],
    acts: [...acts],
    objectives: [...objectives],
    obligations: [...obligations],
    evidence: [...evidence],
  };
}

interface MailRow extends Omit<DossierMail, 'content'> {
  contentHash: string;
  person: string;
  subject: string;
  text: string;
  html: string;
}

/** `mayRead` says whose mails may be carried whole; one that lost its text by an erasure is carried without. */
export async function mailsOf(
  tx: Tx,
  digests: readonly string[],
  mayRead: (person: string) => boolean,
): Promise<readonly DossierMail[]> {
  const rows = await tx<MailRow[]>`
    select id as digest, day, message_id, content_hash, person, subject, text, html from digest
    where id = any (${[...digests]}::uuid[]) order by day, id`;
  return rows.map(({ digest, day, messageId, contentHash, person, subject, text, html }) => {
    const content = { subject, text, html };
    const isWhole = sha256Hex(canonicalJson(content)) === contentHash;
    return { digest, day, messageId, content: isWhole && mayRead(person) ? content : null };
  });
}
