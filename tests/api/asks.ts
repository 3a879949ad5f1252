/** How the samples of routes ask: a page, a form, the JSON API. */
import type { Answer, Visitor } from './visitor.js';

/** Ids of one town's things. */
export interface Things {
  readonly town: string;
  readonly person: string;
  readonly tenure: string;
  readonly absence: string;
  /** Owed by the head of the Finanziario, open. */
  readonly obligation: string;
  /** Without a date, owed by the Segretario. */
  readonly external: string;
  /** Of the Finanziario, for the first half of 2023: a draft whose window opens on 1 July. */
  readonly submission: string;
  /** Of the first half of 2023. */
  readonly window: string;
  /** Named for the Finanziario. */
  readonly compiler: string;
  /** The self-evaluation of the Finanziario, which opens on 2 January 2024. */
  readonly sheet: string;
  readonly evaluationAct: string;
  readonly indicator: string;
  /** A phase of which the plan gives no weight. */
  readonly milestone: string;
  readonly objective: string;
  /** A term of the calendar that is no obligation any more. */
  readonly legalDuty: string;
  /** Of the Finanziario. */
  readonly collaborator: string;
  readonly individual: string;
  readonly sector: string;
  readonly evidence: string;
  /** Of the plan, and a signed copy of it. */
  readonly act: string;
  readonly copy: string;
  /** Given by the head of the Finanziario. */
  readonly answer: string;
  readonly digest: string;
  readonly draft: string;
  /** The import that the plan in force came from. */
  readonly imported: string;
}

/** One request, with the ids of a town. */
export type Ask = (visitor: Visitor, things: Things) => Promise<Answer>;

export const get =
  (path: (things: Things) => string): Ask =>
  (visitor, things) =>
    visitor.get(path(things));

/** With the visitor's own form token, where they have one. */
export const form =
  (path: (things: Things) => string, fields: (things: Things) => Record<string, string> = () => ({})): Ask =>
  async (visitor, things) => {
    const modulo = visitor.cookie === '' ? '' : await visitor.token();
    return visitor.post(path(things), { modulo, ...fields(things) });
  };

export const json =
  (method: string, path: (things: Things) => string, body?: (things: Things) => unknown): Ask =>
  (visitor, things) =>
    visitor.json(method, `/api/v1${path(things)}`, body?.(things));
