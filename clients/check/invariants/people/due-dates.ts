import { duePartition } from '../../../../shared/aws/directory-items.ts';
import { dueEntryOf } from '../../../../shared/aws/people/person-item.ts';
import { nextDue } from '../../../../shared/domain/enforcement/next-due.ts';
import { domainOf } from '../../../../shared/domain/user-name.ts';
import { shardOf } from '../../../../shared/domain/uuid.ts';
import { type Doubt, eachBy, type Invariant } from '../../invariant.ts';

/**
 * A moment that is too early does no harm, since the sweep dates the person anew; after a longer policy it is usual. A
 * moment that is too late, or missing, is a duty that is forgotten.
 */
export const dueDates: Invariant = {
  name: 'due-dates',
  holds: 'Everybody is dated for the next thing that falls due, computed anew.',
  judges: 'subject',
  watch: eachBy((seen, { policy, isStrict }) => {
    if (seen.kind !== 'person') return undefined;
    const { person, item } = seen;
    const wanted = nextDue(person, policy);
    const dated = item.dueAt === undefined ? undefined : dueEntryOf(item).moment;
    const doubt = (what: string): Doubt[] => [{ about: `person ${person.id}`, what }];
    if (dated !== undefined && item.dueShard !== duePartition(shardOf(person.id))) {
      return doubt('is dated in a part of the index that is not theirs');
    }
    if (dated === wanted) return [];
    if (wanted !== undefined && (dated === undefined || dated > wanted)) {
      return doubt(`falls due at ${wanted}, and is dated ${dated ?? 'for nothing'}`);
    }
    const mayBeEarly = !isStrict || policy.domains?.[domainOf(person.userPrincipalName)] !== undefined;
    return mayBeEarly ? [] : doubt(`falls due ${wanted ? `at ${wanted}` : 'never'}, and is dated ${dated}`);
  }),
};
