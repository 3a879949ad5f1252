/** Parts that the drafts of a round share. */
import { type PrintedDocument, type PrintedSection, said } from '../../printed-document/printed-document.js';
import { type DraftFacts, ofEvaluator } from './draft-facts.js';

/** A draft with its title: who prints it, on which day, that it is signed elsewhere. */
export const draft = (
  facts: DraftFacts,
  title: string,
  across: boolean,
  sections: readonly PrintedSection[],
): PrintedDocument => ({
  title,
  subtitle: `${facts.town} – ${facts.evaluator}`,
  footer: `${facts.town} – ${title}`,
  ...{ across, contents: false, sections },
  lead: [
    {
      kind: 'note',
      text: `Bozza con quanto è registrato fino a ${facts.printed}: si completa, si firma e si protocolla a cura ${ofEvaluator(facts.evaluator)}.`,
    },
  ],
});

/** Who took part, what they declared. */
export const membersSection = ({ members }: DraftFacts): PrintedSection => ({
  heading: 'Componenti',
  blocks: [
    {
      kind: 'list',
      items: members.map(({ name, conflicts, declarations, abstained }) =>
        [
          `${name}${abstained ? ' (astenuto)' : ''}`,
          ...conflicts.map((one) => `conflitto: ${one}`),
          ...declarations,
        ].join('; '),
      ),
    },
  ],
});

/** The outcome, or where it will be written. */
export const outcomeSection = (facts: DraftFacts, heading: string): PrintedSection => {
  const { outcome, members } = facts;
  const names = members.filter(({ abstained }) => !abstained).map(({ name }) => name);
  return {
    heading,
    blocks: [
      outcome === null
        ? said('L’esito non è ancora registrato: ________________________________')
        : said(`Relazione ${outcome.words.toLowerCase()} (${outcome.on}).`),
      ...(outcome === null || outcome.reasons.length === 0
        ? []
        : [{ kind: 'list' as const, items: outcome.reasons }]),
      { kind: 'signatures', names: names.length === 0 ? [facts.evaluator] : names },
    ],
  };
};
