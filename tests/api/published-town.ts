/** The furnished town in spring 2024 with two reasons of the Finanziario, on the way from the transmission to the page. */
import { z } from 'zod';
import type { AssessmentStep } from '../../domain/scoring/assessment.js';
import { degree } from '../../domain/scoring/degree.js';
import { civilDate } from '../../domain/time/civil-date.js';
import { findCycle } from '../../store/cycle/cycles.js';
import { inTown } from '../../store/in-town.js';
import { appendSteps } from '../../store/measurement/assessments.js';
import { holdMeasurement } from '../../store/measurement/evaluated-objectives.js';
import { measuredSectors } from '../../store/measurement/measured-objectives.js';
import { sectorIds } from '../../store/people/roles.js';
import { transmitted } from './reviewed-town.js';
import { NOON, type Stage } from './stage.js';

/** Reasons as their Responsabile wrote them, by title. */
export const WRITTEN = {
  'Tempi di pagamento': 'Il collega è stato malato da marzo',
  Rendiconto: 'Dati arrivati <b>tardi</b> dal tesoriere',
} as const;
export type Title = keyof typeof WRITTEN;

export const Page = z.object({
  snapshot: z.object({
    number: z.int(),
    isValidated: z.boolean(),
    facts: z.string(),
    publication: z.string(),
  }),
  publishesTotals: z.boolean(),
  reasons: z.array(
    z.object({
      objective: z.string(),
      sector: z.string(),
      title: z.string(),
      text: z.string(),
      sha256: z.string(),
      release: z
        .object({ version: z.int(), decision: z.string(), text: z.string().nullable(), by: z.string() })
        .nullable(),
    }),
  ),
  packages: z.array(
    z.object({
      number: z.int(),
      snapshot: z.int(),
      sha256: z.string(),
      files: z.array(z.object({ name: z.string(), sha256: z.string() })),
    }),
  ),
  places: z.array(z.object({ document: z.string(), address: z.string().nullable() })),
  publicPage: z.object({
    ...{ isOn: z.boolean(), address: z.string(), tells: z.string() },
    ...{ package: z.int().nullable(), isCurrent: z.boolean(), until: z.string() },
  }),
});

export const API = '/api/v1/cycles/2023/publication';

export function publishing(stage: Stage) {
  const { ours, sql } = stage;
  type Who = keyof typeof ours.people;
  const as = (who: Who) => stage.enter(ours.people[who]);
  const page = async (who: Who = 'rpct') =>
    Page.parse(JSON.parse((await (await as(who)).json('GET', API)).text));
  const step = (what: (title: Title) => AssessmentStep | null): Promise<void> =>
    inTown(sql, ours.town, async (tx) => {
      const cycle = await findCycle(tx, 2023);
      const measurement = await holdMeasurement(tx, cycle?.id ?? '');
      const sector = (await measuredSectors(tx, cycle?.id ?? '')).find(({ name }) => name === 'Finanziario');
      if (measurement === null || sector === undefined) throw new Error('the Finanziario is not evaluated');
      const made = { measurement, rules: 1, person: ours.head, at: NOON, on: civilDate('2024-03-01') };
      const steps = sector.objectives.flatMap(({ id, title }) => {
        const said = what(title as Title);
        const by = { role: 'head', sector: 'Finanziario' } as const;
        return said === null ? [] : [{ objective: id, sector: sector.id, by, what: said }];
      });
      await appendSteps(tx, made, await sectorIds(tx), steps);
    });
  const release = async (title: Title, said: object, who: Who = 'rpct') => {
    const { objective, sector, sha256, release: made } = await reason(title);
    const body = { objective, sector, sha256, decision: 'as-written', after: made?.version ?? 0, ...said };
    return (await as(who)).json('POST', `${API}/releases`, body);
  };
  const reason = async (title: Title) => {
    const found = (await page()).reasons.find((one) => one.title === title && one.sector === 'Finanziario');
    if (found === undefined) throw new Error(`no reason of ${title}`);
    return found;
  };
  return {
    ...{ as, page, release, reason },
    /** Degrees of 80 with the reasons that were written, then the transmission. */
    async transmit(on: string): Promise<void> {
      await step((title) => ({
        step: 'decided',
        verdict: { is: 'degree', degree: degree(80), reason: WRITTEN[title] },
      }));
      await transmitted(stage, on);
    },
    rewrite: (title: Title, words: string): Promise<void> =>
      step((one) => (one === title ? { step: 'reason-given', reason: words, exOfficio: false } : null)),
    pack: async (who: Who = 'rpct') => (await as(who)).json('POST', `${API}/packages`, {}),
    async zip(number: number): Promise<Uint8Array> {
      const { cookie } = await as('rpct');
      const answer = await stage.app.request(`${API}/packages/${number}`, { headers: { cookie } });
      if (answer.status !== 200) throw new Error(await answer.text());
      return new Uint8Array(await answer.arrayBuffer());
    },
    record: async (path: string, body: object, who: Who = 'secretary') =>
      (await as(who)).json('POST', `/api/v1/cycles/2023/${path}`, body),
    put: async (path: string, body: object, who: Who = 'rpct') =>
      (await as(who)).json('PUT', `/api/v1${path}`, body),
  };
}
