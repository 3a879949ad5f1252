/**
 * What stands where on a page, before lines, paragraphs and tables are made of it. x grows to the right, y
 * downwards, both in points (1/72 inch); a text file laid out in columns is placed on the same plane.
 */

export interface Box {
  readonly x0: number;
  readonly y0: number;
  readonly x1: number;
  readonly y1: number;
}

/** Letters without a space between them. */
export interface Word extends Box {
  readonly text: string;
  /** Height of the type; `y1` is the foot of the line, a fifth of it under the baseline. */
  readonly size: number;
  readonly bold: boolean;
  /** Spaces painted after it, when any. */
  readonly spaces?: number;
}

/** A drawn line, horizontal (`y0 = y1`) or vertical (`x0 = x1`); also the edge of a coloured area. */
export type Rule = Box;

/** A coloured rectangle; the later in the list lies over the earlier. */
export interface Fill extends Box {
  /** `#rrggbb`, lower case. */
  readonly colour: string;
}

export interface PlacedPage {
  /** 1-based. */
  readonly page: number;
  readonly width: number;
  readonly height: number;
  readonly words: readonly Word[];
  readonly rules: readonly Rule[];
  readonly fills: readonly Fill[];
}
