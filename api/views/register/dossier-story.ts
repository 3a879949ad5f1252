/** A dossier as somebody reads it: "was I told?", obligation by obligation; hashes in an appendix. */
import type { PrintedDossier } from '../../../documents/printed/dossier-pdf.js';
import type { Dossier, DossierNames } from '../../../domain/register/dossier.js';
import { dossierHash } from '../../../domain/register/verify-dossier.js';
import { parseCivilDate } from '../../../domain/time/civil-date.js';
import { instant } from '../../../domain/time/instant.js';
import { italianDate } from '../../../mail/italian-dates.js';
import { counted } from '../../../mail/italian-numbers.js';
import type { MailWords } from '../../../mail/roles.js';
import type { Organ } from '../../../store/plan/acts.js';
import { italianMoment, shortMoment } from '../italian-time.js';
import { actCited } from '../words.js';
import { type DossierReader, dossierReader } from './dossier-events.js';
import { type EntryBody, entryInWords, textOf } from './register-words.js';

/** `words`: as the town calls its roles. The same dossier and words give the same story. */
export function dossierStory(dossier: Dossier, words: MailWords): PrintedDossier {
  const { town, about, names } = dossier;
  const reader = dossierReader(dossier, words);
  return {
    title: `Dossier – ${about.title}`,
    town: town.name,
    footer: `${town.name} – Dossier dal Registro degli avvisi, ${italianDate(dossier.madeOn)}`,
    lead: leadOf(dossier, reader),
    sections: names.obligations.flatMap((obligation) => {
      const bodies = reader.bodies.filter((body) => body['obligation'] === obligation.id);
      return bodies.length === 0
        ? []
        : [
            {
              heading: headingOf(obligation, about.kind),
              note: noteOf(obligation, bodies, names),
              events: bodies.map((body) => reader.event(body)),
            },
          ];
    }),
    verify: VERIFY,
    seals: dossier.seals.map(({ week, hash }) => ({ week: italianDate(week), hash })),
    appendix: dossier.chains.map(({ subject, entries }) => ({
      heading: chainTitle(subject, names),
      entries: entries.map(({ seq, body, hash }) => ({
        seq: String(seq),
        when: typeof body?.['at'] === 'number' ? shortMoment(instant(body['at']), town.zone) : '',
        what: body === null ? 'omessa: riguarda altri' : entryInWords(body),
        hash,
      })),
    })),
    hash: dossierHash(dossier),
    madeAt: dossier.madeAt,
  };
}

function leadOf({ town, about, madeAt }: Dossier, { bodies }: DossierReader): readonly string[] {
  const of = (kind: string, answer?: string): number =>
    bodies.filter((body) => body['kind'] === kind && (answer === undefined || body['answer'] === answer))
      .length;
  const mails = [
    counted(of('delivery', 'accepted'), 'messaggio accettato', 'messaggi accettati'),
    counted(of('delivery', 'permanent'), 'rifiutato', 'rifiutati'),
    counted(of('delivery', 'given-up'), 'non spedito', 'non spediti'),
  ].filter((words) => !words.startsWith('0 '));
  const answers = of('completed') + of('explained') + of('disclaimed');
  const seen = of('notice-acknowledged');
  const read = seen === 0 ? '' : `; ${counted(seen, 'presa visione', 'prese visione')}`;
  const whom = about.kind === 'objective' ? 'sull’obiettivo' : 'sulla persona';
  return [
    `Che cosa risulta dal Registro degli avvisi (${town.name}) ${whom} «${about.title}», ${italianMoment(madeAt, town.zone)}.`,
    `In breve: ${counted(of('notice'), 'avviso', 'avvisi')}; ${mails.length === 0 ? 'nessun messaggio spedito' : mails.join(', ')}; ${counted(answers, 'risposta', 'risposte')}${read}.`,
    'Accettato significa che il server di posta ha preso in consegna il messaggio. Il registro contiene solo atti volontari: non risulta, perché non viene registrato, se e quando un messaggio o una pagina siano stati aperti.',
  ];
}

const VERIFY: readonly string[] = [
  'Ogni voce del registro porta l’impronta della precedente: nessuna si può cambiare, togliere o aggiungere senza che si veda. L’ultima è quella di questo dossier e ne lega ogni parte, nomi compresi.',
  'A questo PDF è allegato il dossier in formato JSON. Chiunque lo controlla senza collegarsi al Comune con il comando «traguardo verify dossier.json», che nomina la prima voce non integra.',
  'Ogni settimana le ultime voci di tutte le catene ricevono un sigillo, stampato nel riepilogo del Segretario e nel documento mensile del protocollo: le impronte qui sotto devono essere le stesse.',
];

type Obligation = DossierNames['obligations'][number];

const headingOf = ({ objective, title, milestone }: Obligation, kind: 'objective' | 'person'): string => {
  // A monitoring, a self-evaluation or a step of the closing is no phase of an objective.
  if (objective === null) return title;
  const phase = milestone === null ? 'Tutto l’anno' : `«${milestone}»`;
  return kind === 'objective' ? phase : `${title} – ${phase}`;
};

/** "Entro venerdì 30 giugno 2023, G.C. n. 21 del 28/2/2023, Finanziario": as it was last. */
function noteOf({ sector }: Obligation, bodies: readonly EntryBody[], names: DossierNames): string {
  const last = (key: string): string | null =>
    [...bodies].reverse().flatMap((body) => textOf(body[key]) ?? [])[0] ?? null;
  const due = parseCivilDate(last('due') ?? '');
  const act = names.acts.find(({ id }) => id === last('act'));
  const cited =
    act === undefined
      ? ''
      : actCited({ organ: act.organ as Organ, actNumber: act.number, actDate: act.adoptedOn });
  const term = due === null ? 'Termine esterno da definire' : `Entro ${italianDate(due)}`;
  return [term, cited, sector ?? ''].filter((part) => part !== '').join(', ');
}

function chainTitle(
  { kind, id }: { readonly kind: string; readonly id: string },
  { objectives, sectors }: DossierNames,
): string {
  if (kind === 'objective') return objectives.find((one) => one.id === id)?.title ?? 'Obiettivo';
  if (kind === 'sector') return sectors.find((one) => one.id === id)?.name ?? 'Settore';
  return 'Ciclo dell’anno';
}
