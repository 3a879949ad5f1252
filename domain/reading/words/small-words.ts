/** Prepositions, articles and the words that lead into a term. `*` stands for the endings o, a, i, e. */
import type { MarkName } from './mark.js';

export const SMALL_WORDS: Readonly<Partial<Record<MarkName, string>>> = {
  article: 'il lo la l i gli le un uno una',
  of: 'del dello della dell dei degli delle di d',
  at: 'al allo alla all ai agli alle a ad',
  from: 'dal dallo dalla dall dai dagli dalle da',
  in: 'nel nello nella nell nei negli nelle in durante',
  for: 'per',
  and: 'e ed o od oppure ovvero nonche ovverosia',
  not: 'non',
  every: 'ogni ciascun ciascun* cadaun* tutti tutte',
  next: 'successiv* seguente seguenti susseguente posteriore posteriori',
  previous: 'precedente precedenti antecedente antecedenti anteriore anteriori',
  coming: 'prossim* pross ventur* pv entrante',
  past: 'scors* us passat*',
  current: 'corrente correnti corr ca cm ac presente medesimo stesso quest questo',

  // Lead-ins of a day, a month, a period.
  by: 'entro',
  beyond: 'oltre',
  until: 'fino sino fin sin',
  start: 'partire decorrere decorrenza decorrenze decorrente decorrenti decorre decorrono datare',
  before: 'prima avanti anteriormente antecedentemente',
  after: 'dopo successivamente posteriormente trascors* decors* trascorrere',
  except: 'esclus* escludendo eccetto tranne salvo fuorche',
  /** Words that may stand between a lead-in and its day. */
  filler:
    'giorno giorni gg data date mezzogiorno mezzanotte comunque indicativamente orientativamente presumibilmente ' +
    'possibilmente preferibilmente tassativamente improrogabilmente inderogabilmente perentoriamente circa ' +
    'perentori* improrogabil* tassativ* inderogabil* ordinatori* finale ult ultim* massim* max utile presunt* ' +
    'medesim* stess* ' +
    'solo anche gia seconda',

  // Lead-ins of a duration.
  within:
    'massimo massima massimi max superiore superiori inferiore inferiori meno tempo tempi tempistica dispone dispongono disposizione',
  notice: 'preavviso anticipo antecedenza preventivamente',
  /** What takes its time, and has to: its longest duration is a term. */
  procedure:
    'procedimento procedimenti istruttoria istruttorie evasione risposta riscontro conclusione rilascio presa',
  lasting:
    'dura durano durera durata durate validita proroga proroghe prorogabile prorogabili sospensione ultimi ultime valid* vincolante efficacia periodo periodi eta anzianita esperienza',

  // Parts of time.
  dayWord: 'giorno giorni gg giornata giornate',
  monthWord: 'mese mesi',
  yearWord: 'anno anni annualita esercizio esercizi',
  hourWord: 'ore ora h hh orario',
  working: 'lavorativ* lav feriale feriali',
  qualifier:
    'naturali naturale continu* consecutiv* solare solari continuativ* liber* effettiv* calendario utili bancar* inter* festivi esclusi complessivi',
  edge: 'fine meta inizio inizi primi primissimi',
  whole: 'tutto intero',
  between: 'tra fra',
  quarter: 'q t',
  blank: 'x xx xxx nn tot',
  today: 'oggi odierna odierno',
  season: 'estate primavera autunno inverno',
  feast: 'natale pasqua capodanno epifania ferragosto ognissanti immacolata',
  times: 'volta volte',
  cadence: 'cadenza cadenze periodicita frequenza frequenze ricorrenza intervalli base',

  /** Words that end the words a term starts from. */
  stop:
    'per mediante tramite attraverso salvo purche che se qualora quando con senza presso secondo previa ' +
    'previo fermo ferma salva salve salvi sotto comunque pena mentre ma ne si verra viene vengono deve ' +
    'devono dovra dovranno puo possono potra sono ha hanno sara saranno tranne quali anche allegando ' +
    'utilizzando presentando entro oltre non provvede provvedono',
};
