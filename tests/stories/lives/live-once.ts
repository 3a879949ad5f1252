/** One random life under the plain driver: what was told ahead, what came, what the product said in between. */
import { askProduct, type RehearsedStretch } from './ask-product.js';
import { type Driver, liveByPlainDriver } from './by-plain-driver.js';
import { foundLife, frozenMails } from './found.js';
import type { Life } from './life.js';
import { randomLife } from './random-life.js';
import { type LivedMail, type ToldAhead, toldAhead } from './told-ahead.js';

export interface LivedOnce {
  readonly life: Life;
  readonly told: ToldAhead;
  readonly lived: readonly LivedMail[];
  readonly asked: readonly RehearsedStretch[];
}

/** A failure names the seed. */
export async function liveOnce(driver: Omit<Driver, 'meanwhile'>, seed: number): Promise<LivedOnce> {
  const { sql } = driver.deps;
  const life = randomLife(seed, { calm: false });
  const town = await foundLife(sql, life);
  const told = toldAhead(town, life);
  const asked: RehearsedStretch[] = [];
  const meanwhile: Driver['meanwhile'] = async (moment) => void asked.push(await askProduct(sql, moment));
  await liveByPlainDriver({ ...driver, meanwhile }, town, life, told.deeds).catch((error: Error) => {
    throw new Error(`LIFE_SEED=${seed}: ${error.message}`, { cause: error });
  });
  return { life, told, lived: await frozenMails(sql, town, life), asked };
}
