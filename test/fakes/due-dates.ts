/** The due index in memory, as `fakeDirectory` writes it with each person. */
import { nextDue } from '../../shared/domain/enforcement/next-due.ts';
import { defaultPolicy, type Policy } from '../../shared/domain/policy.ts';
import { canonicalUserName, domainOf } from '../../shared/domain/user-name.ts';
import type { DatedPerson, DueDates } from '../../shared/work/enforcement/recompute-due-dates.ts';
import { byText, copy, keyOf, type Memory, turn } from './memory.ts';

/** Names fall into shards by some rule; which one is nobody's business. */
const shardOf = (name: string): number => [...name].reduce((sum, letter) => sum + letter.charCodeAt(0), 0) % 16;

export const fakeDueDates = ({ people, names, due }: Memory, policy: Policy = defaultPolicy): DueDates => ({
  datedPeople: async ({ shard, top, after = '!', domain }) => {
    await turn();
    const open = [...names.keys()].filter((name) => shardOf(name) === shard && name > keyOf(after)).sort(byText);
    const page = open.slice(0, top);
    const found = page
      .filter((name) => domain === undefined || domainOf(canonicalUserName(name)) === domain)
      .flatMap((name): DatedPerson[] => {
        const person = people.get(names.get(name) ?? '');
        const dueAt = person && due.get(person.id);
        return person ? [{ person: copy(person), ...(dueAt && { dueAt }) }] : [];
      });
    const last = open.length > top ? page.at(-1) : undefined;
    return { people: found, ...(last !== undefined && { next: last }) };
  },
  dateEarlier: async (person) => {
    await turn();
    const at = nextDue(person, policy);
    if (!at || people.get(person.id)?.version !== person.version || (due.get(person.id) ?? '~') <= at) return false;
    due.set(person.id, at);
    return true;
  },
  putOff: async (id, now, until) => {
    await turn();
    if ((due.get(id) ?? '~') <= now) due.set(id, until);
  },
});
