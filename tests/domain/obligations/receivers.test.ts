import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Role } from '../../../domain/obligations/obligation.js';
import {
  actingRoles,
  receiverIds,
  receiversOf,
  substitutionsOf,
} from '../../../domain/obligations/receivers.js';
import { type Absence, type HeldRole, type Named, staffOn } from '../../../domain/obligations/staff.js';
import { civilDate } from '../../../domain/time/civil-date.js';

const HEAD: Role = { role: 'head', sector: 'A' };
const SECRETARY: Role = { role: 'secretary' };
const VICE: Role = { role: 'vice-secretary' };
const MAYOR: Role = { role: 'mayor' };
const named = (id: string): Named => ({ id, name: id });
const held = (id: string, role: Role, from = '2023-01-01', to: string | null = null): HeldRole<Named> => ({
  role,
  person: named(id),
  validFrom: civilDate(from),
  validTo: to === null ? null : civilDate(to),
});
const away = (
  person: string,
  substitute: string | null,
  from = '2023-08-01',
  to: string | null = '2023-08-12',
): Absence<Named> => ({
  person,
  from: civilDate(from),
  to: to === null ? null : civilDate(to),
  substitute: substitute === null ? null : named(substitute),
});

const STAFF = [held('anna', HEAD), held('sara', SECRETARY), held('mara', MAYOR)];
const receiving = (
  absences: readonly Absence<Named>[],
  {
    role = HEAD,
    day = '2023-08-07',
    staff = STAFF,
  }: { role?: Role; day?: string; staff?: typeof STAFF } = {},
): readonly string[] => receiverIds(staffOn(staff, absences, civilDate(day)))(role);

describe('who receives for a role whose holder is absent', () => {
  const two = [...STAFF, held('bice', HEAD)];
  it.each([
    ['the substitute', [away('anna', 'bruno')], STAFF, ['bruno']],
    ['without a substitute the Segretario', [away('anna', null)], STAFF, ['sara']],
    ['the substitute and the other holder, who is there', [away('anna', 'bruno')], two, ['bruno', 'bice']],
    ['without a substitute the other holder alone', [away('anna', null)], two, ['bice']],
    ['the other holder once, who is the substitute too', [away('anna', 'bice')], two, ['bice']],
    [
      'a substitute absent too is passed by: the Segretario',
      [away('anna', 'bruno'), away('bruno', 'carla')],
      STAFF,
      ['sara'],
    ],
    [
      'a substitute absent too is passed by: the other holder',
      [away('anna', 'bruno'), away('bruno', null)],
      two,
      ['bice'],
    ],
    [
      'the Segretario absent too: their substitute',
      [away('anna', null), away('sara', 'vito')],
      STAFF,
      ['vito'],
    ],
    [
      'the Segretario absent without one: the Sindaco',
      [away('anna', null), away('sara', null)],
      STAFF,
      ['mara'],
    ],
    ['everybody absent: nobody', [away('anna', null), away('sara', null), away('mara', null)], STAFF, []],
    [
      'two who substitute each other: the Segretario',
      [away('anna', 'bice'), away('bice', 'anna')],
      two,
      ['sara'],
    ],
  ])('%s', (_, absences, staff, people) => {
    expect(receiving(absences, { staff })).toEqual(people);
  });

  it.each([
    ['2023-07-31', 'anna'],
    ['2023-08-01', 'bruno'],
    ['2023-08-12', 'bruno'],
    ['2023-08-13', 'anna'],
  ])('from 1 to 12 August: on %s %s', (day, person) => {
    expect(receiving([away('anna', 'bruno')], { day })).toEqual([person]);
  });

  it.each([
    [
      'of one day',
      away('anna', 'bruno', '2023-08-14', '2023-08-14'),
      ['2023-08-13', '2023-08-15'],
      ['2023-08-14'],
    ],
    [
      'over the year end',
      away('anna', 'bruno', '2023-12-27', '2024-01-05'),
      ['2023-12-26', '2024-01-06'],
      ['2023-12-31', '2024-01-01'],
    ],
    ['without end', away('anna', 'bruno', '2023-08-14', null), ['2023-08-13'], ['2023-08-14', '2031-01-01']],
  ])('an absence %s counts on its own days and no others', (_, absence, there, gone) => {
    for (const day of there) expect(receiving([absence], { day })).toEqual(['anna']);
    for (const day of gone) expect(receiving([absence], { day })).toEqual(['bruno']);
  });

  it('a role that ended during the absence is no longer substituted: the successor receives', () => {
    const staff = [
      held('anna', HEAD, '2023-01-01', '2023-08-05'),
      held('carla', HEAD, '2023-08-06'),
      ...STAFF.slice(1),
    ];
    expect(receiving([away('anna', 'bruno')], { staff, day: '2023-08-05' })).toEqual(['bruno']);
    expect(receiving([away('anna', 'bruno')], { staff, day: '2023-08-06' })).toEqual(['carla']);
  });
});

describe('the Vice Segretario', () => {
  const withVice = [...STAFF, held('vito', VICE, '2023-01-01', '2023-08-10')];
  it.each([
    ['stands in for a Segretario who is absent', [away('sara', null)], SECRETARY, '2023-08-07', ['vito']],
    ['after the substitute of the Segretario', [away('sara', 'bruno')], SECRETARY, '2023-08-07', ['bruno']],
    ['and for a head absent too', [away('anna', null), away('sara', null)], HEAD, '2023-08-07', ['vito']],
    ['not on the day before', [away('sara', null)], SECRETARY, '2023-07-31', ['sara']],
    [
      'not after the last day in the role: the Sindaco',
      [away('sara', null)],
      SECRETARY,
      '2023-08-11',
      ['mara'],
    ],
    [
      'not when absent without a substitute: the Sindaco',
      [away('sara', null), away('vito', null)],
      SECRETARY,
      '2023-08-07',
      ['mara'],
    ],
    [
      'by their own substitute when absent too',
      [away('sara', null), away('vito', 'anna')],
      SECRETARY,
      '2023-08-07',
      ['anna'],
    ],
  ])('%s', (_, absences, role, day, people) => {
    expect(receiving(absences, { role, day, staff: withVice })).toEqual(people);
  });

  it('stands in for a Segretario that the town lacks, and hears that the role is vacant', () => {
    const staff = staffOn(
      withVice.filter(({ person }) => person.id !== 'sara'),
      [],
      civilDate('2023-08-07'),
    );
    expect(receiverIds(staff)(SECRETARY)).toEqual(['vito']);
    expect(substitutionsOf(staff, 'vito', [SECRETARY]).standsInFor).toEqual([SECRETARY]);
  });

  it('acts as the Segretario only while standing in, and keeps the roles of their own', () => {
    const on = (absences: readonly Absence<Named>[]) =>
      actingRoles(staffOn(withVice, absences, civilDate('2023-08-07')), 'vito', [HEAD, VICE]);
    expect(on([away('sara', null)])).toEqual([SECRETARY, HEAD, VICE]);
    expect(on([])).toEqual([HEAD, VICE]);
    expect(on([away('sara', 'bruno')])).toEqual([HEAD, VICE]);
    const sindaco = staffOn(STAFF.slice(2), [], civilDate('2023-08-07'));
    expect(actingRoles(sindaco, 'mara', [MAYOR])).toEqual([MAYOR]);
  });
});

describe('what a mail says of it', () => {
  it('names the absent person and the last day, for the substitute and for whoever stands in', () => {
    const day = civilDate('2023-08-07');
    const inPlaceOf = [{ role: HEAD, name: 'anna', until: '2023-08-12' }];
    const substituted = staffOn(STAFF, [away('anna', 'bruno')], day);
    expect(substitutionsOf(substituted, 'bruno', [HEAD])).toEqual({ standsInFor: [], inPlaceOf });
    const stoodIn = staffOn(STAFF, [away('anna', null)], day);
    expect(substitutionsOf(stoodIn, 'sara', [HEAD, SECRETARY])).toEqual({ standsInFor: [], inPlaceOf });
  });

  it('says nothing to another holder in their own right, and "vacant" only where nobody holds the role', () => {
    const day = civilDate('2023-08-07');
    const two = staffOn([...STAFF, held('bice', HEAD)], [away('anna', null)], day);
    expect(substitutionsOf(two, 'bice', [HEAD])).toEqual({ standsInFor: [], inPlaceOf: [] });
    const none = staffOn(STAFF.slice(1), [], day);
    expect(substitutionsOf(none, 'sara', [HEAD])).toEqual({ standsInFor: [HEAD], inPlaceOf: [] });
  });
});

describe('of any town, absences and day', () => {
  const ids = ['a', 'b', 'c', 'd', 'e', 'f'];
  const roles: readonly Role[] = [HEAD, { role: 'head', sector: 'B' }, SECRETARY, MAYOR, { role: 'oiv' }];
  const dayOf = fc.integer({ min: 1, max: 28 }).map((n) => `2023-08-${String(n).padStart(2, '0')}`);
  const tenure = fc
    .tuple(fc.constantFrom(...ids), fc.constantFrom(...roles), dayOf, fc.option(dayOf))
    .map(([id, role, from, to]) => held(id, role, from, to));
  const absence = fc
    .tuple(fc.constantFrom(...ids), fc.option(fc.constantFrom(...ids)), dayOf, fc.option(dayOf))
    .map(([id, substitute, from, to]) => away(id, substitute, from, to));

  it('nobody absent receives, nobody twice, and somebody does as long as a Segretario or a Sindaco is there', () => {
    fc.assert(
      fc.property(fc.array(tenure), fc.array(absence), dayOf, (tenures, absences, text) => {
        const day = civilDate(text);
        const staff = staffOn(tenures, absences, day);
        const isAway = (id: string): boolean =>
          absences.some(({ person, from, to }) => person === id && from <= day && (to === null || day <= to));
        const isThere = ({ role, person, validFrom, validTo }: HeldRole<Named>): boolean =>
          (role.role === 'secretary' || role.role === 'mayor') &&
          validFrom <= day &&
          (validTo === null || day <= validTo) &&
          !isAway(person.id);
        for (const role of roles) {
          const people = receiversOf(staff, role).map(({ id }) => id);
          expect(people.filter(isAway)).toEqual([]);
          expect(new Set(people).size).toBe(people.length);
          if (tenures.some(isThere)) expect(people).not.toEqual([]);
        }
      }),
      { numRuns: 300 },
    );
  });
});
