/** The town's texts of a Relazione, a form each: what was written last, by whom. */
import type { FC } from 'hono/jsx';
import { RELAZIONE_TEXTS } from '../../../domain/relazione/relazione-facts.js';
import { blank, CommandForm, ErrorSummary, TextArea } from '../fields.js';
import { shortMoment } from '../italian-time.js';
import type { RelazioneProps } from './relazione-props.js';
import { TEXT_TITLES } from './relazione-words.js';

export const Texts: FC<RelazioneProps> = ({ viewer, page, sent }) => (
  <section class="tr-panel" aria-labelledby="testi">
    <h2 id="testi">Testi</h2>
    <p class="tr-lead">
      Le parti scritte a mano. I numeri vengono dai dati e si correggono dove sono registrati.
    </p>
    {RELAZIONE_TEXTS.map((part) => {
      const kept = page.texts.find((one) => one.part === part);
      const typed = sent?.form === part ? sent.typed : blank({ text: kept?.text ?? '' });
      const said =
        kept === undefined
          ? 'Non ancora scritta.'
          : `Versione ${kept.version}, ${shortMoment(kept.at, viewer.town.clock.zone)}${kept.by === null ? '' : `, ${kept.by}`}.`;
      return (
        <details class="tr-details" open={sent?.form === part}>
          <summary>{TEXT_TITLES[part]}</summary>
          <p class="tr-hint">{said}</p>
          {page.mayWrite ? (
            <CommandForm viewer={viewer} action={`/relazione/${page.cycle.year}/testi/${part}`}>
              <input type="hidden" name="visto" value={String(kept?.version ?? 0)} />
              <ErrorSummary typed={typed} of={part} />
              {sent?.form === part && kept !== undefined && kept.text !== typed.values['text'] ? (
                <>
                  <p class="tr-hint">Il testo com'è adesso:</p>
                  <blockquote class="tr-answer-said tr-said">{kept.text}</blockquote>
                </>
              ) : null}
              <TextArea
                name="text"
                of={part}
                label={TEXT_TITLES[part]}
                hint="Una riga vuota separa i paragrafi; le righe che cominciano con - sono un elenco. Vuota, la parte non compare."
                typed={typed}
                rows={10}
              />
              <button type="submit" class="btn btn-primary">
                Salva
                <span class="visually-hidden">{`: ${TEXT_TITLES[part]}`}</span>
              </button>
            </CommandForm>
          ) : kept === undefined || kept.text === '' ? null : (
            <p class="tr-said">{kept.text}</p>
          )}
        </details>
      );
    })}
  </section>
);
