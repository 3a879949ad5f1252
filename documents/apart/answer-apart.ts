/** The child's side: it says that it is there, gets one wish over its channel, answers and ends. */
import { type ApartWish, READY } from './apart-contract.js';
import { limitThisProcess } from './own-limits.js';

/** What a program of this folder calls, once. A rejection is a bug: it ends the process, and the server sees how. */
export function answerApart<Wish>(work: (wish: Wish) => Promise<unknown>): void {
  process.once('message', ({ wish, megabytes, seconds }: ApartWish<Wish>) => {
    limitThisProcess(megabytes, seconds);
    void work(wish).then((answer) => {
      process.send?.(answer, () => process.disconnect());
    });
  });
  // The server is gone: nobody wants the answer.
  process.once('disconnect', () => process.exit());
  process.send?.(READY);
}
