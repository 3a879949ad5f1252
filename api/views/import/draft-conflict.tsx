/** Two people corrected the same objective: what the later one wrote, beside what stands now. */
import type { FC } from 'hono/jsx';

/** Of two people at one objective: what the later wrote beside what stands now. */
export const Differences: FC<{
  readonly typed: Readonly<Record<string, string>>;
  readonly now: Readonly<Record<string, string>>;
}> = ({ typed, now }) => {
  const names = [...new Set([...Object.keys(now), ...Object.keys(typed)])].filter(
    (name) => (now[name] ?? '').trim() !== (typed[name] ?? '').trim(),
  );
  return (
    <div class="tr-warnings">
      <p class="tr-warnings-title">Che cosa è diverso tra quello che hai scritto e la bozza di adesso</p>
      <ul class="tr-lines">
        {names.map((name) => (
          <li>
            <a href={`#${name}-obiettivo`}>{fieldInWords(name)}</a>
            <span class="tr-due-note">{`nella bozza adesso: ${now[name] || 'vuoto'}`}</span>
            <span class="tr-due-note">{`hai scritto: ${typed[name] || 'vuoto'}`}</span>
          </li>
        ))}
      </ul>
      <p class="tr-hint">
        Nel modulo qui sotto c'è quello che hai scritto. Se salvi, prende il posto di ciò che c'è adesso.
      </p>
    </div>
  );
};

const FIELD_WORDS: Readonly<Record<string, string>> = {
  number: 'Numero',
  title: 'Titolo',
  weight: 'Peso',
  owner: 'Responsabile',
  indicators: 'Quanti indicatori',
  milestones: 'Quante fasi',
};

function fieldInWords(name: string): string {
  const row = /^(indicator|milestone)-(\d+)-/.exec(name);
  if (row === null) return FIELD_WORDS[name] ?? name;
  return `${row[1] === 'indicator' ? 'Indicatore' : 'Fase'} ${Number(row[2]) + 1}`;
}
