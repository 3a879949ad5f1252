/**
 * *Ho preso visione*: the button with what it does not do, or what was recorded; the same on the page of a mail's link
 * and on the obligation's own. And who did it, beside each notice.
 */
import type { Child, FC } from 'hono/jsx';
import { italianDate } from '../../../mail/italian-dates.js';
import type { AcknowledgedNotice, Acknowledgment } from '../../../store/notices/acknowledgments.js';
import type { SeenNotice } from '../../queries/seen-notice.js';
import type { Viewer } from '../../viewer.js';
import { CommandForm } from '../fields.js';
import { italianMoment, shortMoment } from '../italian-time.js';
import { CHANNELS, RUNGS_IN_WORDS } from '../words.js';

interface SeenProps {
  readonly viewer: Viewer;
  readonly seen: SeenNotice;
  /** Where its form goes: the page's own path. */
  readonly place: string;
  /** Who says so and with which code, where that is asked. */
  readonly who?: Child;
}

/** Nothing, where no notice was addressed to the viewer, or the obligation is closed and they had said nothing. */
export const SeenSection: FC<SeenProps> = ({ viewer, seen: { notice, may }, place, who }) => {
  if (notice === null || (!may && notice.acknowledged === null)) return null;
  const which = `avviso di ${italianDate(notice.day)} («${RUNGS_IN_WORDS[notice.rung]}»)`;
  return (
    <section aria-labelledby="visione">
      <h2 id="visione">Presa visione</h2>
      {notice.acknowledged === null ? (
        <CommandForm viewer={viewer} action={`${place}/presa-visione`}>
          <p class="tr-hint">
            {`Riguarda l'${which}. Registra che hai letto l'avviso: non sospende i solleciti e non vale come risposta.`}
          </p>
          {who}
          <button type="submit" class="btn btn-outline-primary">
            Ho preso visione
          </button>
        </CommandForm>
      ) : (
        <div class="tr-receipt">
          <p>
            <strong>{`Hai preso visione dell'${which}.`}</strong>
          </p>
          <p>{`Registrato ${recorded(notice.acknowledged, viewer.town.clock.zone)}. Non vale come risposta e non si ritira.`}</p>
        </div>
      )}
    </section>
  );
};

/** "giovedì 29 giugno 2023, ore 12:00, come Maria Bianchi, dal collegamento dell'avviso" */
const recorded = ({ at, channel, declaredName }: Acknowledgment, zone: string): string =>
  `${italianMoment(at, zone)}${declaredName === null ? '' : `, come ${declaredName}`}, ${CHANNELS[channel]}`;

/** Who acknowledged one notice, and when; nothing where nobody did. `of`: the notice. */
export const SeenBy: FC<{
  readonly all: readonly AcknowledgedNotice[];
  readonly of: string;
  readonly zone: string;
}> = ({ all, of, zone }) => (
  <>
    {all
      .filter(({ notice }) => notice === of)
      .map((one) => (
        <span class="tr-due-note">{`Preso visione ${seenInWords(one, zone)}`}</span>
      ))}
  </>
);

/** "29/06/2023 12:00, come Maria Bianchi, dal collegamento dell'avviso" */
const seenInWords = ({ at, channel, declaredName }: Acknowledgment, zone: string): string =>
  `${shortMoment(at, zone)}${declaredName === null ? '' : `, come ${declaredName}`}, ${CHANNELS[channel]}`;
