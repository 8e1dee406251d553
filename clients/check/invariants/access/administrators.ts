import { actsAsGlobalAdministrator, heldRoles } from '../../../../shared/domain/access/roles.ts';
import type { Invariant, Watch } from '../../invariant.ts';

/** Whoever can give every role can be told from nobody else, once the last of them is gone. */
export const administrators: Invariant = {
  name: 'administrators',
  holds: 'Where people hold Global Administrator, one of them at least can act as it.',
  judges: 'whole',
  watch: (): Watch => {
    let [holders, acting] = [0, 0];
    return {
      see: (seen) => {
        if (seen.kind !== 'person') return;
        if (heldRoles(seen.person).includes('Global Administrator')) holders += 1;
        if (actsAsGlobalAdministrator(seen.person)) acting += 1;
      },
      *doubts() {
        if (holders > 0 && acting === 0)
          yield { about: 'role Global Administrator', what: `${holders} people hold it, and nobody can act as it` };
      },
      looked: () => holders,
    };
  },
};
