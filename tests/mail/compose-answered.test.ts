import { expect, it } from 'vitest';
import type { AnsweredByLink } from '../../domain/obligations/digest.js';
import { civilDate } from '../../domain/time/civil-date.js';
import { composeDigest } from '../../mail/compose.js';
import { digest, noticeLine, SUBJECT } from './facts.js';

const answer = (change: Partial<AnsweredByLink> = {}): AnsweredByLink => ({
  obligation: 'answered-obligation',
  subject: SUBJECT,
  kind: 'done',
  answeredOn: civilDate('2023-06-28'),
  doneOn: civilDate('2023-06-27'),
  forecast: null,
  declaredName: null,
  withdrawnOn: null,
  withdrawUntil: civilDate('2023-07-05'),
  ...change,
});
const mail = (...answered: readonly AnsweredByLink[]) =>
  composeDigest(digest([noticeLine('three-days')], { answered }));
const words = (text: string): string => text.replaceAll(/\s+/g, ' ');

it('what was answered by link stands last, with the way to take it back as the last link', () => {
  const { text, html, links } = mail(answer());
  expect(words(text)).toMatch(
    /Hai risposto dal messaggio =+ .* Risposta: Concluso martedì 27 giugno 2023 Registrata: mercoledì 28 giugno 2023 Si può ritirare fino a: mercoledì 5 luglio 2023 Apri o ritira \{\{link:1\}\}/,
  );
  expect(links).toEqual(['obligation-three-days', 'answered-obligation']);
  expect(html).toContain('Hai risposto dal messaggio');
});

it.each([
  [
    { kind: 'in-progress', doneOn: null, forecast: civilDate('2023-07-14') },
    'In corso, conclusione prevista venerdì 14 luglio 2023',
  ],
  [{ kind: 'not-mine', doneOn: null }, 'Risposta: Non è di mia competenza'],
  [
    { withdrawnOn: civilDate('2023-06-29'), withdrawUntil: null },
    'Ritirata: giovedì 29 giugno 2023 Apri {{link:1}}',
  ],
  [
    { declaredName: 'Maria {{link:0}}\nBianchi\u202e' },
    'Ha risposto: Maria { {link:0}} Bianchi (nome dichiarato)',
  ],
] as const)('%j reads "%s"', (change, sentence) => {
  expect(words(mail(answer(change)).text)).toContain(sentence);
});

it('changes nothing of a mail without answers: a rehearsal, which has none, says the same as the round', () => {
  const facts = digest([noticeLine('three-days')]);
  expect(composeDigest({ ...facts, answered: [] })).toEqual(composeDigest(facts));
});

it('every mail with a link says that it is personal and lasts 60 days', () => {
  expect(words(mail().text)).toContain('I collegamenti sono personali e valgono 60 giorni');
});
