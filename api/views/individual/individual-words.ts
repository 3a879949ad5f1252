/** *Obiettivi individuali* in words. */
import type {
  IndividualDegree,
  IndividualFinding,
  ParentObjective,
} from '../../../domain/cycle/individual-objectives.js';
import { italianDate } from '../../../mail/italian-dates.js';
import { counted, italianPoints } from '../../../mail/italian-numbers.js';
import type { KeptIndividual } from '../../../store/plan/individual-objectives.js';

/** "95 %", or what stands in its place. */
export function degreeInWords(degree: IndividualDegree): string {
  if (degree.is === 'open') return 'Da registrare';
  return degree.is === 'not-assessable' ? 'Non valutabile' : `${italianPoints(degree.degree)} %`;
}

export const weightOrNone = ({ weight }: Pick<KeptIndividual, 'weight'>): string =>
  weight === null ? 'Non indicato' : italianPoints(weight);

/** "3 – RENDICONTO". */
export const parentInWords = ({ number, title }: Pick<ParentObjective, 'number' | 'title'>): string =>
  number === null || number.trim() === '' ? title : `${number} – ${title}`;

/** What does not fit, as a sentence; `objectives`: those it may speak of. */
export function findingInWords(finding: IndividualFinding, objectives: readonly KeptIndividual[]): string {
  switch (finding.is) {
    case 'none':
      return 'Nessun obiettivo assegnato.';
    case 'weights': {
      const missing =
        finding.unweighted === 0
          ? ''
          : ` e ${counted(finding.unweighted, 'è senza peso', 'sono senza peso')}`;
      return `I pesi sommano a ${italianPoints(finding.sum)}, non a 100${missing}.`;
    }
    case 'after-parent':
      return `«${titleOf(finding.objective, objectives)}» scade ${italianDate(finding.due)}, dopo l'obiettivo del settore (${italianDate(finding.parentDue)}).`;
    case 'parent-withdrawn':
      return `«${titleOf(finding.objective, objectives)}» è collegato a un obiettivo tolto dal Piano: collegalo a un altro o ritiralo.`;
  }
}

const titleOf = (id: string, objectives: readonly KeptIndividual[]): string =>
  objectives.find((one) => one.id === id)?.title ?? '';

/** "3 di 5 collaboratori hanno obiettivi". */
export function coverageInWords(covered: number, all: number): string {
  if (all === 0) return 'Nessun collaboratore indicato';
  const noun = all === 1 ? 'collaboratore ha' : 'collaboratori hanno';
  return `${covered} di ${all} ${noun} obiettivi`;
}
