/**
 * A town's year lived by the real workflows on its clock: before each move the product's own prova generale says
 * what will come until then, and what came must be that, word by word. Deeds are the commands of the pages, at
 * 18:00: the day's round is over.
 */
import { WorkflowNotFoundError } from '@temporalio/client';
import { createAnnouncer } from '../../api/announcer.js';
import { saveSubmission } from '../../api/commands/monitoring/save-submission.js';
import { transmit } from '../../api/commands/monitoring/transmit-submission.js';
import { complete } from '../../api/commands/obligations/complete.js';
import type { Commander, Outcome } from '../../api/commands/run-command.js';
import type { Deps } from '../../api/deps.js';
import { EMPTY_LINE } from '../../domain/cycle/submission-line.js';
import { stepsOf } from '../../domain/cycle/year-steps.js';
import type { Role } from '../../domain/obligations/obligation.js';
import { addDays, civilDate } from '../../domain/time/civil-date.js';
import { instant } from '../../domain/time/instant.js';
import { townNow } from '../../domain/time/town-clock.js';
import { civilDateAt } from '../../domain/time/zone.js';
import type { Json } from '../../store/connection.js';
import { findCycle } from '../../store/cycle/cycles.js';
import { loadYearFacts } from '../../store/cycle/year-facts.js';
import type { Tx } from '../../store/in-town.js';
import { askedLines } from '../../store/monitoring/asked-lines.js';
import { listSubmissions } from '../../store/monitoring/submissions.js';
import { rolesOfPerson } from '../../store/people/absences.js';
import { findPerson } from '../../store/people/people.js';
import { sectorIds } from '../../store/people/roles.js';
import { loadTown } from '../../store/towns/towns.js';
import { listNexts } from '../../store/workflow-next.js';
import { foundTown, type TestTown, type TownWish, townTime } from '../activities/town.js';
import type { World } from '../workflows/world.js';
import { askProduct, within } from './lives/ask-product.js';
import { carryOut, commandDeps } from './lives/carry-out.js';
import type { Deed } from './lives/deeds.js';
import type { LivedMail } from './lives/told-ahead.js';

const PATIENT_MS = 10_000;
const HALVES = { 1: 'primo semestre', 2: 'secondo semestre' } as const;

export class YearStory {
  /** What was told ahead of each stretch, and what came in it. */
  readonly told: LivedMail[] = [];
  readonly came: LivedMail[] = [];

  private constructor(
    private readonly world: World,
    readonly town: TestTown,
    private readonly deps: Deps,
    private readonly settled: () => Promise<void>,
  ) {}

  /** Founded and announced, at `wish.now`. */
  static async begin(world: World, wish: TownWish): Promise<YearStory> {
    const now = () => instant(Date.now());
    const town = await foundTown(world.sql, wish);
    const announcer = createAnnouncer(world.client, world.sql, now, { warn: () => undefined }, PATIENT_MS);
    const deps = commandDeps({ ...world.deps, now, announcer });
    await world.announce(town.town, town.starts);
    // The cycle has opened its duties before anything is told ahead.
    await world.moveTo(town.town, instant(townTime(wish.now) + 60_000));
    return new YearStory(world, town, deps, () => announcer.settled());
  }

  /** Lives until 18:00 of the day. */
  async until(day: string): Promise<void> {
    const at = townTime(`${day} 18:00`);
    const stretch = await askProduct(this.world.sql, {
      ...{ town: this.town, real: instant(Date.now()) },
      undisturbed: townTime(addDays(civilDate(day), 1)),
    });
    if (stretch.until < day) throw new Error(`the prova generale ends on ${stretch.until}, before ${day}`);
    await this.world.moveTo(this.town.town, at);
    this.told.push(...stretch.mails);
    this.came.push(...within(await this.mails(), stretch));
  }

  /** Throws when it is refused. */
  async as<Result extends Json>(
    name: string,
    command: (commander: Commander) => Promise<Outcome<Result>>,
  ): Promise<Result> {
    const outcome = await command(await this.commander(name));
    if (!outcome.ok) throw new Error(`${name}: ${JSON.stringify(outcome.refusal)}`);
    await this.settled();
    return outcome.result;
  }

  /** A deed of the random lives: a succession, a variation. */
  async carryOut(deed: Deed): Promise<void> {
    const starts = await carryOut(this.deps, this.town, deed);
    await this.settled();
    if (starts.length > 0) await this.world.announce(this.town.town, starts);
  }

  /** The head of `sector` compiles its submission of that window, all as it should be, and transmits it. */
  async transmits(head: string, sector: string, ordinal: 1 | 2): Promise<string> {
    const submission = await this.submission(sector, ordinal);
    const lines = await this.world.in(this.town.town, (tx) =>
      askedLines(tx, { ...submission, until: submission.window.referenceOn }),
    );
    const why = { deviation: 'La fase slitta', cause: 'priorities', remedy: 'Conclusa in ritardo' } as const;
    const content = { ...EMPTY_LINE, progress: 'on-track', proposal: 'confirm', ...why } as const;
    const offered = lines.map(({ objective }) => ({ objective, content, seen: 0 }));
    const draft = { submission: submission.id, confirmed: true, lines: offered };
    // What was returned has its lines already.
    if (submission.state === 'draft') await this.as(head, (by) => saveSubmission(by, draft));
    await this.as(head, (by) => transmit(by, { submission: submission.id, rowVersion: null }));
    return submission.id;
  }

  /** A phase is declared concluded by the head who owes it. */
  async answers(obligation: string, owner: Role, day: string): Promise<void> {
    const name = owner.role === 'head' ? `Responsabile ${owner.sector}` : 'Segretaria';
    const asked = { obligation, rowVersion: null, doneOn: civilDate(day), note: '', files: [] };
    await this.as(name, (by) => complete(by, asked));
  }

  /** Whatever is read of the town's rows. */
  read<T>(work: (tx: Tx) => Promise<T>): Promise<T> {
    return this.world.in(this.town.town, work);
  }

  /** Id of the sector with that name. */
  async sector(name: string): Promise<string> {
    const [id] = await this.read(async (tx) => [(await sectorIds(tx)).get(name)]);
    if (id === undefined) throw new Error(`no sector ${name}`);
    return id;
  }

  /** Every workflow of the town is terminated and started again from the facts, as if Temporal had lost them all. */
  async losesItsWorkflows(): Promise<void> {
    const nexts = await this.read(listNexts);
    for (const { workflowId } of nexts)
      await this.world.client.workflow
        .getHandle(workflowId)
        .terminate('tried')
        // Some have ended by themselves.
        .catch((error: unknown) => {
          if (!(error instanceof WorkflowNotFoundError)) throw error;
        });
    await this.world.announce(this.town.town, nexts);
  }

  /** The steps of the year as they stand now, each as `id state` and its delay. */
  async steps(): Promise<readonly string[]> {
    return this.world.in(this.town.town, async (tx) => {
      const town = await loadTown(tx);
      const cycle = await findCycle(tx, this.town.year);
      if (cycle === null) throw new Error('the year is gone');
      const today = civilDateAt(townNow(instant(Date.now()), town.clock), town.clock.zone);
      const steps = stepsOf(await loadYearFacts(tx, cycle, town), today);
      return steps.map(({ id, state, late }) => (late > 0 ? `${id} ${state} +${late}` : `${id} ${state}`));
    });
  }

  private async submission(sector: string, ordinal: 1 | 2) {
    const all = await this.world.in(this.town.town, (tx) => listSubmissions(tx, this.town.year));
    const found = all.find((one) => one.sectorName === sector && one.window.title.includes(HALVES[ordinal]));
    if (found === undefined) throw new Error(`${sector} owes no submission of window ${ordinal}`);
    return found;
  }

  private commander(name: string): Promise<Commander> {
    return this.world.in(this.town.town, async (tx) => {
      const town = await loadTown(tx);
      const now = townNow(instant(Date.now()), town.clock);
      const today = civilDateAt(now, town.clock.zone);
      const person = await findPerson(tx, this.town.people.get(name) ?? '');
      if (person === null) throw new Error(`nobody is ${name}`);
      const roles = await rolesOfPerson(tx, person.id, today);
      const viewer = { town, person, roles, compiles: [], now, today, formToken: '' };
      return { deps: this.deps, viewer, channel: 'page', key: null };
    });
  }

  private mails(): Promise<readonly LivedMail[]> {
    return this.world.in(
      this.town.town,
      (tx) => tx<LivedMail[]>`
        select day, person as to, subject, text, html from digest where kind = 'daily' order by day, person`,
    );
  }
}
