/** Who may come in, by which door: part of the table of rights (`rights.ts`). */

export const ENTRY_RIGHTS = {
  /** By the link of a mail, which is signed for one person: it opens no session. */
  'link.open': 'anyone',
  'link.answer': 'anyone',
  /** The page of strangers: who may enter, or that nobody can. */
  'home.read': 'anyone',
  /** Entering by a link to one's mailbox; shut in the demo, where one chooses whom to be. */
  'sign-in.ask': 'anyone',
  'sign-in.open': 'anyone',
  /** Entering through the town's OpenID provider, and leaving it too. */
  'openid.begin': 'anyone',
  'openid.return': 'anyone',
  'openid.leave': 'anyone',
  /** Of an account, which stands above towns: the routes look for its session, since no person is chosen yet. */
  'account.choose': 'anyone',
  'account.sessions': 'anyone',
  /** Keys for programs, made and revoked on a page alone: a key makes no key. */
  'account.keys': 'anyone',
  /** One line for each town in which the account acts. */
  'towns.board': 'account',
  /** Names and sizes of all towns, and those being set up; making one. */
  'installation.read': 'administrator',
  'installation.change': 'administrator',
  /** Demo only: the gate is shut outside it. */
  'session.enter': 'anyone',
  'session.leave': 'entered',
  'session.read': 'entered',
  'clock.read': 'entered',
  'clock.move': 'entered',
  'inbox.read': 'entered',
  /** A mail of the demo's inbox is sent back, as a mail server would. */
  'inbox.return': 'entered',
} as const;

/** What exists in the demo alone: refused elsewhere, whoever asks. */
export const DEMO_ONLY: ReadonlySet<string> = new Set<keyof typeof ENTRY_RIGHTS>([
  'session.enter',
  'clock.move',
  'clock.read',
  'inbox.read',
  'inbox.return',
]);

/** What the demo has no use for: there people have no account. */
export const NOT_IN_DEMO: ReadonlySet<string> = new Set<keyof typeof ENTRY_RIGHTS>([
  'sign-in.ask',
  'sign-in.open',
  'openid.begin',
  'openid.return',
  'openid.leave',
  'account.choose',
  'account.sessions',
  'account.keys',
  'towns.board',
  'installation.read',
  'installation.change',
]);
