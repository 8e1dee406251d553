import { addDays, epochSeconds } from '../../../../shared/domain/time.ts';
import type { Doubt, Invariant, Watch } from '../../invariant.ts';

/** Most days that a token of an operator may have before it: longer ones are forgotten, and good. */
const maxDays = 90;

/**
 * Whoever can write the table can mint such a token, and it is good for all that its roles say: so each is told, by name,
 * roles and end. That of a local engine, whose time is moved at will, has an end of its own.
 */
export const operatorTokens: Invariant = {
  name: 'operator-tokens',
  holds: `No token of an operator is good for more than ${maxDays} days from now.`,
  judges: 'item',
  watch: ({ now, isLocal = false }): Watch => {
    let looked = 0;
    const doubts: Doubt[] = [];
    const told: string[] = [];
    return {
      see: (seen) => {
        if (seen.kind !== 'token') return;
        looked += 1;
        const { grant, expiresAt } = seen;
        if (grant?.kind !== 'operator') return;
        const { displayName, roles } = grant.principal;
        const end = new Date(expiresAt * 1000).toISOString();
        told.push(`operator token of ${JSON.stringify(displayName)} (${roles.join(', ')}) until ${end}`);
        if (!isLocal && expiresAt > epochSeconds(addDays(now, maxDays)))
          doubts.push({ about: 'item TOKEN', what: `of an operator is good until ${end}` });
      },
      doubts: () => doubts,
      tells: () => told.toSorted(),
      looked: () => looked,
    };
  },
};
