/** Sets of roles that many actions share, each with how far it reaches (`rights.ts`). */

/** Everybody with a role. */
export const EVERY_ROLE = {
  secretary: 'town',
  'vice-secretary': 'town',
  oiv: 'town',
  mayor: 'town',
  assessor: 'town',
  rpct: 'town',
  head: 'town',
} as const;
/** What one of their roles owes. A Vice owes nothing, but was sent mails while standing in. */
export const OWN = {
  secretary: 'own',
  'vice-secretary': 'own',
  oiv: 'own',
  mayor: 'own',
  rpct: 'own',
  head: 'own',
} as const;
/** The Segretario alone. */
export const SECRETARY = { secretary: 'town' } as const;
