/** The process in which one PDF is set. */
import { typesetPdf } from '../printed/typst-pdf.js';
import { answerApart } from './answer-apart.js';
import type { PdfToSet } from './apart-contract.js';

answerApart(async (wish: PdfToSet) => typesetPdf(wish));
