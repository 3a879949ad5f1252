/** Squares with nothing drawn between them, as `[left, top, right, bottom)` of the finest squares. */
export function mergedSquares(
  columns: number,
  rows: number,
  closedRight: (column: number, row: number) => boolean,
  closedBelow: (column: number, row: number) => boolean,
): [number, number, number, number][] {
  const taken = new Set<number>();
  const found: [number, number, number, number][] = [];
  for (let row = 0; row < rows; row += 1) {
    for (let column = 0; column < columns; column += 1) {
      if (taken.has(row * columns + column)) continue;
      let right = column + 1;
      while (right < columns && !taken.has(row * columns + right) && !closedRight(right - 1, row)) right += 1;
      let bottom = row + 1;
      while (bottom < rows && isOpenBelow(column, right, bottom - 1)) bottom += 1;
      for (let y = row; y < bottom; y += 1)
        for (let x = column; x < right; x += 1) taken.add(y * columns + x);
      found.push([column, row, right, bottom]);
    }
  }
  return found;

  /** Nothing drawn under any of the squares, nor between them further down. */
  function isOpenBelow(left: number, right: number, row: number): boolean {
    for (let column = left; column < right; column += 1) {
      if (closedBelow(column, row) || taken.has((row + 1) * columns + column)) return false;
      if (column + 1 < right && closedRight(column, row + 1)) return false;
    }
    return true;
  }
}
