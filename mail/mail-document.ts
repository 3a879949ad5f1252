/**
 * What a mail says, before it is text or HTML: both parts are rendered from this one structure, so
 * they never say different things. All words are final and clean; `text` may hold glued words
 * (`wrap-text.ts`).
 */

/** How a group looks; never the only bearer of a meaning. */
export type Tone = 'late' | 'today' | 'soon' | 'mayor' | 'plain';

/** "Entro il: venerdì 30 giugno 2023". */
export interface MailFact {
  readonly label: string;
  readonly value: string;
  /** What the eye must find first: by when. */
  readonly strong?: boolean;
}

/** One obligation, or one event of an alert. */
export interface MailItem {
  readonly title: string;
  readonly facts: readonly MailFact[];
  /** The one button of the item: `link` is the n of its placeholder. A quiet one asks for nothing. */
  readonly action: { readonly label: string; readonly link: number; readonly quiet: boolean } | null;
}

/** What stands under one heading, such as "Sollecito". */
export interface MailGroup {
  readonly heading: string;
  readonly tone: Tone;
  readonly items: readonly MailItem[];
  /** Plain lines, for what has no item of its own. */
  readonly rows: readonly string[];
}

/** What a person receives in one role; or the weekly summary. */
export interface MailSection {
  /** `null` when the mail has only one section. */
  readonly heading: string | null;
  readonly paragraphs: readonly string[];
  readonly groups: readonly MailGroup[];
}

/** A whole mail without its subject. */
export interface MailDocument {
  readonly town: string;
  readonly title: string;
  readonly sections: readonly MailSection[];
  readonly footer: readonly string[];
}

/** A mail as it is frozen and hashed: with placeholders for its links. */
export interface ComposedMail {
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  /** `links[n]` is the obligation behind `{{link:n}}`. */
  readonly links: readonly string[];
}
