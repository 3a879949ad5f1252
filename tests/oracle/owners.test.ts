import { describe, expect, test } from 'vitest';
import { oracle } from './oracle.js';
import { by, objective, planOf, sector, told } from './written-plans.js';

const ON_15_JUNE = [by('2023-06-15')];

describe('who is told, by hand', () => {
  test('what the Segretario owes comes to the Segretario, and a rung leaves no second line that day', () => {
    const plan = planOf(2023, [sector('A', [objective('X', ON_15_JUNE)], 'Segretario comunale')]);
    expect(told(plan, { from: '2023-06-15', to: '2023-08-07' })).toEqual([
      '2023-06-15 secretary due-day 2023-06-15',
      '2023-06-16 secretary late-1 2023-06-15',
      '2023-06-19 secretary summary 2023-06-15',
      '2023-06-20 secretary late-3 2023-06-15',
      '2023-06-26 secretary late-7 2023-06-15',
      '2023-06-27 mayor late-8 2023-06-15',
      '2023-06-27 secretary late-8 2023-06-15',
      '2023-07-03 secretary weekly-1 2023-06-15',
      '2023-07-10 secretary weekly-2 2023-06-15',
      '2023-07-17 secretary weekly-3 2023-06-15',
      '2023-07-24 secretary weekly-4 2023-06-15',
      '2023-07-31 secretary summary 2023-06-15',
      '2023-08-07 secretary summary 2023-06-15',
    ]);
  });

  test('what the Sindaco owes reaches the Sindaco once on the day of late-8', () => {
    const plan = planOf(2023, [sector('A', [objective('X', ON_15_JUNE, { owner: 'IL SINDACO' })])]);
    expect(told(plan, { from: '2023-06-26', to: '2023-06-30' })).toEqual([
      '2023-06-26 secretary late-7 2023-06-15',
      '2023-06-27 mayor late-8 2023-06-15',
    ]);
  });

  test('the owner is the head, the role printed, or the head of the sector that prints that owner', () => {
    const plan = planOf(2023, [
      sector('Vigili', [objective('suo', ON_15_JUNE)], 'Comandante'),
      sector('Tecnico', [
        objective('suo', ON_15_JUNE),
        objective('del comandante', ON_15_JUNE, { owner: ' comandante ' }),
        objective('del vicesindaco', ON_15_JUNE, { owner: 'Vicesindaco' }),
        objective('di un altro', ON_15_JUNE, { owner: 'Ufficio di staff' }),
      ]),
      sector(
        'Staff',
        [objective('suo', ON_15_JUNE), objective('di un altro', ON_15_JUNE, { owner: 'Economo' })],
        'SEGRETARIO GENERALE',
      ),
    ]);
    const mails = oracle(plan, { from: '2023-06-15', to: '2023-06-15' });
    const lines = mails.flatMap((mail) =>
      mail.items.map((item) => `${mail.to} ${item.sector} ${item.objective}`),
    );
    expect(lines).toEqual([
      'head:Staff Staff di un altro',
      'head:Tecnico Tecnico di un altro',
      'head:Tecnico Tecnico suo',
      'head:Vigili Tecnico del comandante',
      'head:Vigili Vigili suo',
      'mayor Tecnico del vicesindaco',
      'secretary Staff suo',
    ]);
  });

  test('an objective shared by three sectors is three obligations, one line each in the summary', () => {
    const shared = objective('di tutti', ON_15_JUNE, { shared: true, number: '1' });
    const plan = planOf(
      2023,
      ['A', 'B', 'C'].map((name) => sector(name, [shared])),
    );
    const [first] = oracle(plan, { from: '2023-06-17', to: '2023-06-19' });
    expect(first?.to).toBe('secretary');
    expect(first?.items).toEqual(
      ['A', 'B', 'C'].map((name) => ({
        sector: name,
        number: '1',
        objective: 'di tutti',
        milestone: 'entro 2023-06-15',
        due: '2023-06-15',
        rung: null,
      })),
    );
    expect(oracle(plan, { from: '2023-06-20', to: '2023-06-20' }).map(({ to }) => to)).toEqual([
      'head:A',
      'head:B',
      'head:C',
    ]);
  });
});
