/** The ways a day can be led into, and what the walk back to the deciding word has met. */
export type Lead =
  | 'by'
  | 'until'
  | 'at'
  | 'of'
  | 'from'
  | 'in'
  | 'for'
  | 'on'
  | 'after'
  | 'not-before'
  | 'expiry'
  | 'bare';

export interface Walk {
  near: Lead;
  from: number;
  planned: boolean;
  time: string | null;
}
