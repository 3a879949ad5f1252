/** The invented towns. No municipality's plan is copied; every office, person and act is made up. */
import type { TownDescription } from '../description.js';
import { ACQUACHIARA } from './acquachiara.js';
import { BELMONTE } from './belmonte.js';
import { BORGOLUPO } from './borgolupo.js';
import { CAMPODORO } from './campodoro.js';
import { CASTELNUOVO } from './castelnuovo.js';
import { FONTANELLA } from './fontanella.js';
import { GINESTRETO } from './ginestreto.js';
import { LAGOSCURO } from './lagoscuro.js';
import { MONTEFIORE } from './montefiore.js';
import { PIETRASECCA } from './pietrasecca.js';
import { POGGIOSECCO } from './poggiosecco.js';
import { PONTELUNGO } from './pontelungo.js';
import { RIVALTA } from './rivalta.js';
import { ROCCASPINA } from './roccaspina.js';
import { SANVITO } from './sanvito.js';
import { SERRAVALLE } from './serravalle.js';
import { TORREBRUNA } from './torrebruna.js';
import { VALDORIA } from './valdoria.js';
import { VILLAMORA } from './villamora.js';

export const TOWNS: readonly TownDescription[] = [
  VALDORIA,
  ROCCASPINA,
  MONTEFIORE,
  BORGOLUPO,
  PIETRASECCA,
  CASTELNUOVO,
  SANVITO,
  TORREBRUNA,
  ACQUACHIARA,
  FONTANELLA,
  VILLAMORA,
  SERRAVALLE,
  POGGIOSECCO,
  BELMONTE,
  RIVALTA,
  PONTELUNGO,
  CAMPODORO,
  GINESTRETO,
  LAGOSCURO,
];
