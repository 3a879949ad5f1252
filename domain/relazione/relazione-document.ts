/**
 * A Relazione as a document to hand over. It tells what the Relazione holds and nothing else: figures come from
 * there, texts of the town stand where they belong (law: d.lgs. 150/2009 art. 10 c. 1 lett. b and art. 6).
 */
import { type PrintedDocument, type PrintedSection, said } from '../printed-document/printed-document.js';
import { epochDay } from '../time/civil-date.js';
import { longDate } from '../time/italian-date.js';
import { evidenceSection } from './evidence-section.js';
import type { Relazione, RelazioneVersion } from './relazione.js';
import { sectorSection } from './sector-section.js';
import { structureSection, summarySection } from './summary-section.js';
import { textBlocks } from './text-blocks.js';
import { monitoringSection, timelineSection, variationSection } from './year-sections.js';

const VERSION_WORDS: Readonly<Record<RelazioneVersion, string>> = {
  internal: 'Versione interna',
  publication: 'Versione per la pubblicazione',
};

/** What it is called, in Italian. */
export const titleOfYear = (year: number): string => `Relazione sulla performance ${year}`;

export function relazioneDocument(relazione: Relazione): PrintedDocument {
  const { town, year, asOf, version, texts, structureObjectives, sectors, words } = relazione;
  const title = titleOfYear(year);
  const written = (heading: string, text: string | undefined): readonly PrintedSection[] => {
    const blocks = textBlocks(text);
    return blocks.length === 0 ? [] : [{ heading, blocks }];
  };
  return {
    title,
    subtitle: `${town.name}. ${VERSION_WORDS[version]}, come risulta ${longDate(asOf)}.`,
    footer: `${town.name} – ${title} – ${VERSION_WORDS[version]}`,
    across: false,
    contents: true,
    lead: [],
    sections: [
      ...written('Presentazione', texts.presentation),
      summarySection(relazione),
      ...written('Contesto e risorse', texts.context),
      ...written('Albero della performance', texts.tree),
      ...(structureObjectives.length === 0
        ? []
        : [
            {
              heading: 'Obiettivi di struttura',
              blocks: [
                said('Sono comuni a più settori e contano in ciascuno con il grado che lì è stato deciso.'),
              ],
              sections: structureObjectives.map((one) => structureSection(one, words.sector)),
            },
          ]),
      {
        heading: `Obiettivi e risultati di ogni ${words.sector.toLowerCase()}`,
        blocks: textBlocks(texts.objectives),
        sections: sectors.map((sector) => sectorSection(sector, words)),
      },
      variationSection(relazione),
      monitoringSection(relazione),
      timelineSection(relazione),
      ...written('Come si è misurato e valutato', texts.process),
      evidenceSection(relazione),
      readingSection(relazione),
    ],
  };
}

/** Epoch milliseconds to stamp on its files: its day, so that the same Relazione gives the same bytes. */
export const madeAtOf = ({ asOf }: Pick<Relazione, 'asOf'>): number => epochDay(asOf) * 86_400_000;

function readingSection({ version, sectors }: Relazione): PrintedSection {
  const told = sectors.some(({ total }) => total !== undefined);
  return {
    heading: 'Come si legge',
    blocks: [
      {
        kind: 'list',
        items: [
          'Il grado di raggiungimento va da 0 a 100 e non è arrotondato.',
          ...(told
            ? [
                'I punti di un obiettivo sono il peso per il grado; il totale è la loro somma, senza arrotondamenti.',
              ]
            : []),
          'Un obiettivo non valutabile non vale zero: il suo peso passa agli altri in proporzione.',
          'Il termine è implicito (31 dicembre) dove il piano non ne indica uno.',
          ...(version === 'publication'
            ? [
                'Le motivazioni sono state rilette prima della pubblicazione. Quelle non pubblicate restano agli atti dell’ente.',
              ]
            : [
                'Questa versione contiene nomi di file, motivazioni non ancora rilasciate e totali: non va pubblicata.',
              ]),
        ],
      },
    ],
  };
}
