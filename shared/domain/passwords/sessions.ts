/** Sessions of people. */
import type { Person, Sessions } from '../person.ts';
import type { Instant } from '../time.ts';

/** The sessions of a person from whom every session there is was taken: only those that begin from now on are good. */
export const revokedSessions = ({ sessions }: Pick<Person, 'sessions'>, now: Instant): Sessions => ({
  generation: (sessions?.generation ?? 0) + 1,
  validFromDateTime: now,
});
