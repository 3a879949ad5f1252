/** The process in which one file is read and compiled. */
import { answerApart } from './answer-apart.js';
import type { CompileWish } from './apart-contract.js';
import { compileFile } from './compile-file.js';

answerApart(({ bytes, fileName, year }: CompileWish) => compileFile(bytes, fileName, year));
