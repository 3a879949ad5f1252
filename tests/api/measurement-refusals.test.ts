/** What nobody may put into the evaluation of a year: each with its pointer, and nothing half-stored. */
import { describe, expect, it } from 'vitest';
import { DEFAULT_SCORING_RULES } from '../../domain/scoring/scoring-rules.js';
import { inTown } from '../../store/in-town.js';
import { openEvaluatedTown, problemOf } from './evaluated-town.js';

const { town, stage, enter, overview, sector } = await openEvaluatedTown();
const finanziario = (await overview()).sectors.find(({ sector: one }) => one.name === 'Finanziario');
const [sectorId, sheet] = [finanziario?.sector.id ?? '', finanziario?.selfEvaluation?.id ?? ''];
const { assessments } = await sector(sectorId);
const [, weighed, , own] = assessments.map(({ objective }) => objective.id);
const theirs = (await sector((await overview()).sectors[0]?.sector.id ?? '')).assessments.at(-1)?.objective
  .id;
const [indicator] = await inTown(
  stage.sql,
  town.town,
  (tx) => tx<{ id: string }[]>`select id from indicator where objective = ${weighed ?? ''}`,
);

/** All rows of the evaluation, counted. */
const stored = async (): Promise<string> => {
  const rows = await inTown(
    stage.sql,
    town.town,
    (
      tx,
    ) => tx`select (select count(*) from assessment_step) as steps, (select count(*) from self_evaluation_line) as lines,
      (select count(*) from measurement_act) as acts, (select count(*) from payment_times) as times,
      (select count(*) from scoring_rules) as rules, (select count(*) from audit) as audit`,
  );
  return JSON.stringify(rows);
};

describe('a sheet', () => {
  const line = (change: object) => ({ lines: [{ objective: own, rowVersion: 0, ...change }] });
  it.each([
    ['0 lines', { lines: [] }, '#/lines'],
    ['another sector’s objective', line({ objective: theirs }), '#/lines/0/objective'],
    ['a degree over 100', line({ verdict: 'degree', degree: 120 }), '#/lines/0/degree'],
    ['a degree that is none', line({ verdict: 'degree', degree: 'quasi' }), '#/lines/0/degree'],
    ['five decimals', line({ verdict: 'degree', degree: '66.66667' }), '#/lines/0/degree'],
    ['10,000 characters of reason', line({ reason: 'x'.repeat(10_000) }), '#/lines/0/reason'],
    ['a day that is none', line({ verdict: 'waiting', until: '2024-02-30' }), '#/lines/0/until'],
    [
      'a figure that is none',
      {
        lines: [
          { objective: weighed, rowVersion: 0, indicators: [{ indicator: indicator?.id, value: 'tanto' }] },
        ],
      },
      '#/lines/0/indicators/0/value',
    ],
    [
      'a figure in another unit',
      {
        lines: [
          {
            objective: weighed,
            rowVersion: 0,
            indicators: [{ indicator: indicator?.id, value: '9 giorni' }],
          },
        ],
      },
      '#/lines/0/indicators/0/value',
    ],
    [
      'an indicator of another objective',
      line({ indicators: [{ indicator: indicator?.id, value: '9' }] }),
      '#/lines/0/indicators/0/value',
    ],
  ])('with %s is refused, and nothing is stored', async (_, body, pointer) => {
    const before = await stored();
    const visitor = await enter('head:Finanziario');
    const answer = await visitor.json('PUT', `/api/v1/self-evaluations/${sheet}/lines`, body);
    expect([answer.status, problemOf(answer).errors?.map((one) => one.pointer)]).toEqual([422, [pointer]]);
    expect(await stored()).toBe(before);
  });

  it('is not transmitted while something is missing, nor by another head: 422 with pointers, 403', async () => {
    const answer = await (await enter('head:Finanziario')).json(
      'POST',
      `/api/v1/self-evaluations/${sheet}/transmit`,
      {},
    );
    const { errors = [] } = problemOf(answer);
    expect([answer.status, errors.map(({ pointer }) => pointer).includes('#/lines/3/reason')]).toEqual([
      422,
      true,
    ]);
    const other = await enter('head:Tecnico');
    expect((await other.json('POST', `/api/v1/self-evaluations/${sheet}/transmit`, {})).status).toBe(403);
  });

  it('of two who write at once each keeps their objective; what both wrote is a conflict', async () => {
    const visitor = await enter('head:Finanziario');
    const said = (objective: string | undefined, evidence: string) => ({
      objective,
      rowVersion: 0,
      evidence,
    });
    const place = `/api/v1/self-evaluations/${sheet}/lines`;
    await visitor.json('PUT', place, { lines: [said(own, 'mia')] });
    const answer = await visitor.json('PUT', place, { lines: [said(own, 'altra'), said(weighed, 'sua')] });
    expect(JSON.parse(answer.text)).toMatchObject({ saved: [weighed], conflicts: [own] });
  });
});

describe('a decision', () => {
  const decisions = (change: object) => ({
    year: 2023,
    decisions: [{ objective: own, sector: sectorId, verdict: 'degree', degree: '100', ...change }],
  });
  it.each([
    ['over 100', decisions({ degree: '100.5' }), '#/decisions/0/degree'],
    ['under 100 without a reason', decisions({ degree: '99.9999' }), '#/decisions/0/reason'],
    ['without a degree', decisions({ degree: '' }), '#/decisions/0/degree'],
    ['not assessable without a reason', decisions({ verdict: 'not-assessable' }), '#/decisions/0/reason'],
    ['waiting for nothing', decisions({ verdict: 'waiting' }), '#/decisions/0/waitingFor'],
    ['about another sector’s objective', decisions({ objective: theirs }), '#/decisions/0/objective'],
    ['of 10,000 characters', decisions({ reason: 'x'.repeat(10_000) }), '#/decisions/0/reason'],
  ])('%s is refused with its pointer, and so are those beside it', async (_, body, pointer) => {
    const before = await stored();
    const fine = {
      objective: assessments[0]?.objective.id,
      sector: sectorId,
      verdict: 'degree',
      degree: '100',
    };
    const answer = await (await enter('oiv')).json('POST', '/api/v1/measurement/decisions', {
      ...body,
      decisions: [...body.decisions, fine],
    });
    expect([answer.status, problemOf(answer).errors?.map((one) => one.pointer)]).toEqual([422, [pointer]]);
    expect(await stored()).toBe(before);
  });

  it.each([
    ['over 100', { verdict: 'degree', degree: '120' }, 'degree', /da 0 a 100/],
    ['under 100 without a reason', { verdict: 'degree', degree: '90' }, 'reason', /serve la motivazione/],
  ])('%s is told in the page beside its field, with what was typed', async (_, typed, field, words) => {
    const before = await stored();
    const nucleo = await enter('oiv');
    const place = `/misurazione/settori/${sectorId}`;
    const objective = assessments[0]?.objective.id ?? '';
    const said = { modulo: await nucleo.token(), anno: '2023', objective, seen: '', reason: '', ...typed };
    const { status, text } = await nucleo.post(`${place}/decidi`, said);
    expect(status).toBe(422);
    const [invalid = ''] = /<(?:input|textarea)[^>]*aria-invalid="true"[^>]*>/.exec(text) ?? [];
    expect([invalid, text]).toEqual([
      expect.stringContaining(`name="${field}"`),
      expect.stringMatching(words),
    ]);
    expect(text).toContain(`value="${typed.degree}"`);
    expect(await stored()).toBe(before);
  });

  it('of whoever is not the evaluator is refused: 403, and the head’s reason d’ufficio while a head is there: 409', async () => {
    const answer = await (await enter('secretary')).json(
      'POST',
      '/api/v1/measurement/decisions',
      decisions({}),
    );
    expect([answer.status, problemOf(answer).type]).toEqual([
      403,
      'urn:traguardo:problema:not-the-evaluator',
    ]);
    const reason = { year: 2023, objective: own, sector: sectorId, reason: 'cessato' };
    const refused = await (await enter('secretary')).json('POST', '/api/v1/measurement/reasons', reason);
    expect([refused.status, problemOf(refused).type]).toEqual([409, 'urn:traguardo:problema:head-in-office']);
  });

  it('sent twice with one key acts once; after the head has gone the Segretario writes the reason, marked', async () => {
    const nucleo = await enter('oiv');
    const body = decisions({ verdict: 'waiting', degree: '', waitingFor: 'il rendiconto' });
    const key = { 'idempotency-key': 'una-volta' };
    const both = [1, 2].map(() => nucleo.json('POST', '/api/v1/measurement/decisions', body, key));
    expect((await Promise.all(both)).map(({ status }) => status)).toEqual([200, 200]);
    const steps = (await sector(sectorId)).assessments.find(({ objective }) => objective.id === own)?.steps;
    expect(steps?.filter(({ step }) => step === 'decided')).toHaveLength(1);
    await inTown(
      stage.sql,
      town.town,
      (tx) => tx`update role_holder set valid_to = '2024-01-31' where role = 'head' and sector = ${sectorId}`,
    );
    const reason = { year: 2023, objective: own, sector: sectorId, reason: 'Responsabile cessato' };
    expect(
      (await (await enter('secretary')).json('POST', '/api/v1/measurement/reasons', reason)).status,
    ).toBe(200);
    const after = (await sector(sectorId)).assessments.find(({ objective }) => objective.id === own);
    expect(after?.reason).toEqual({ text: 'Responsabile cessato', exOfficio: true });
  });
});

describe('what the Segretario records', () => {
  const rules = (change: object) => ({ rules: { ...DEFAULT_SCORING_RULES, ...change }, source: 'SMVP' });
  const steps = [
    { at: 500_000, bound: 'from', gives: 900_000 },
    { at: 900_000, bound: 'from', gives: 500_000 },
  ];
  it.each([
    ['PUT', 'rules', { ...rules({}), source: ' ' }, '#/source'],
    ['PUT', 'rules', rules({ bands: steps }), '#/rules/bands'],
    [
      'PUT',
      'rules',
      rules({ rules: { ...DEFAULT_SCORING_RULES.rules, 'yes-no': DEFAULT_SCORING_RULES.rules.date } }),
      '#/rules/rules/yes-no',
    ],
    ['PUT', 'payment-times', { year: 2023, sector: sectorId, share: '130' }, '#/share'],
    [
      'PUT',
      'payment-times',
      { year: 2023, sector: sectorId, share: '30', indicator: 'tardi' },
      '#/indicator',
    ],
    [
      'PUT',
      'payment-times',
      { year: 2023, sector: sectorId, share: '30', verifiedBy: 'Revisore', verifiedOn: '2024-01-20' },
      '#/indicator',
    ],
    ['POST', 'acts', { year: 2023, kind: 'decree', day: '2024-02-30', number: '3' }, '#/day'],
    ['POST', 'acts', { year: 2023, kind: 'decree', day: '2024-03-01', number: '3' }, '#/day'],
    ['POST', 'acts', { year: 2023, kind: 'remarks', day: '2024-02-01' }, '#/sector'],
  ])('%s %s that does not hold is refused with its pointer', async (method, place, body, pointer) => {
    const before = await stored();
    const answer = await (await enter('secretary')).json(method, `/api/v1/measurement/${place}`, body);
    expect([answer.status, problemOf(answer).errors?.map((one) => one.pointer)]).toEqual([422, [pointer]]);
    expect(await stored()).toBe(before);
  });

  it('payment times are a gate apart: missed they are not payable, whatever the points; a payment before validation is marked', async () => {
    const secretary = await enter('secretary');
    const times = {
      year: 2023,
      sector: sectorId,
      share: '30',
      indicator: '2,5',
      verifiedBy: 'Revisore',
      verifiedOn: '2024-02-01',
    };
    expect((await secretary.json('PUT', '/api/v1/measurement/payment-times', times)).status).toBe(200);
    const after = await overview();
    expect(after.sectors.find(({ sector: one }) => one.id === sectorId)?.payment?.is).toBe('not-payable');
    const act = { year: 2023, kind: 'payment', day: '2024-02-02', number: '44' };
    const answer = await secretary.json('POST', '/api/v1/measurement/acts', act);
    expect([answer.status, JSON.parse(answer.text).beforeValidation]).toEqual([200, true]);
  });

  it('new rules get a number, name another evaluator, and hand the duty over', async () => {
    const answer = await (await enter('secretary')).json(
      'PUT',
      '/api/v1/measurement/rules',
      rules({ evaluator: 'mayor' }),
    );
    expect([answer.status, JSON.parse(answer.text)]).toEqual([200, { number: 1 }]);
    const [duty] = await inTown(
      stage.sql,
      town.town,
      (tx) => tx`select owner_role, version from obligation where kind = 'measurement'`,
    );
    expect(duty).toEqual({ ownerRole: 'mayor', version: 2 });
  });

  it('before the day on which it opens nothing is said or decided: 409', async () => {
    await inTown(
      stage.sql,
      town.town,
      (tx) => tx`update obligation set opens = '2024-02-08' where kind in ('self-evaluation', 'measurement')`,
    );
    const one = (await overview()).sectors.find(({ sector: named }) => named.name.startsWith('Tecnico'));
    const place = `/api/v1/self-evaluations/${one?.selfEvaluation?.id}/transmit`;
    const answer = await (await enter('head:Tecnico')).json('POST', place, {});
    expect([answer.status, problemOf(answer).type]).toEqual([
      409,
      'urn:traguardo:problema:evaluation-not-open',
    ]);
    const decision = { objective: own, sector: sectorId, verdict: 'degree', degree: '100' };
    const early = await (await enter('mayor')).json('POST', '/api/v1/measurement/decisions', {
      year: 2023,
      decisions: [decision],
    });
    expect([early.status, problemOf(early).type]).toEqual([
      409,
      'urn:traguardo:problema:evaluation-not-open',
    ]);
  });
});
