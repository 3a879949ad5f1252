/** `go-live`: the same as *Vai in esercizio* on the pages, in the name of the Segretario of the town. */
import { putInService } from '../api/commands/towns/go-live.js';
import { sentenceOf } from '../api/refusals.js';
import { actingAs } from '../embedded/acting-as.js';
import { italianDate } from '../mail/italian-dates.js';
import { counted } from '../mail/italian-numbers.js';
import { listTowns } from '../store/across-towns.js';
import { connect } from '../store/connection.js';
import { CommandError } from './command-error.js';
import { neededUrl, reachable } from './environment.js';

export interface GoLiveOptions {
  /** The town's short name. */
  readonly town: string;
  /** The town's whole name, to confirm. */
  readonly confirm: string;
}

/** What happened, in one sentence. Throws `CommandError` when it is refused; then nothing changed. */
export async function goLiveOf(
  { town: slug, confirm }: GoLiveOptions,
  env: NodeJS.ProcessEnv = process.env,
): Promise<string> {
  const url = neededUrl(env, 'DATABASE_URL', 'la base dati dei fatti, con il ruolo traguardo_app');
  const sql = connect(url, { max: 2, applicationName: 'traguardo go-live' });
  try {
    await reachable(sql, 'DATABASE_URL');
    const town = (await listTowns(sql)).find((one) => one.slug === slug);
    if (town === undefined) throw new CommandError(`Nessun comune con sigla "${slug}".`);
    const commander = await actingAs(sql, town.id, 'secretary', 'cli');
    if (commander === null)
      throw new CommandError(`Il comune "${slug}" non ha un Segretario in carica oggi.`);
    const outcome = await putInService(commander, confirm);
    if (!outcome.ok) throw new CommandError(sentenceOf(outcome.refusal));
    const { first, mails } = outcome.result;
    return `${town.name} è in esercizio: cancellati ${counted(mails, 'messaggio', 'messaggi')} della prova con le risposte; i primi avvisi partono ${italianDate(first)}.`;
  } finally {
    await sql.end({ timeout: 2 });
  }
}
