/** The shape of a dossier in a file; what its entries hold is the register's affair and stays as it is. */
import { z } from 'zod';
import { DOSSIER_FORMAT } from '../domain/register/dossier.js';
import { parseCivilDate } from '../domain/time/civil-date.js';

const day = z.string().refine((text) => parseCivilDate(text) !== null, 'non è un giorno');
const hash = z.string().regex(/^[0-9a-f]{64}$/, 'non è un’impronta SHA-256');
const count = z.number().int('non è un numero intero').positive('non è positivo');
const instant = z.number().int().min(-8.64e15).max(8.64e15);

const zone = z.string().refine((name) => {
  try {
    new Intl.DateTimeFormat('it', { timeZone: name });
    return true;
  } catch {
    return false;
  }
}, 'non è un fuso orario');

/** Not copied: whatever stands in the file must be hashed. */
const body = z.custom<Record<string, unknown>>(
  (value) => typeof value === 'object' && value !== null && !Array.isArray(value),
  'non è una voce del registro',
);

const kind = z.enum(['objective', 'sector', 'cycle']);
const subject = z.strictObject({ kind, id: z.string() });
const entry = z.strictObject({ seq: count, prev: hash.nullable(), hash, body: body.nullable() });
const named = z.strictObject({ id: z.string(), name: z.string() });

export const dossierSchema = z.strictObject({
  format: z.literal(DOSSIER_FORMAT),
  town: z.strictObject({ id: z.string(), name: z.string(), zone }),
  about: z.strictObject({ kind: z.enum(['objective', 'person']), id: z.string(), title: z.string() }),
  madeAt: instant,
  madeOn: day,
  chains: z.array(z.strictObject({ subject, entries: z.array(entry) })).min(1),
  texts: z.array(
    z.union([
      z.strictObject({ hash, salt: z.string().regex(/^[0-9a-f]{32}$/, 'non è un sale'), text: z.string() }),
      z.strictObject({ hash, erased: day }),
    ]),
  ),
  mails: z.array(
    z.strictObject({
      digest: z.string(),
      day,
      messageId: z.string(),
      content: z.strictObject({ subject: z.string(), text: z.string(), html: z.string() }).nullable(),
    }),
  ),
  seals: z.array(
    z.strictObject({
      town: z.string(),
      week: day,
      day,
      heads: z.array(z.strictObject({ kind, id: z.string(), seq: count, hash })),
      hash,
    }),
  ),
  names: z.strictObject({
    people: z.array(named),
    sectors: z.array(named),
    acts: z.array(z.strictObject({ id: z.string(), organ: z.string(), number: z.string(), adoptedOn: day })),
    objectives: z.array(
      z.strictObject({
        id: z.string(),
        year: z.number().int(),
        number: z.string().nullable(),
        title: z.string(),
      }),
    ),
    obligations: z.array(
      z.strictObject({
        id: z.string(),
        objective: z.string().nullable(),
        title: z.string(),
        milestone: z.string().nullable(),
        sector: z.string().nullable(),
      }),
    ),
    evidence: z.array(z.strictObject({ sha256: hash, name: z.string(), size: z.number().int() })),
  }),
});
