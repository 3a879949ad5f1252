/** A question of the evaluators on the page of its obligation, and of the mail that reminds of it. */
import type { FC } from 'hono/jsx';
import { italianDate } from '../../../mail/italian-dates.js';
import type { KeptQuestion } from '../../../store/review/review-questions.js';
import type { Viewer } from '../../viewer.js';

/** How the forms that conclude an obligation speak of one. */
const CONCLUDING = {
  plain: {
    title: 'È conclusa?',
    day: 'Conclusa il',
    dayHint: 'Il giorno in cui è stata davvero conclusa: oggi o un giorno passato.',
    note: 'Nota',
    noteHint: 'Che cosa è stato fatto, con quale atto.',
    file: 'Documento che lo prova',
    way: { text: 'Concluso', hint: 'Il giorno, una nota, i documenti.' },
    button: 'Concluso',
    required: false,
  },
  question: {
    title: 'Rispondi',
    day: 'Data della risposta',
    dayHint: 'Oggi, o il giorno in cui la risposta è stata data.',
    note: 'Risposta',
    noteHint: 'La leggono i componenti e il Segretario.',
    file: 'Documento allegato alla risposta',
    way: { text: 'Rispondi alla domanda', hint: 'La risposta, i documenti.' },
    button: 'Invia la risposta',
    required: true,
  },
} as const;

/** Of an obligation of that kind. */
export const concludingOf = (kind: string): (typeof CONCLUDING)[keyof typeof CONCLUDING] =>
  kind === 'question' ? CONCLUDING.question : CONCLUDING.plain;

/** `null`: the obligation is none, or its words are not for the viewer. */
export const QuestionPanel: FC<{ readonly viewer: Viewer; readonly question: KeptQuestion | null }> = ({
  viewer,
  question,
}) =>
  question === null ? null : (
    <section class="tr-panel" aria-labelledby="domanda">
      <h2 id="domanda">{`Domanda: ${viewer.town.settings.words.evaluator}`}</h2>
      <p class="tr-said">{question.text === '' ? 'Testo cancellato.' : question.text}</p>
      <p class="tr-due-note">{`Chiesto ${italianDate(question.askedOn)} da ${question.askedByName}`}</p>
      {question.objective === null ? null : (
        <p>
          <a href={`/obiettivi/${question.objective}`}>L'obiettivo di cui si chiede</a>
        </p>
      )}
      {question.answers.map((answer) => (
        <blockquote class="tr-answer-said">
          <p class="tr-said">{answer.text === '' ? 'Testo cancellato.' : answer.text}</p>
          <p class="tr-due-note">{`Risposta di ${answer.byName}, ${italianDate(answer.on)}`}</p>
        </blockquote>
      ))}
    </section>
  );
