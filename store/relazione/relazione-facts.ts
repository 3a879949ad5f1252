/** What the Relazione of a year is made from, read from its rows; the variations, which need words, are the caller's. */
import { type ClosingStep, closingStepsOf } from '../../domain/cycle/closing-rules.js';
import type { ORGANS_SHORT } from '../../domain/plan/act-cited.js';
import { withReleases } from '../../domain/relazione/published-facts.js';
import type {
  ActFact,
  RelazioneFacts,
  StepFact,
  WindowFact,
} from '../../domain/relazione/relazione-facts.js';
import type { CivilDate } from '../../domain/time/civil-date.js';
import type { Instant } from '../../domain/time/instant.js';
import { civilDateAt } from '../../domain/time/zone.js';
import { type KeptDuty, type KeptFact, listDuties, listFacts, standing } from '../cycle/closing.js';
import { type Cycle, type PlanVersion, planVersions } from '../cycle/cycles.js';
import { loadYearFacts } from '../cycle/year-facts.js';
import type { Tx } from '../in-town.js';
import { scoringRulesInForce } from '../measurement/scoring-rules.js';
import type { Town } from '../towns/towns.js';
import { lastTexts } from './relazione.js';
import { sectorFacts } from './relazione-objectives.js';
import { releasesOf } from './releases.js';

/** Of the town of this transaction. */
export async function loadRelazioneFacts(
  tx: Tx,
  cycle: Cycle,
  town: Town,
  asOf: CivilDate,
): Promise<Omit<RelazioneFacts, 'variations'>> {
  const [sectors, texts, versions, facts, duties, monitoring, { rules }, year, releaseOf] = await Promise.all(
    [
      sectorFacts(tx, cycle, town.clock.zone),
      lastTexts(tx, cycle.id),
      planVersions(tx, cycle.id),
      listFacts(tx, cycle.id),
      listDuties(tx, cycle.id),
      windowFacts(tx, cycle, town.clock.zone),
      scoringRulesInForce(tx),
      loadYearFacts(tx, cycle, town),
      releasesOf(tx, cycle.id),
    ],
  );
  const plan = versions.find(({ kind }) => kind === 'approval');
  const closing = standing(facts);
  const written = texts.filter(({ text }) => text.trim() !== '');
  const owed = (all: typeof year.measurements): Pick<StepFact, 'due' | 'on'> => ({
    due: all.map(({ due }) => due).sort()[0] ?? null,
    on: all.some(({ state }) => state === 'open')
      ? null
      : (all
          .map(({ doneOn }) => doneOn)
          .sort()
          .at(-1) ?? null),
  });
  const plain = { round: 1, outcome: null, act: null, rule: null } as const;
  return {
    town: { name: town.name, ipaCode: town.ipaCode },
    year: cycle.year,
    asOf,
    words: town.settings.words,
    scoring: { scale: rules.scale, redistribution: rules.redistribution },
    publishesTotals: town.settings.relazione.publishesTotals,
    texts: Object.fromEntries(written.map(({ part, text }) => [part, text])),
    acts: actsOf(versions, closing, cycle.year),
    ...withReleases({ sectors }, releaseOf),
    monitoring,
    steps: [
      {
        ...{ ...plain, step: 'plan', due: year.planDue, on: cycle.approvedOn },
        act: plan === undefined ? null : (citedIn(plan) ?? null),
      },
      ...(year.selfEvaluations.length === 0
        ? []
        : [{ ...plain, step: 'self-evaluation', ...owed(year.selfEvaluations) } as const]),
      ...(year.measurements.length === 0
        ? []
        : [{ ...plain, step: 'measurement', ...owed(year.measurements) } as const]),
      ...inOrder(duties, closingStepsOf(year.rules)).map(({ step, round, due, obligation }): StepFact => {
        const fact = closing.find((one) => one.obligation === obligation);
        return {
          ...{ step, round, due, on: fact?.on ?? null, outcome: fact?.outcome ?? null },
          rule: year.rules.lateRule,
          act: fact?.act == null ? null : citedAct(fact.act),
        };
      }),
    ],
  };
}

const citedAct = ({ organ, actNumber, actDate }: Omit<NonNullable<KeptFact['act']>, 'id'>) => ({
  organ: organ satisfies keyof typeof ORGANS_SHORT,
  ...{ number: actNumber, date: actDate },
});

const citedIn = ({ organ, actNumber, actDate }: PlanVersion) =>
  organ === null || actNumber === null || actDate === null
    ? undefined
    : citedAct({ organ, actNumber, actDate });

/** Round by round as the town closes its year; what nothing asks for any more is left out. */
const inOrder = (duties: readonly KeptDuty[], steps: readonly ClosingStep[]): readonly KeptDuty[] =>
  duties
    .filter(({ state }) => state !== 'superseded')
    .sort((a, b) => a.round - b.round || steps.indexOf(a.step) - steps.indexOf(b.step));

/** Those behind the plan's versions and the closing, oldest first, each once. */
function actsOf(
  versions: readonly PlanVersion[],
  closing: readonly KeptFact[],
  year: number,
): readonly ActFact[] {
  const acts = [
    ...versions.flatMap((version): readonly ActFact[] => {
      const cited = citedIn(version);
      if (cited === undefined) return [];
      const untold = version.kind === 'approval' ? `Approvazione del piano ${year}` : 'Variazione del piano';
      return [{ ...cited, subject: version.actSubject || untold, protocol: protocolOf(version) }];
    }),
    ...closing.flatMap((fact): readonly ActFact[] =>
      fact.act === null
        ? []
        : [
            {
              ...citedAct(fact.act),
              subject: `${fact.step === 'adoption' ? 'Adozione' : 'Approvazione'} della Relazione sulla performance ${year}`,
              protocol: protocolOf(fact),
            },
          ],
    ),
  ];
  const once = new Map(acts.map((act) => [`${act.organ} ${act.number} ${act.date}`, act]));
  return [...once.values()].sort((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0));
}

const protocolOf = (said: Pick<PlanVersion, 'protocolNumber' | 'protocolOn'>): ActFact['protocol'] =>
  said.protocolNumber === null ? null : { number: said.protocolNumber, on: said.protocolOn };

async function windowFacts(tx: Tx, { id }: Cycle, zone: string): Promise<readonly WindowFact[]> {
  const rows = await tx<
    {
      window: string;
      title: string;
      referenceOn: CivilDate;
      windowDue: CivilDate;
      sector: string;
      due: CivilDate;
      transmittedAt: Instant | null;
      returns: number;
    }[]
  >`
    select w.id as window, w.title, w.reference_on, w.due as window_due, s.name as sector, o.due,
      case when m.state in ('transmitted', 'acknowledged') then (select max(v.transmitted_at) from submission_version v
        where v.town = m.town and v.obligation = m.obligation) end as transmitted_at,
      (select count(*)::int from submission_event e
        where e.town = m.town and e.obligation = m.obligation and e.kind = 'return') as returns
    from monitoring_window w
      join submission m on m.town = w.town and m.monitoring_window = w.id
      join obligation o on o.town = m.town and o.id = m.obligation and o.state <> 'superseded'
      join sector s on s.town = m.town and s.id = m.sector
      left join cycle_sector cs on cs.town = w.town and cs.cycle = w.cycle and cs.sector = m.sector
    where w.cycle = ${id} and w.skipped is null order by w.ordinal, cs.ordinal nulls last, s.name`;
  const windows = new Map(rows.map((row) => [row.window, row]));
  return [...windows.values()].map(({ window, title, referenceOn, windowDue }) => ({
    ...{ title, referenceOn, due: windowDue },
    sectors: rows
      .filter((row) => row.window === window)
      .map(({ sector, due, transmittedAt, returns }) => ({
        ...{ sector, due, returns },
        transmittedOn: transmittedAt === null ? null : civilDateAt(transmittedAt, zone),
      })),
  }));
}
