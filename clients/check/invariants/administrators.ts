import { actsAsGlobalAdministrator } from '../../../shared/domain/access/roles.ts';
import type { Invariant, Watch } from '../invariant.ts';

/** By this number it is known whether somebody who can give every role would be left. */
export const administrators: Invariant = {
  name: 'administrators',
  holds: 'The number of people who can act as Global Administrator is kept right, and never falls to none.',
  judges: 'whole',
  watch: (): Watch => {
    let [people, counted] = [0, undefined as number | undefined];
    return {
      see: (seen) => {
        if (seen.kind === 'administrators') counted = seen.count;
        else if (seen.kind === 'person' && actsAsGlobalAdministrator(seen.person)) people += 1;
      },
      *doubts() {
        const about = 'role Global Administrator' as const;
        if (people !== (counted ?? 0))
          yield { about, what: `${people} people can act as it, and ${counted ?? 0} are counted` };
        else if (counted !== undefined && counted < 1) yield { about, what: 'nobody can act as it any more' };
      },
      looked: () => people,
    };
  },
};
