import type { Licence } from '../../api/people.ts';
import type { NewUser } from './new-user.ts';
import type { Outcome } from './use-new-user.ts';

/** What either form of a new person is given: what has to be known, what it begins with, and who hears of its end. */
export type FormProps = {
  beginning: { domains: readonly string[]; location: string; licences: readonly Licence[] };
  begin: Partial<NewUser>;
  onAdded: (outcome: Outcome) => void;
};
