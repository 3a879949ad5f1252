/**
 * Minutes with the evaluators' proposal for one sector, or with the decision where the Sindaco evaluates, as a draft to
 * complete and sign: what the Sindaco's decree and the remarks of the person evaluated rest on. It says degrees of one person: it is never for publication.
 */
import { type PrintedDocument, said, tabled } from '../../printed-document/printed-document.js';
import { ofEvaluator } from './draft-facts.js';

/** In final Italian words. */
export interface ProposalFacts {
  /** "Comune di Caluso". */
  readonly town: string;
  readonly evaluator: string;
  /** The Sindaco evaluates: nobody proposes to them. */
  readonly decides: boolean;
  readonly year: number;
  readonly printed: string;
  /** "Settore", and its name. */
  readonly sectorWord: string;
  readonly sector: string;
  /** Who evaluates the sector today, without who abstained; empty: nobody. */
  readonly members: readonly string[];
  readonly objectives: readonly {
    readonly title: string;
    readonly weight: string;
    readonly claimed: string;
    readonly decided: string;
    /** Empty: none. */
    readonly reason: string;
  }[];
  readonly total: string;
  readonly points: string;
  readonly payment: string;
  /** Remarks and decrees on record for the sector, each with its day. */
  readonly acts: readonly string[];
}

/** Same facts, same document. */
export function proposalMinutes(facts: ProposalFacts): PrintedDocument {
  const { town, evaluator, decides, year, sectorWord, sector, members, objectives, acts } = facts;
  const title = `Verbale ${decides ? 'di' : 'con la proposta di'} valutazione ${year}`;
  const place = `${sectorWord} ${sector}`;
  return {
    ...{ title, subtitle: `${town} – ${place}`, footer: `${town} – ${title} – ${place}` },
    ...{ across: true, contents: false },
    lead: [
      {
        kind: 'note',
        text: `Bozza con quanto è registrato fino a ${facts.printed}: si completa, si firma e si protocolla a cura ${ofEvaluator(evaluator)}. Contiene la valutazione di una persona: non si pubblica.`,
      },
    ],
    sections: [
      {
        heading: 'Seduta',
        blocks: [
          said('Luogo, giorno e ora: ________________________________'),
          said(`Per la valutazione: ${members.length === 0 ? evaluator : members.join(', ')}.`),
        ],
      },
      {
        heading: 'Obiettivi',
        blocks: [
          tabled({
            caption: `Gradi di raggiungimento: ${place}`,
            columns: [
              { title: 'Obiettivo', share: 34, as: 'name' },
              { title: 'Peso', share: 8, as: 'figure' },
              { title: 'Autovalutato', share: 14 },
              { title: 'Grado', share: 14 },
              { title: 'Motivazione', share: 30 },
            ],
            rows: objectives.map(({ title: name, weight, claimed, decided, reason }) => [
              ...[name, weight, claimed, decided],
              reason === '' ? '–' : reason,
            ]),
            empty: 'Nessun obiettivo.',
          }),
        ],
      },
      {
        heading: decides ? 'Valutazione' : 'Proposta',
        blocks: [
          {
            kind: 'facts',
            facts: [
              ['Totale', facts.total],
              ['Parte legata ai punti', facts.points],
              ['Tempi di pagamento', facts.payment],
            ],
          },
          said(
            decides
              ? 'Il Sindaco decide con proprio decreto.'
              : 'La proposta è trasmessa al Sindaco, che decide con proprio decreto.',
          ),
        ],
      },
      {
        heading: 'Osservazioni della persona valutata',
        blocks: [
          said(
            `${decides ? 'La valutazione' : 'La proposta'} è comunicata alla persona valutata il: ________________`,
          ),
          said('Osservazioni: ________________________________'),
          ...(acts.length === 0 ? [] : [{ kind: 'list' as const, items: acts }]),
          { kind: 'signatures', names: members.length === 0 ? [evaluator] : members },
        ],
      },
    ],
  };
}
