/** The notices of a mail: one section for each role of the person, the most urgent first. */
import type { DigestFacts, DigestLine } from '../domain/obligations/digest.js';
import { type Role, type RoleKey, roleKey } from '../domain/obligations/obligation.js';
import { soonAfter } from './italian-dates.js';
import { counted, listed } from './italian-numbers.js';
import { type LinkTo, noticeItem } from './line-item.js';
import type { MailGroup, MailSection } from './mail-document.js';
import { receivesAs } from './receives-as.js';
import { type MailWords, roleInWords } from './roles.js';
import { HEADINGS, SITUATIONS, type Situation, situationOf, TONES } from './situation.js';
import { keepTogether } from './wrap-text.js';

type Grouped = ReadonlyMap<Situation, readonly DigestLine[]>;

/** The lines of one role, by situation; within each the order of the facts stands. */
export interface RoleNotices {
  readonly role: Role;
  readonly groups: Grouped;
}

/** Roles in order of their most urgent line; of two alike, the order of the facts. */
export function noticesByRole(facts: DigestFacts, words: MailWords): readonly RoleNotices[] {
  const byRole = new Map<RoleKey, { role: Role; groups: Map<Situation, DigestLine[]> }>();
  for (const line of facts.lines) {
    const key = roleKey(line.recipient);
    const own = byRole.get(key) ?? { role: line.recipient, groups: new Map<Situation, DigestLine[]>() };
    byRole.set(key, own);
    const situation = situationOf(line, facts.day, words);
    own.groups.set(situation, [...(own.groups.get(situation) ?? []), line]);
  }
  const urgency = ({ groups }: RoleNotices): number =>
    SITUATIONS.findIndex((situation) => groups.has(situation));
  return [...byRole.values()].sort((a, b) => urgency(a) - urgency(b));
}

/** Sections without headings of their own when there is only one role. */
export function noticeSections(
  notices: readonly RoleNotices[],
  facts: DigestFacts,
  words: MailWords,
  linkTo: LinkTo,
): readonly MailSection[] {
  return notices.map(({ role, groups }) => ({
    heading: roleInWords(role, words),
    paragraphs: [whyOf(role, groups, facts, words), ...explanationsOf(groups, words)],
    groups: SITUATIONS.filter((situation) => groups.has(situation)).map(
      (situation): MailGroup => ({
        heading: headingOf(situation, facts),
        tone: TONES[situation],
        items: (groups.get(situation) ?? []).map((line) => noticeItem(line, situation, facts, words, linkTo)),
        rows: [],
      }),
    ),
  }));
}

function headingOf(situation: Situation, { day, nextWorkingDay }: DigestFacts): string {
  if (situation !== 'leaving') return HEADINGS[situation];
  const when = soonAfter(day, nextWorkingDay);
  return `${when.charAt(0).toUpperCase()}${when.slice(1)} ${HEADINGS.leaving}`;
}

/** What can be said of one and of several lines in a situation, after "1 scadenza" or "2 scadenze"; `leaving` goes on with the day. */
const PREDICATES: Readonly<Record<Situation, readonly [one: string, many: string]>> = {
  leaving: ['è oltre il termine e', 'sono oltre il termine e'],
  'to-mayor': ['è oltre il termine e non risulta conclusa', 'sono oltre il termine e non risultano concluse'],
  'mayor-told': [
    'è oltre il termine e oggi la comunicazione va al Sindaco',
    'sono oltre il termine e oggi la comunicazione va al Sindaco',
  ],
  late: ['è oltre il termine', 'sono oltre il termine'],
  today: ['è oggi', 'sono oggi'],
  closing: ['cade in un giorno di chiusura', 'cadono in un giorno di chiusura'],
  upcoming: ['si avvicina', 'si avvicinano'],
  'before-start': ["è anteriore all'avvio e va confermata", "sono anteriori all'avvio e vanno confermate"],
};

/** "Come Responsabile del settore X ricevi questo avviso perché 1 scadenza è oggi e 2 sono oltre il termine." */
function whyOf(role: Role, groups: Grouped, facts: DigestFacts, words: MailWords): string {
  const { day, nextWorkingDay } = facts;
  const parts = SITUATIONS.filter((situation) => groups.has(situation)).map((situation, index) => {
    const count = groups.get(situation)?.length ?? 0;
    const subject = index === 0 ? counted(count, 'scadenza', 'scadenze') : String(count);
    const said = `${keepTogether(subject)} ${PREDICATES[situation][count === 1 ? 0 : 1]}`;
    return situation === 'leaving'
      ? `${said} ${keepTogether(soonAfter(day, nextWorkingDay))} ${HEADINGS.leaving}`
      : said;
  });
  return `${receivesAs(role, facts, words)} ${keepTogether('ricevi questo avviso perché')} ${listed(parts)}.`;
}

const MAYOR_SITUATIONS: readonly Situation[] = ['leaving', 'to-mayor', 'mayor-told'];

function explanationsOf(groups: Grouped, { mayorAct }: MailWords): readonly string[] {
  const explanations: string[] = [];
  if (groups.has('leaving')) {
    explanations.push(
      'Se prima arriva una risposta la comunicazione non parte; puoi anche trattenerla, indicando il motivo.',
    );
  }
  if (groups.has('to-mayor')) {
    explanations.push('È una comunicazione per conoscenza: con «Apri» vedi come sta oggi ciascuna scadenza.');
  }
  if (mayorAct !== null && MAYOR_SITUATIONS.some((situation) => groups.has(situation)))
    explanations.push(`La comunicazione al Sindaco è prevista da ${keepTogether(mayorAct)}.`);
  return explanations;
}
