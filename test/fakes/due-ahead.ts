/** What lies ahead of people, in memory. */
import { defaultPolicy, type Policy } from '../../shared/domain/policy.ts';
import { daysOf, endsAhead } from '../../shared/domain/reports/due-ends.ts';
import type { DueAhead } from '../../shared/work/reports/forecast.ts';
import { type Memory, turn } from './memory.ts';

export const fakeDueAhead = ({ people, due }: Memory, policy: Policy = defaultPolicy): DueAhead => ({
  entriesBefore: async (end, take) => {
    await turn();
    for (const [id, moment] of due) {
      const person = people.get(id);
      if (person && moment < end) take({ moment, ends: daysOf(endsAhead(person, policy)) });
    }
    return {};
  },
});
