/** The process in which one file is read and compiled: it gets the file over its channel, answers and ends. */
import { type CompileWish, READY } from './apart-contract.js';
import { compileFile } from './compile-file.js';
import { limitThisProcess } from './own-limits.js';

process.once('message', ({ bytes, fileName, year, megabytes, seconds }: CompileWish) => {
  limitThisProcess(megabytes, seconds);
  // A rejection is a bug: it ends the process, and the server sees how.
  void compileFile(bytes, fileName, year).then((compiled) => {
    process.send?.(compiled, () => process.disconnect());
  });
});
// The server is gone: nobody wants the answer.
process.once('disconnect', () => process.exit());
process.send?.(READY);
