import { describe, expect, it } from 'vitest';
import { actingRole, isForCompilers, RIGHTS, reachOf } from '../../api/rights.js';
import type { Role } from '../../domain/obligations/obligation.js';

const head: Role = { role: 'head', sector: 'Finanziario' };
const other: Role = { role: 'head', sector: 'Tecnico' };
const secretary: Role = { role: 'secretary' };
const oiv: Role = { role: 'oiv' };
const mayor: Role = { role: 'mayor' };

describe('the table of rights', () => {
  it('lets a head complete what their sector owes, and nothing of another sector', () => {
    expect(actingRole([head], 'obligation.complete', [head])).toEqual(head);
    expect(actingRole([head], 'obligation.complete', [other])).toBeNull();
  });

  it('lets the Segretario complete anything, recorded as the Segretario', () => {
    expect(actingRole([secretary], 'obligation.complete', [head])).toEqual(secretary);
  });

  it('has whoever is both head and Segretario act as the head of their own sector', () => {
    expect(actingRole([secretary, head], 'obligation.complete', [head])).toEqual(head);
    expect(actingRole([head, secretary], 'obligation.complete', [other])).toEqual(secretary);
  });

  it('lets Sindaco and Nucleo read the board and change nothing of others', () => {
    for (const role of [mayor, oiv]) {
      expect(reachOf([role], 'dashboard.read')).toEqual({ relation: 'town' });
      expect(actingRole([role], 'obligation.complete', [head])).toBeNull();
      for (const action of ['round.ask', 'plan.import', 'people.read', 'people.change'] as const)
        expect(reachOf([role], action)).toBeNull();
    }
  });

  it('shows evidence and register to owner, Segretario and Nucleo, and not to the Sindaco', () => {
    for (const action of ['evidence.read', 'register.read'] as const) {
      expect(actingRole([head], action, [head])).toEqual(head);
      expect(actingRole([secretary], action, [head])).toEqual(secretary);
      expect(actingRole([oiv], action, [head])).toEqual(oiv);
      expect(actingRole([mayor], action, [head])).toBeNull();
      expect(actingRole([other], action, [head])).toBeNull();
    }
  });

  it('reaches nothing without a role, but for what everybody who entered may do', () => {
    const open = Object.entries(RIGHTS).filter(([, rule]) => typeof rule !== 'string');
    for (const [action] of open) expect(reachOf([], action as keyof typeof RIGHTS), action).toBeNull();
  });

  it('lets an assessore read what the Giunta may, and do nothing', () => {
    const reaches = Object.entries(RIGHTS)
      .filter(([, rule]) => typeof rule !== 'string')
      .map(([action]) => action as keyof typeof RIGHTS)
      .filter((action) => reachOf([{ role: 'assessor' }], action) !== null);
    expect(reaches.filter((action) => !action.endsWith('.read'))).toEqual([]);
    for (const action of ['dashboard.read', 'obligations.read', 'objectives.read', 'relazione.read'] as const)
      expect(reaches).toContain(action);
    for (const action of ['measurement.read', 'review.read', 'register.read', 'evidence.read'] as const)
      expect(reaches).not.toContain(action);
  });

  it('lets a Vice who does not stand in do to the town nothing but read', () => {
    for (const action of Object.keys(RIGHTS) as (keyof typeof RIGHTS)[])
      if (
        typeof RIGHTS[action] !== 'string' &&
        reachOf([{ role: 'vice-secretary' }], action)?.relation === 'town'
      )
        expect(action).toMatch(/\.read$/);
  });

  it('gives compilers the submissions of their sector to read and write, and nothing to transmit', () => {
    const theirs = (Object.keys(RIGHTS) as (keyof typeof RIGHTS)[]).filter(isForCompilers);
    expect(theirs).toEqual(['monitoring.read', 'monitoring.write']);
  });

  it('limits lists to the roles that the relation "own" is about', () => {
    expect(reachOf([head, other], 'obligations.read')).toEqual({ relation: 'own', roles: [head, other] });
  });
});
