/** *Chi prepara*: the head names somebody who may prepare lines of the sector's submissions, and calls it off. */
import { type CivilDate, parseCivilDate } from '../../../domain/time/civil-date.js';
import type { Json } from '../../../store/connection.js';
import type { FactsClock } from '../../../store/facts-clock.js';
import type { Tx } from '../../../store/in-town.js';
import { addCompiler, callOffCompiler, findCompiler } from '../../../store/people/compilers.js';
import { listPeople } from '../../../store/people/people.js';
import { type CompiledSector, loadCompiledSectors } from '../../queries/compilers.js';
import type { FieldProblem } from '../../refusals.js';
import { auditCommand } from '../audit-command.js';
import { type Commander, type Outcome, runCommand } from '../run-command.js';
import { invalid } from './people-command.js';

/** As typed. */
export interface CompilerAsked {
  readonly sector: string;
  readonly person: string;
  readonly from: string;
  /** Empty: until called off. */
  readonly to: string;
  /** Ids; none: the whole sector. */
  readonly objectives: readonly string[];
}

export interface CompilerKept {
  readonly [key: string]: string;
  readonly compiler: string;
}

export function nameCompiler(commander: Commander, asked: CompilerAsked): Promise<Outcome<CompilerKept>> {
  const json = { ...asked, objectives: [...asked.objectives] };
  return runCommand(commander, 'compilers.name', { named: json }, async (tx, clock) => {
    const sector = (await loadCompiledSectors(tx, commander.viewer)).find(({ id }) => id === asked.sector);
    if (sector === undefined) return invalid({ field: 'sector', message: 'Scegli un tuo settore.' });
    const days = daysAsked(asked, clock.today);
    const problems = [...(await wrongIn(tx, asked, sector)), ...('problems' in days ? days.problems : [])];
    if ('problems' in days || problems.length > 0) return invalid(...problems);
    const named = {
      ...{ sector: sector.id, person: asked.person, ...days },
      objectives: asked.objectives.length === 0 ? null : [...new Set(asked.objectives)],
    };
    const compiler = await addCompiler(tx, { ...named, at: clock.now, by: commander.viewer.person.id });
    await audit(tx, commander, clock, {
      ...{ action: 'compilers.name', compiler, sector },
      ...{ before: null, after: { ...named, objectives: named.objectives ?? 'all' } },
    });
    return { ok: true, result: { compiler }, starts: [] };
  });
}

async function wrongIn(tx: Tx, asked: CompilerAsked, sector: CompiledSector): Promise<FieldProblem[]> {
  const problems: FieldProblem[] = [];
  if (!(await listPeople(tx)).some(({ id }) => id === asked.person))
    problems.push({ field: 'person', message: "Scegli una persona dell'ente." });
  const known = new Set(sector.objectives.map(({ id }) => id));
  if (asked.objectives.some((id) => !known.has(id)))
    problems.push({ field: 'objectives', message: 'Scegli obiettivi che il settore compila.' });
  return problems;
}

type Days = { readonly from: CivilDate; readonly to: CivilDate | null };

function daysAsked(asked: CompilerAsked, today: CivilDate): Days | { readonly problems: FieldProblem[] } {
  const from = parseCivilDate(asked.from);
  const to = asked.to === '' ? null : parseCivilDate(asked.to);
  const problems: FieldProblem[] = [];
  if (from === null || from < today)
    problems.push({ field: 'from', message: 'Indica il primo giorno, da oggi in poi.' });
  if (asked.to !== '' && (to === null || (from !== null && to < from)))
    problems.push({ field: 'to', message: "L'ultimo giorno non esiste o viene prima del primo." });
  return from === null || problems.length > 0 ? { problems } : { from, to };
}

export function endCompiler(
  commander: Commander,
  asked: { readonly compiler: string },
): Promise<Outcome<CompilerKept>> {
  return runCommand(commander, 'compilers.name', { ended: asked.compiler }, async (tx, clock) => {
    const kept = await findCompiler(tx, asked.compiler);
    if (kept === null) return { ok: false, refusal: { code: 'not-found' } };
    const sector = (await loadCompiledSectors(tx, commander.viewer)).find(({ id }) => id === kept.sector);
    if (sector === undefined) return { ok: false, refusal: { code: 'not-allowed' } };
    if (kept.isCalledOff) return { ok: false, refusal: { code: 'not-found' } };
    await callOffCompiler(tx, kept.id, clock.now);
    await audit(tx, commander, clock, {
      ...{ action: 'compilers.end', compiler: kept.id, sector },
      ...{ before: { sector: kept.sector, person: kept.person, from: kept.from, to: kept.to }, after: null },
    });
    return { ok: true, result: { compiler: kept.id }, starts: [] };
  });
}

const audit = (
  tx: Tx,
  commander: Commander,
  clock: FactsClock,
  change: {
    readonly action: string;
    readonly compiler: string;
    readonly sector: CompiledSector;
    readonly before: Json;
    readonly after: Json;
  },
): Promise<void> =>
  auditCommand(tx, commander, clock, {
    ...{ right: 'compilers.name', owners: change.sector.owners, action: change.action },
    ...{ subjectKind: 'compiler', subject: change.compiler, before: change.before, after: change.after },
  });
