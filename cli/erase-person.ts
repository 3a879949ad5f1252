/** `erase-person`: the same erasure as on the person's page, in the name of the Segretario of the town. */
import { erasePerson } from '../api/commands/privacy/erase-person.js';
import { sentenceOf } from '../api/refusals.js';
import { actingAs } from '../embedded/acting-as.js';
import { counted } from '../mail/italian-numbers.js';
import { listTowns } from '../store/across-towns.js';
import { connect } from '../store/connection.js';
import { CommandError } from './command-error.js';
import { neededUrl, reachable } from './environment.js';

export interface EraseOptions {
  /** The town's short name. */
  readonly town: string;
  /** On which request or decision. */
  readonly reason: string;
}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** What went, in one sentence. Throws `CommandError` when it is refused; then nothing went. */
export async function erasePersonOf(
  person: string,
  { town: slug, reason }: EraseOptions,
  env: NodeJS.ProcessEnv = process.env,
): Promise<string> {
  if (!UUID.test(person)) throw new CommandError(`"${person}" non è l'identificativo di una persona.`);
  const url = neededUrl(env, 'DATABASE_URL', 'la base dati dei fatti, con il ruolo traguardo_app');
  const sql = connect(url, { max: 2, applicationName: 'traguardo erase-person' });
  try {
    await reachable(sql, 'DATABASE_URL');
    const town = (await listTowns(sql)).find((one) => one.slug === slug);
    if (town === undefined) throw new CommandError(`Nessun comune con sigla "${slug}".`);
    const commander = await actingAs(sql, town.id, 'secretary', 'cli');
    if (commander === null)
      throw new CommandError(`Il comune "${slug}" non ha un Segretario in carica oggi.`);
    const outcome = await erasePerson(commander, { person, reason });
    if (!outcome.ok) throw new CommandError(sentenceOf(outcome.refusal));
    const { texts, name, named } = outcome.result;
    const gone = `${counted(texts, 'testo cancellato', 'testi cancellati')}`;
    const left =
      named === 0
        ? ''
        : ` ${counted(named, 'testo di altri la nomina', 'testi di altri la nominano')} ancora.`;
    return name
      ? `${gone}; nome, casella e accessi cancellati.${left}`
      : `${gone}; nome e casella restano finché la persona ricopre un ruolo.`;
  } finally {
    await sql.end({ timeout: 2 });
  }
}
