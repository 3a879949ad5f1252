/** Before and after of a change, field by field, in words. */

import { parseCivilDate } from '../../../domain/time/civil-date.js';
import { instant } from '../../../domain/time/instant.js';
import type { AuditRow } from '../../../store/register/audit.js';
import type { Names } from '../../queries/audit-page.js';
import { isId } from '../../session.js';
import { shortDate, shortMoment } from '../italian-time.js';
import { VALUES, VALUES_OF_FIELD } from './audit-values.js';
import { RETAINED_IN_WORDS } from './retention-words.js';

export interface FieldChange {
  readonly field: string;
  /** `null`: the entry does not say. */
  readonly before: string | null;
  readonly after: string | null;
}

/** Fields that differ, or of which only one side is said. */
export function changesOf(
  { before, after }: Pick<AuditRow, 'before' | 'after'>,
  names: Names,
): readonly FieldChange[] {
  const [was, is] = [membersOf(before), membersOf(after)];
  const fields = [...new Set([...Object.keys(was), ...Object.keys(is)])];
  return fields.flatMap((field) => {
    const [old, now] = [said(was, field, names), said(is, field, names)];
    return old === now ? [] : [{ field: FIELDS[field] ?? field, before: old, after: now }];
  });
}

type Members = Readonly<Record<string, unknown>>;

const membersOf = (state: unknown): Members =>
  typeof state === 'object' && state !== null && !Array.isArray(state)
    ? (state as Members)
    : state === null || state === undefined
      ? {}
      : { valore: state };

/** `null` also for an id that stands for nothing with a name: nobody can read it. */
function said(members: Members, field: string, names: Names): string | null {
  if (!Object.hasOwn(members, field)) return null;
  const value = members[field];
  if (typeof value !== 'string') return valueInWords(value, names);
  const isBareId = isId(value) && !names.has(value);
  return isBareId ? null : (VALUES_OF_FIELD[field]?.[value] ?? valueInWords(value, names));
}

/** Any value of a fact; ids by their names, moments by the town's clock where its zone is known. */
export function valueInWords(value: unknown, names: Names, zone: string | null = null): string {
  if (value === null || value === undefined || value === '') return '–';
  if (typeof value === 'boolean') return value ? 'sì' : 'no';
  if (Array.isArray(value))
    return value.length === 0 ? '–' : value.map((one) => valueInWords(one, names, zone)).join(', ');
  if (typeof value === 'object')
    return Object.entries(value)
      .map(([field, one]) => `${FIELDS[field] ?? field}: ${valueInWords(one, names, zone)}`)
      .join('; ');
  const text = String(value);
  if (zone !== null && MOMENT.test(text)) return shortMoment(instant(Date.parse(text)), zone);
  const day = parseCivilDate(text);
  if (day !== null) return shortDate(day);
  return names.get(text) ?? VALUES[text] ?? text;
}

const MOMENT = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d/;

const FIELDS: Readonly<Record<string, string>> = {
  ...RETAINED_IN_WORDS,
  absence: 'Assenza',
  accessibilita: 'Dichiarazione di accessibilità',
  act: 'Atto',
  address: 'Indirizzo',
  addresses: 'Indirizzi',
  administrator: 'Aggiunto da',
  audited: 'Righe del registro',
  basis: 'Su richiesta',
  by: 'Da',
  closedOn: 'Chiuso il',
  closures: 'Chiusure',
  collaborator: 'Collaboratore',
  collaborators: 'Collaboratori',
  conclusion: 'Conclusione',
  criteria: 'Criteri',
  day: 'Giorno',
  decision: 'Decisione',
  declaredName: 'Nome indicato',
  degree: 'Grado',
  document: 'Documento',
  doneOn: 'Conclusa il',
  due: 'Entro il',
  email: 'Casella',
  evidence: 'Documenti',
  fileName: 'File',
  forecast: 'Previsione',
  from: 'Dal',
  hash: 'Impronta',
  held: 'Trattenuta',
  import: 'Importazione',
  indicator: 'Indicatore',
  ipa: 'Codice IPA',
  keys: 'Chiavi',
  kind: 'Tipo',
  lead: 'Capofila',
  leftOpen: 'Non più dovute',
  mailbox: 'Casella',
  mails: 'Messaggi',
  member: 'Componente',
  mode: 'Stato',
  month: 'Mese',
  moved: 'Spostati',
  name: 'Nome',
  nome: 'Nome',
  note: 'Nota',
  number: 'Numero',
  objective: 'Obiettivo',
  objectives: 'Obiettivi',
  of: 'Di',
  on: 'Il',
  ora: 'Ora degli avvisi',
  outcome: 'Esito',
  owedAgain: 'Di nuovo dovute',
  owner: 'A carico di',
  parent: 'Obiettivo del settore',
  part: 'Parte',
  parts: 'Parti',
  people: 'Persone',
  person: 'Persona',
  privacy: 'Informativa',
  protocolNumber: 'Numero di protocollo',
  protocolOn: 'Data di protocollo',
  publicPage: 'Pagina per i cittadini accesa',
  publishesTotals: 'Pubblica i totali',
  question: 'Domanda',
  reason: 'Motivo',
  registered: 'Codice fiscale registrato',
  role: 'Ruolo',
  roles: 'Ruoli',
  rung: 'Avviso',
  secretary: 'Segretario',
  sector: 'Settore',
  sectors: 'Settori',
  segnalazioni: 'Segnalazioni',
  segretario: 'Il Segretario',
  settore: 'Le strutture',
  sha256: 'Impronta',
  shared: 'Condiviso',
  sharedMailbox: 'Casella condivisa',
  slug: 'Sigla',
  snapshot: 'Istantanea',
  source: 'Fonte',
  state: 'Stato',
  step: 'Passo',
  substitute: 'Sostituisce',
  succeeds: 'Succede',
  tenure: 'Incarico',
  terms: 'Termini',
  text: 'Testo',
  texts: 'Testi',
  title: 'Titolo',
  to: 'Al',
  unknown: 'Messaggi in dubbio',
  valore: 'Valore',
  valutatore: 'Chi valuta',
  verdict: 'Giudizio',
  version: 'Versione',
  weight: 'Peso',
  windows: 'Finestre',
  year: 'Anno',
};
