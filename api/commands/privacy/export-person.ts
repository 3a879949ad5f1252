/**
 * Everything held about a person, for them (art. 15 and 20 GDPR). That somebody else took it out is an entry of the
 * history; that they did it themselves is recorded nowhere.
 */
import { factsClock } from '../../../store/facts-clock.js';
import { inTown } from '../../../store/in-town.js';
import { type PersonRecord, personRecord } from '../../../store/privacy/person-record.js';
import { auditCommand } from '../audit-command.js';
import type { Commander } from '../run-command.js';

/** `null`: the town has no such person. */
export function exportPerson(
  commander: Pick<Commander, 'deps' | 'viewer' | 'channel'>,
  person: string,
): Promise<PersonRecord | null> {
  const { deps, viewer } = commander;
  const themselves = person === viewer.person.id;
  return inTown(deps.sql, viewer.town.id, async (tx) => {
    const record = await personRecord(tx, person, { themselves });
    if (record === null || themselves) return record;
    const clock = await factsClock(tx, deps.now());
    await auditCommand(tx, commander, clock, {
      ...{ right: 'person.export', action: 'person.export', subjectKind: 'person', subject: person },
    });
    return record;
  });
}
