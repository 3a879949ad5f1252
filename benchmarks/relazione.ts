/** The Relazione of the example in all six formats, and the PDF of one with 400 objectives; memory at its highest. */
import { inFormat, stampOf } from '../cli/relazione.js';
import { RELAZIONE_FORMATS, type RelazioneFormat } from '../documents/relazione-formats.js';
import { relazione } from '../domain/relazione/build-relazione.js';
import type { RelazioneFacts } from '../domain/relazione/relazione-facts.js';
import { exampleRelazioneFacts } from '../embedded/example-relazione.js';
import { type Figure, rounded } from './figure.js';

/** Bars of the design. */
const [SIX_SECONDS, SIX_MEGABYTES, PDF_SECONDS] = [3, 300, 5];
const LARGE = 400;

/** The first run in a process that did nothing before: typesetter and writers are loaded within it. */
export async function benchRelazione(): Promise<readonly Figure[]> {
  const facts = await exampleRelazioneFacts();
  const took = new Map<RelazioneFormat, number>();
  const start = performance.now();
  const made = relazione(facts, 'internal');
  for (const format of RELAZIONE_FORMATS) {
    const before = performance.now();
    await inFormat(made, format, stampOf(facts));
    took.set(format, performance.now() - before);
  }
  const seconds = (performance.now() - start) / 1000;
  const megabytes = process.resourceUsage().maxRSS / 1024;
  const large = relazione(withObjectives(facts, LARGE), 'internal');
  const before = performance.now();
  await inFormat(large, 'pdf', stampOf(facts));
  const largeSeconds = (performance.now() - before) / 1000;
  return [
    ...[...took].map(([format, ms]) => ({ what: `as ${format}`, value: rounded(ms), unit: 'ms' as const })),
    { what: 'the example in six formats', value: rounded(seconds), unit: 's', bar: SIX_SECONDS },
    { what: 'memory at its highest by then', value: rounded(megabytes), unit: 'MB', bar: SIX_MEGABYTES },
    { what: `PDF of ${LARGE} objectives`, value: rounded(largeSeconds), unit: 's', bar: PDF_SECONDS },
    {
      what: 'memory at its highest with it',
      value: rounded(process.resourceUsage().maxRSS / 1024),
      unit: 'MB',
    },
  ];
}

/** The example's own objectives over and over, as many in all sectors together, each under a title of its own. */
export function withObjectives(facts: RelazioneFacts, count: number): RelazioneFacts {
  const each = Math.ceil(count / facts.sectors.length);
  return {
    ...facts,
    sectors: facts.sectors.map((sector) => {
      const own = sector.objectives.filter(({ shared }) => !shared);
      const objectives = Array.from({ length: each }, (_, at) => own[at % own.length]).flatMap((one, at) =>
        one === undefined
          ? []
          : [{ ...one, id: `${sector.name} ${at}`, number: String(at + 1), title: `${one.title} ${at + 1}` }],
      );
      return { ...sector, objectives };
    }),
  };
}
