/** An objective as a heading or a row names it. */

/** "2. Perseguimento del programma"; never empty, as a heading cannot be. */
export const titleIn = ({
  number,
  title,
}: {
  readonly number: string | null;
  readonly title: string;
}): string => {
  const named = title.trim() || 'Senza titolo';
  return number === null ? named : `${number}. ${named}`;
};
