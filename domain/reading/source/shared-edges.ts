/** Which columns two tables have in common, told by where each column begins and the last ends. */

/** Points by which a column may move from page to page. */
const SAME_EDGE = 6;
/** The same where the words of a column, centred or ranged right, tell where it begins. */
const NEARLY = 45;

/** The edges that both have their columns on, `null` when they are not parts of one table. */
export function sharedEdges(
  one: readonly number[],
  other: readonly number[],
  isDrawn: boolean,
): readonly number[] | null {
  const same = isDrawn ? finer(one, other) : alike(one, other);
  return same ?? ofOneCard(one, other, isDrawn);
}

/** The edges of both, when one has all those of the other and both begin and end at the same place. */
function finer(one: readonly number[], other: readonly number[]): readonly number[] | null {
  const [more, less] = one.length >= other.length ? [one, other] : [other, one];
  const isIn = (edge: number): boolean => more.some((value) => Math.abs(value - edge) <= SAME_EDGE);
  const isEnd = (index: number): boolean =>
    Math.abs((more.at(index) ?? 0) - (less.at(index) ?? 0)) <= SAME_EDGE;
  return less.every(isIn) && isEnd(0) && isEnd(-1) ? more : null;
}

/** As many columns, which begin nearly where those of the other page do. */
function alike(one: readonly number[], other: readonly number[]): readonly number[] | null {
  const isNear = one.slice(0, -1).every((edge, index) => Math.abs(edge - (other[index] ?? 0)) <= NEARLY);
  return one.length === other.length && isNear ? one : null;
}

/** Columns that a card has at most. */
const CARD_COLUMNS = 4;
/** And those of its phases: what, by when, with which weight. */
const PHASE_COLUMNS = 3;

/** The edges of both, where a card has its phases or indicators in columns of their own. */
function ofOneCard(
  one: readonly number[],
  other: readonly number[],
  isDrawn: boolean,
): readonly number[] | null {
  const columns = one.length - 1;
  if ((columns !== 2 && columns !== CARD_COLUMNS) || other.length - 1 > PHASE_COLUMNS) return null;
  const ends = isDrawn ? [0, -1] : [0];
  const isSame = ends.every((end) => Math.abs((one.at(end) ?? 0) - (other.at(end) ?? 0)) <= SAME_EDGE);
  const right = Math.max(one.at(-1) ?? 0, other.at(-1) ?? 0);
  const inner = [...one.slice(0, -1), ...other.slice(0, -1)].sort((a, b) => a - b);
  return isSame
    ? [...inner.filter((edge, index) => edge - (inner[index - 1] ?? -1e9) > SAME_EDGE), right]
    : null;
}
