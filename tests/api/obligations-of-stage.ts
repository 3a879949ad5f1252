/** What tests of commands share: obligations of the small plan, their rows, and their forms filled in as a person would. */
import { beforeEach, expect } from 'vitest';
import type { Obligation } from '../../domain/obligations/obligation.js';
import { inTown } from '../../store/in-town.js';
import type { ObligationRecord } from '../../store/obligations/obligation-rows.js';
import { findObligation } from '../../store/obligations/obligations.js';
import { type AuditRow, listAudit } from '../../store/register/audit.js';
import type { Stage } from './stage.js';
import type { Answer, FoundForm, Visitor } from './visitor.js';

export interface ObligationsOfStage {
  /** Of the Finanziario, due on 30 June 2023; open again before each test. */
  readonly ofFinance: Obligation;
  /** The first that is so; throws when the small plan has none. */
  open(find: (one: Obligation) => boolean): Obligation;
  record(id: string): Promise<ObligationRecord>;
  /** Latest first. */
  audits(id: string): Promise<readonly AuditRow[]>;
  /** Every announcement of the town, and whether its workflow was told. */
  announced(): Promise<readonly { readonly workflowId: string; readonly told: boolean }[]>;
  /** Sends the form of the obligation's page as the person would. */
  fill(
    visitor: Visitor,
    id: string,
    what: string,
    fields: Readonly<Record<string, string>>,
  ): Promise<{ readonly form: FoundForm; readonly answer: Answer }>;
}

/** Call it at the top of a file. */
export function obligationsOf(stage: Stage): ObligationsOfStage {
  const { sql, ours } = stage;
  const open = (find: (one: Obligation) => boolean): Obligation => {
    const found = ours.obligations.find(find);
    if (found === undefined) throw new Error('the small plan has no such obligation');
    return found;
  };
  const ofFinance = open(
    ({ owner, term, subject }) =>
      owner.role === 'head' &&
      owner.sector === 'Finanziario' &&
      term.kind === 'date' &&
      subject.milestone === 'entro il 30/06',
  );
  const record = async (id: string): Promise<ObligationRecord> => {
    const found = await inTown(sql, ours.town, (tx) => findObligation(tx, id));
    if (found === null) throw new Error(`no obligation ${id}`);
    return found;
  };
  beforeEach(async () => {
    if ((await record(ofFinance.id)).obligation.state !== 'done') return;
    const secretary = await stage.enter(ours.people.secretary);
    const path = `/api/v1/obligations/${ofFinance.id}/reopen`;
    expect((await secretary.json('POST', path, { reason: 'prova' })).status).toBe(200);
  });
  return {
    ofFinance,
    open,
    record,
    audits: (id) => inTown(sql, ours.town, (tx) => listAudit(tx, { subjectKind: 'obligation', subject: id })),
    announced: () =>
      inTown(
        sql,
        ours.town,
        (tx) => tx<{ workflowId: string; told: boolean }[]>`
          select workflow_id, announced_at is not null as told from announcement order by id`,
      ),
    async fill(visitor, id, what, fields) {
      const form = await visitor.form(`/scadenze/${id}`, `/scadenze/${id}/${what}`);
      return { form, answer: await visitor.post(form.action, { ...form.fields, ...fields }) };
    },
  };
}
