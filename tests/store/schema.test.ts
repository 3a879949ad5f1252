import { afterAll, describe, expect, it } from 'vitest';
import { connect } from '../../store/connection.js';
import { freshDatabase } from '../database.js';
import { CALLED } from './functions-called.js';

const database = await freshDatabase();
const sql = connect(database.ownerUrl, { max: 1 });
afterAll(() => sql.end());

interface Table {
  name: string;
  security: boolean;
  forced: boolean;
  key: string[] | null;
  hasTown: boolean;
}
const tables = await sql<Table[]>`
  select c.relname as name, c.relrowsecurity as security, c.relforcerowsecurity as forced,
    (select array_agg(a.attname::text order by k.place) from pg_index i
      cross join unnest(i.indkey::int[]) with ordinality as k (attnum, place)
      join pg_attribute a on a.attrelid = i.indrelid and a.attnum = k.attnum
      where i.indrelid = c.oid and i.indisprimary) as key,
    exists (select 1 from pg_attribute a where a.attrelid = c.oid and a.attname = 'town' and not a.attisdropped)
      as has_town
  from pg_class c where c.relkind in ('r', 'p') and c.relnamespace = 'public'::regnamespace order by 1`;

/** Of no town: the ledger; accounts, which stand above towns; the inbox, whose mails come before their town is known. */
const NOT_OF_A_TOWN = [
  'account',
  'account_session',
  'api_key',
  'inbox_message',
  'installation_event',
  'openid_sign_in',
  'schema_migration',
  'sign_in',
  'smtp_turn',
  'test_mail',
  'town',
  'town_setup',
];
const ofTowns = tables.filter((table) => !NOT_OF_A_TOWN.includes(table.name));

describe('every table', () => {
  it.each(ofTowns)('$name has its town, and the town stands first in its key', ({ key, hasTown }) => {
    expect(hasTown).toBe(true);
    expect(key?.[0]).toBe('town');
  });

  it.each(tables.filter((table) => table.name !== 'schema_migration'))(
    '$name forces row-level security',
    (table) => {
      expect(table).toMatchObject({ security: true, forced: true });
    },
  );

  // A restrictive policy lets nobody in: it keeps out more.
  it.each(ofTowns)('$name lets in the rows of the transaction’s town alone', async ({ name }) => {
    const policies = await sql<{ name: string; roles: string; using: string; check: string | null }[]>`
      select polname as name, array_to_string(polroles, ',') as roles, pg_get_expr(polqual, polrelid) as using,
        pg_get_expr(polwithcheck, polrelid) as check
      from pg_policy where polrelid = ${name}::regclass and polname <> 'across_towns' and polpermissive`;
    expect(policies).toEqual([
      {
        name: 'own_town',
        roles: '0',
        using: "(town = (NULLIF(current_setting('app.town'::text, true), ''::text))::uuid)",
        check: null,
      },
    ]);
  });

  it.each(ofTowns)('$name takes its town from the transaction when a row does not say', async ({ name }) => {
    const [column] = await sql`
      select attnotnull as required, pg_get_expr(d.adbin, d.adrelid) as default
      from pg_attribute a join pg_attrdef d on d.adrelid = a.attrelid and d.adnum = a.attnum
      where a.attrelid = ${name}::regclass and a.attname = 'town'`;
    expect(column).toEqual({
      required: true,
      default: "(NULLIF(current_setting('app.town'::text, true), ''::text))::uuid",
    });
  });

  it('refers to rows of a town by town and id, never by id alone', async () => {
    const references = await sql<{ from: string; to: string; columns: string[] }[]>`
      select conrelid::regclass::text as from, confrelid::regclass::text as to,
        (select array_agg(a.attname::text order by k.place) from unnest(conkey) with ordinality as k (attnum, place)
          join pg_attribute a on a.attrelid = conrelid and a.attnum = k.attnum) as columns
      from pg_constraint where contype = 'f' and connamespace = 'public'::regnamespace`;
    const names = new Set(ofTowns.map((table) => table.name));
    const loose = references.filter((one) => names.has(one.to) && !/^(as_)?town$/.test(one.columns[0] ?? ''));
    expect(loose).toEqual([]);
  });
});

describe('across towns', () => {
  it('the owner passes row-level security on thirteen tables, while somebody else’s session runs as the owner', async () => {
    const policies = await sql`
      select polrelid::regclass::text as table, pg_get_expr(polqual, polrelid) as using
      from pg_policy where polname = 'across_towns' and polroles = array[
        (select oid from pg_roles where rolname = current_user)] order by 1`;
    const using = '(SESSION_USER <> CURRENT_USER)';
    expect(policies.map((policy) => ({ ...policy }))).toEqual(
      [
        'account',
        'account_session',
        'announcement',
        'api_key',
        'calendar_feed',
        'digest',
        'inbox_message',
        'openid_sign_in',
        'person',
        'round',
        'sign_in',
        'smtp_turn',
        'test_mail',
        'town',
        'town_setup',
        'workflow_next',
      ].map((table) => ({ table, using })),
    );
  });

  it('traguardo_app may call these functions and no other; each is SECURITY DEFINER with a pinned search path', async () => {
    const functions = await sql`
      select proname::text as name, prosecdef as definer, array_to_string(proconfig, ' ') as config
      from pg_proc where pronamespace = 'public'::regnamespace
        and has_function_privilege('traguardo_app', oid, 'execute') order by 1`;
    const config = 'search_path=pg_catalog, public, pg_temp';
    expect(functions.map((one) => ({ ...one }))).toEqual(
      CALLED.map((name) => ({ name, definer: true, config })),
    );
  });
});

describe('traguardo_app', () => {
  it('owns nothing and may create nothing', async () => {
    const [role] = await sql`
      select (select count(*) from pg_class where relowner = 'traguardo_app'::regrole) as owned,
        has_schema_privilege('traguardo_app', 'public', 'create') as creates`;
    expect(role).toEqual({ owned: 0, creates: false });
  });

  it('may never change or remove what is append-only, and may remove almost nothing', async () => {
    const granted = async (privilege: string): Promise<string[]> =>
      (
        await sql<{ name: string }[]>`
          select relname as name from pg_class where relkind = 'r' and relnamespace = 'public'::regnamespace
            and has_table_privilege('traguardo_app', oid, ${privilege}) order by 1`
      ).map((row) => row.name);
    // What an objective weighs in a sector that leaves it stays in the versions of the plan.
    expect(await granted('delete')).toEqual(['sector_weight', 'workflow_next']);
    expect(await granted('truncate')).toEqual([]);
    expect(await granted('update')).toEqual([
      'cycle',
      'cycle_sector',
      'indicator',
      'indicator_definition',
      'individual_objective',
      'milestone',
      'milestone_weight',
      'monitoring_window',
      'objective',
      'obligation',
      'payment_times',
      'person',
      'role_code',
      'role_holder',
      'sector',
      'sector_weight',
      'self_evaluation',
      'self_evaluation_line',
      'submission',
      'submission_line',
      'town',
      'workflow_next',
    ]);
    const columns = await sql<{ column: string }[]>`
      select c.relname || '.' || a.attname as column from pg_class c join pg_attribute a on a.attrelid = c.oid
      where c.relkind = 'r' and c.relnamespace = 'public'::regnamespace and a.attnum > 0 and not a.attisdropped
        and has_column_privilege('traguardo_app', c.oid, a.attnum, 'update')
        and not has_table_privilege('traguardo_app', c.oid, 'update') order by 1`;
    expect(columns.map((row) => row.column)).toEqual([
      'absence.called_off_at',
      'absence.last_day',
      'act.protocol_number',
      'act.protocol_on',
      'alert_item.mailed_on',
      'announcement.announced_at',
      'announcement.attempts',
      'answer.declared_name',
      'answer.note',
      'answer.repeated_in',
      'answer.withdrawn_at',
      'answer.withdrawn_by',
      'assessment_step.claim',
      'assessment_step.text',
      'calendar_feed.revoked_at',
      'calendar_feed.revoked_by',
      'closing_fact.note',
      'closing_fact.snapshot',
      'closing_fact.withdrawn_at',
      'closing_fact.withdrawn_because',
      'closing_fact.withdrawn_by',
      'collaborator.valid_to',
      'command.response',
      'command.status',
      'compiler.called_off_at',
      'delivery_event.response',
      'digest.address',
      'digest.answered_at',
      'digest.attempts',
      'digest.bounced_at',
      'digest.lease_until',
      'digest.mailbox_fault',
      'digest.response',
      'digest.state',
      'digest_line.carried_into',
      'import_draft.changed_at',
      'import_draft.changed_by',
      'import_draft.closed_at',
      'import_draft.closed_by',
      'import_draft.decisions',
      'import_draft.plan',
      'import_draft.plan_version',
      'import_draft.state',
      'import_draft.version',
      'legal_duty.counted',
      'legal_duty.undone_at',
      'legal_duty.undone_by',
      'legal_duty.undone_reason',
      'link_key.revoked_at',
      ...['measure_change.reason', 'measurement_act.note', 'measurement_act.withdrawn_at'],
      'measurement_act.withdrawn_by',
      'measurement_act.withdrawn_reason',
      ...['notice_acknowledgment.declared_name', 'paper_hand_over.handed_by'],
      'register_chain.head_hash',
      'register_chain.head_seq',
      'review_answer.text',
      'review_conclusion.concluded_at',
      'review_conclusion.concluded_by',
      'review_conclusion.conclusion',
      'review_conclusion.criteria',
      'review_conclusion.note',
      'review_conclusion.row_version',
      'review_declaration.text',
      'review_note.removed_at',
      'review_note.shared_at',
      'review_note.text',
      'review_question.text',
      'review_question.withdrawn_at',
      'review_question.withdrawn_by',
      'ruling.reason',
      'ruling_for.told_in',
      'stopped_mailbox.address',
      'stopped_mailbox.lifted_at',
      'stopped_mailbox.lifted_by',
      'submission_event.text',
    ]);
  });

  it('cannot read accounts', async () => {
    const [may] = await sql`select has_table_privilege('traguardo_app', 'account', 'select') as accounts`;
    expect(may).toEqual({ accounts: false });
  });
});

it('the end of all migrations is the schema on record', async () => {
  const columns = await sql<{ line: string }[]>`
    select c.relname || '.' || a.attname || ' ' || format_type(a.atttypid, a.atttypmod)
      || case when a.attnotnull then '' else ' null' end as line
    from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
    where c.relkind = 'r' and c.relnamespace = 'public'::regnamespace order by c.relname, a.attnum`;
  const indexes = await sql<{ line: string }[]>`
    select indexdef as line from pg_indexes where schemaname = 'public' order by indexname`;
  const inventory = [...columns, ...indexes].map((row) => row.line).join('\n');
  await expect(`${inventory}\n`).toMatchFileSnapshot('schema.snapshot.txt');
});
