import { continueAsNew, setHandler, workflowInfo } from '@temporalio/workflow';
import { facts, sendDigests } from './activity-options.js';
import { changedSignal, untilChangedOr } from './changes.js';
import type { MailingKind, RoundInput, StockResult } from './contract.js';

/** A run is followed by a new one after a month, so that histories stay small and deleted ones go for good. */
const RUN_MS = 30 * 24 * 3_600_000;

/**
 * A town's rounds, for as long as the town exists: on a working day on which something is due `takeStock`
 * freezes what must be said, and the mails go out beside the round, which never waits for a mail server.
 * A mailing is handed over once; whatever a restart finds unanswered is handed over again.
 */
export async function round({ town }: RoundInput): Promise<void> {
  let changed = false;
  let signalled = false;
  /** As the last stock said; `undefined` once a change of the facts was signalled, which nothing but a look can tell. */
  let nextRound: StockResult['nextRound'];
  setHandler(changedSignal, () => {
    changed = true;
    signalled = true;
    nextRound = undefined;
  });

  const underWay = new Set<string>();
  const handOver = (kind: MailingKind, day: string | null): void => {
    const mailing = `${kind} ${day}`;
    if (day === null || underWay.has(mailing)) return;
    underWay.add(mailing);
    const isOver = (): void => {
      underWay.delete(mailing);
      // Answers may have raised an alert, and what was not sent is given up by the next stock.
      changed = true;
    };
    sendDigests({ town, day, kind }).then(isOver, isOver);
  };

  for (;;) {
    changed = false;
    signalled = false;
    const stock = await facts.takeStock({ town, nowMs: Date.now(), nextRound });
    if (!signalled) nextRound = stock.nextRound;
    handOver('daily', stock.digestDay);
    handOver('alert', stock.alertDay);
    if (underWay.size === 0 && isOld()) await continueAsNew<typeof round>({ town });
    await untilChangedOr(stock.nextMs, () => changed);
  }
}

function isOld(): boolean {
  const { continueAsNewSuggested, startTime } = workflowInfo();
  return continueAsNewSuggested || Date.now() - startTime.getTime() >= RUN_MS;
}
