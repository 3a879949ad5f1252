/** What a link of a mail stands for: the mail's row tells to whom it was sent and about what. */
import { z } from 'zod';
import type { CivilDate } from '../../domain/time/civil-date.js';
import type { Tx } from '../in-town.js';

/** To whom, about what, and when. */
export interface LinkedMail {
  readonly person: string;
  /** Erased people are nobody any more. */
  readonly isErased: boolean;
  readonly day: CivilDate;
  /** `null` when the mail has no such link. */
  readonly obligation: string | null;
  /** The version of the obligation that its notice spoke of; `null` for a line without notice. */
  readonly version: number | null;
}

const Links = z.array(z.string());

/** `null` when the town has no such mail. */
export async function linkedMail(tx: Tx, digest: string, link: number): Promise<LinkedMail | null> {
  const [row] = await tx<
    { person: string; isErased: boolean; day: CivilDate; links: unknown; versions: unknown }[]
  >`
    select d.person, p.erased_at is not null as is_erased, d.day, d.links,
      (select jsonb_object_agg(l.obligation, n.obligation_version) from digest_line l
        join notice n on n.town = l.town and n.id = l.notice
        where l.town = d.town and l.digest = d.id) as versions
    from digest d join person p on p.town = d.town and p.id = d.person
    where d.id = ${digest}`;
  if (row === undefined) return null;
  const links = Links.safeParse(row.links);
  const obligation = (links.success ? links.data[link] : undefined) ?? null;
  const version = (row.versions as Readonly<Record<string, number>> | null)?.[obligation ?? ''] ?? null;
  return { person: row.person, isErased: row.isErased, day: row.day, obligation, version };
}

/** The day of the latest mail that reached the person's mail server with a link about it; `null`: none. */
export async function latestMailAbout(tx: Tx, person: string, obligation: string): Promise<CivilDate | null> {
  const [row] = await tx<{ day: CivilDate | null }[]>`
    select max(day) as day from digest
    where person = ${person} and state in ('sent', 'trial') and links @> ${tx.json([obligation])}`;
  return row?.day ?? null;
}
