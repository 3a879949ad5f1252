/** What a town sets for itself, read by its schemas once while its row says the same: every transaction asks for its town. */
import type { z } from 'zod';
import type { Closure } from '../../domain/time/closures.js';
import { closuresSchema, laddersSchema, type TownSettings, townSettingsSchema } from './town-settings.js';

/** Shared by all who ask: frozen through and through, so that nobody changes it. */
export interface TownReading {
  readonly closures: readonly Closure[];
  readonly ladders: z.infer<typeof laddersSchema>;
  readonly settings: TownSettings;
}

/** The columns of the row, as jsonb came. */
export type TownSaid = { readonly [K in keyof TownReading]: unknown };

/** Towns at work at once; beyond them the one read longest ago is read again. */
const MOST = 500;

const known = new Map<string, { readonly text: string; readonly reading: TownReading }>();

/** Throws where a column is not of its shape. `id`: of the town. */
export function readTown(id: string, { closures, ladders, settings }: TownSaid): TownReading {
  const text = JSON.stringify([closures, ladders, settings]);
  const before = known.get(id);
  if (before?.text === text) return before.reading;
  const reading = frozen({
    closures: closuresSchema.parse(closures),
    ladders: laddersSchema.parse(ladders),
    settings: townSettingsSchema.parse(settings),
  });
  known.delete(id);
  known.set(id, { text, reading });
  const [oldest] = known.keys();
  if (known.size > MOST && oldest !== undefined) known.delete(oldest);
  return reading;
}

function frozen<T>(value: T): T {
  if (typeof value !== 'object' || value === null) return value;
  for (const part of Object.values(value)) frozen(part);
  return Object.freeze(value);
}
