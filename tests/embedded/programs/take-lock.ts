// Takes the lock of the data folder named by the first word, says whether it got it, and keeps it until it is killed.
import { lockData } from '../../../embedded/data-lock.js';

try {
  lockData(process.argv[2] ?? '');
  console.log('taken');
  setInterval(() => undefined, 1_000);
} catch (error) {
  console.log(error instanceof Error ? error.message : String(error));
}
