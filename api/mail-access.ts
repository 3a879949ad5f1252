/** Whose mails a person may open: all of the town, or those addressed to them. Links to others are not shown. */
import { reachOf } from './rights.js';
import type { Viewer } from './viewer.js';

/** Any mail of the town, whoever it was for? */
export const opensEveryMail = (viewer: Viewer): boolean =>
  reachOf(viewer.roles, 'digests.read')?.relation === 'town';

/** `person`: whom the mail was for. */
export const opensMailOf = (viewer: Viewer, person: string): boolean =>
  opensEveryMail(viewer) || person === viewer.person.id;
