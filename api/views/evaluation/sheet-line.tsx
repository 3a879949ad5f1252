/** One objective of a self-evaluation as fields, named as the JSON API points at them. */
import { createHash } from 'node:crypto';
import type { Child, FC } from 'hono/jsx';
import type { OfferedLine } from '../../../domain/cycle/line-merge.js';
import {
  readVerdict,
  type SheetLine,
  sheetLineKey,
  VERDICTS,
} from '../../../domain/cycle/self-evaluation-line.js';
import { dueOf } from '../../../domain/obligations/obligation.js';
import { italianDate } from '../../../mail/italian-dates.js';
import type { MeasuredObjective } from '../../../store/measurement/measured-objectives.js';
import type { SheetLineShown } from '../../queries/sheet-page.js';
import type { FieldProblem } from '../../refusals.js';
import { Fact } from '../board/my-deadlines.js';
import { Input, Select, TextArea, type Typed } from '../fields.js';
import { titleOf, weightInWords } from '../obligations/obligation-parts.js';
import { BASES, proposalInWords, VERDICT_WORDS, verdictInWords } from './measurement-words.js';
import { SheetIndicators } from './sheet-indicators.js';

interface LineProps {
  readonly line: SheetLineShown;
  readonly index: number;
  /** What was typed and not taken; `null`: the line stands as saved. */
  readonly offered: OfferedLine<SheetLine> | null;
  readonly isConflict: boolean;
  readonly problems: readonly FieldProblem[];
}

/** What a line said when the page showed it: a form tells by it which lines somebody touched. */
export const sheetDigest = (content: SheetLine): string =>
  createHash('sha256').update(sheetLineKey(content)).digest('base64url').slice(0, 22);

const CHOICES = [
  { value: '', text: 'Scegli' },
  ...VERDICTS.map((value) => ({ value, text: VERDICT_WORDS[value] })),
];

export const SheetLineFields: FC<LineProps> = ({ line, index, offered, isConflict, problems }) => {
  const { objective } = line.measured;
  const at = `lines[${index}]`;
  const content = offered?.content ?? line.content;
  const typed: Typed = { values: valuesOf(at, content), problems };
  // After a conflict the one who looked at both decides; otherwise what was shown is what was seen.
  const seen = isConflict || offered === null ? line.rowVersion : offered.seen;
  const field = (name: string) => ({ name: `${at}.${name}`, typed });
  return (
    <fieldset class="tr-panel tr-line" id={`voce-${index + 1}`} data-voce="">
      <legend>{titleOf({ number: objective.number, objective: objective.title })}</legend>
      <input type="hidden" name={`${at}.objective`} value={objective.id} />
      <input type="hidden" name={`${at}.seen`} value={String(seen)} />
      <input type="hidden" name={`${at}.shown`} value={offered === null ? sheetDigest(content) : ''} />
      {isConflict && line.saved !== null ? (
        <div class="tr-warnings">
          <p class="tr-warnings-title">{`Salvato adesso da ${line.saved.savedBy ?? 'un altro'}`}</p>
          <ContentSaid content={line.saved.content} />
          <p class="tr-hint">Nei campi c'è quello che hai scritto tu. Se salvi, prende il suo posto.</p>
        </div>
      ) : null}
      <Known line={line} />
      <SheetIndicators at={at} objective={objective} content={content} typed={typed} />
      <Select {...field('verdict')} label="Esito" choices={CHOICES} required />
      <Input
        {...field('degree')}
        label="Grado di raggiungimento"
        inputmode="decimal"
        hint="Da 0 a 100, se l'esito è un grado."
      />
      <TextArea
        {...field('reason')}
        label="Motivazione"
        rows={3}
        hint="Serve se il grado è sotto 100, o se l'obiettivo non è valutabile."
      />
      <details class="tr-details" open={content.verdict === 'waiting'}>
        <summary>Se si attende un dato</summary>
        <div>
          <Input {...field('waitingFor')} label="Quale dato" hint="Per esempio: il rendiconto." />
          <Input {...field('until')} type="date" label="Fino al" />
        </div>
      </details>
      <TextArea
        {...field('evidence')}
        label="Riscontri"
        rows={2}
        hint="Atti, protocolli, indirizzi che lo provano."
      />
    </fieldset>
  );
};

const valuesOf = (at: string, content: SheetLine): Readonly<Record<string, string>> => ({
  [`${at}.verdict`]: content.verdict ?? '',
  [`${at}.degree`]: content.degree,
  [`${at}.reason`]: content.reason,
  [`${at}.waitingFor`]: content.waitingFor,
  [`${at}.until`]: content.until,
  [`${at}.evidence`]: content.evidence,
});

/** What is known before anybody says anything: weight, phases, what the facts propose. */
const Known = ({ line }: { readonly line: SheetLineShown }): Child => (
  <>
    <dl class="tr-facts tr-facts-wide">
      <Fact label="Peso">{weightInWords(line.measured.objective.weight)}</Fact>
      <Fact label="Proposto dai dati">
        {proposalInWords(line.proposal)}
        {'basis' in line.proposal ? <span class="tr-due-note">{BASES[line.proposal.basis]}</span> : null}
      </Fact>
    </dl>
    <Phases objective={line.measured.objective} />
  </>
);

export const Phases = ({ objective }: { readonly objective: MeasuredObjective }): Child =>
  objective.phases.length === 0 ? null : (
    <ul class="tr-lines">
      {objective.phases
        .filter(({ state }) => state !== 'superseded')
        .map((phase) => {
          const due = dueOf(phase);
          return (
            <li>
              <a href={`/scadenze/${phase.id}`}>{phase.phrase ?? 'Termine implicito (31 dicembre)'}</a>
              <span class="tr-due-note">
                {`${due === null ? 'termine esterno da definire' : `entro ${italianDate(due)}`}: ${phaseInWords(phase)}`}
              </span>
            </li>
          );
        })}
    </ul>
  );

function phaseInWords({ state, doneOn }: MeasuredObjective['phases'][number]): string {
  if (state === 'done') return doneOn === null ? 'conclusa' : `conclusa ${italianDate(doneOn)}`;
  return state === 'open' ? 'senza conclusione registrata' : 'non più dovuta';
}

/** What was claimed, for reading. */
export const ContentSaid: FC<{ readonly content: SheetLine }> = ({ content }) => (
  <dl class="tr-facts tr-facts-wide">
    <Fact label="Esito">{verdictInWords(readVerdict(content))}</Fact>
    {content.reason === '' ? null : (
      <Fact label="Motivazione">
        <span class="tr-said">{content.reason}</span>
      </Fact>
    )}
    {content.evidence === '' ? null : (
      <Fact label="Riscontri">
        <span class="tr-said">{content.evidence}</span>
      </Fact>
    )}
  </dl>
);
