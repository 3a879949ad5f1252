/** The process in which one office file of a Relazione is written. */
import { relazioneFile } from '../relazione-file.js';
import { answerApart } from './answer-apart.js';
import type { RelazioneToPrint } from './apart-contract.js';

answerApart(({ relazione, format, stamp }: RelazioneToPrint) => relazioneFile(relazione, format, stamp));
