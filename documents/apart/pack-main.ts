/** The process in which one package for publication is made. */
import type { PublicationOrder } from '../publication-order.js';
import { publicationPackage } from '../publication-package.js';
import { answerApart } from './answer-apart.js';

answerApart((order: PublicationOrder) => publicationPackage(order));
