/** A furnished town with one person of each kind. */
import type { Role } from '../../domain/obligations/obligation.js';
import { civilDate } from '../../domain/time/civil-date.js';
import type { Sql } from '../../store/connection.js';
import { inTown } from '../../store/in-town.js';
import { addPerson, assignRole } from '../../store/people/people.js';
import { furnishedTown, NOON, type PlannedTown } from '../store/furnished-town.js';

export interface StageTown extends PlannedTown {
  /** Persons by what they are. */
  readonly people: Readonly<
    Record<'secretary' | 'head' | 'otherHead' | 'oiv' | 'mayor' | 'rpct' | 'nobody', string>
  >;
}

export async function peopledTown(sql: Sql, name: string): Promise<StageTown> {
  const planned = await furnishedTown(sql, name);
  const person = async (who: string, role: Role | null): Promise<string> =>
    inTown(sql, planned.town, async (tx) => {
      const id = await addPerson(tx, {
        name: who,
        email: `${who.toLowerCase().replaceAll(' ', '.')}@prova.example`,
        createdAt: NOON,
      });
      if (role !== null) await assignRole(tx, { person: id, role, validFrom: civilDate('2023-01-01') });
      return id;
    });
  return {
    ...planned,
    people: {
      secretary: planned.secretary,
      head: planned.head,
      otherHead: await person('Altra Responsabile', { role: 'head', sector: 'Tecnico' }),
      oiv: await person('Nucleo', { role: 'oiv' }),
      mayor: await person('Sindaca', { role: 'mayor' }),
      rpct: await person('Anticorruzione', { role: 'rpct' }),
      nobody: await person('Senza Ruolo', null),
    },
  };
}
