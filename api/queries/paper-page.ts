/** The notices to hand over to people without a mailbox, as they stand today, and those handed over lately. */
import type { CivilDate } from '../../domain/time/civil-date.js';
import { workingCalendar } from '../../domain/time/working-calendar.js';
import type { Tx } from '../../store/in-town.js';
import { type PaperMail, paperMails } from '../../store/notices/paper-mails.js';
import type { Viewer } from '../viewer.js';
import { type RecordView, recordView } from './obligation-view.js';

export interface PaperMailView {
  readonly mail: PaperMail;
  readonly lines: readonly RecordView[];
}

export interface PaperPage {
  readonly today: CivilDate;
  /** Oldest first. */
  readonly open: readonly PaperMailView[];
  /** Latest first. */
  readonly handed: readonly PaperMail[];
}

const HANDED_SHOWN = 50;

export async function loadPaperPage(tx: Tx, { town, today }: Viewer): Promise<PaperPage> {
  const calendar = workingCalendar(town.closures);
  const [open, latest] = [await paperMails(tx, { open: true }), await paperMails(tx, {})];
  return {
    today,
    open: open.map((mail) => ({
      mail,
      lines: mail.obligations.map((one) => recordView(one, today, calendar)),
    })),
    handed: latest
      .filter(({ handedOver }) => handedOver !== null)
      .reverse()
      .slice(0, HANDED_SHOWN),
  };
}
