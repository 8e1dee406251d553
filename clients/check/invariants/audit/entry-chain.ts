import { type AuditEntry, auditPlace } from '../../../../shared/domain/audit.ts';
import type { ChainLink, EntryMark } from '../../../../shared/domain/audit-chain.ts';
import { addDays, type Instant } from '../../../../shared/domain/time.ts';
import { hashOfEntry } from '../../../../shared/work/entry-chain.ts';
import type { Doubt, Invariant, Setting, Watch } from '../../invariant.ts';

/** A link as it was found: what the entry says of its place in the chain, and the hash of what it says in all. */
type Found = ChainLink & { hash: string };

/** What is known of somebody: the links that were found, by their places, and what the record says. */
type Chain = { links: Map<string, Found>; version?: number; newest?: EntryMark };

/**
 * From the newest entry, which the record names, each leads to the one before. A chain begins with the first entry since
 * entries are linked; entries of earlier releases stand outside. What has outlived its days ends it, and is no fault.
 */
export const entryChain: Invariant = {
  name: 'entry-chain',
  holds: "No entry of a person's audit is missing, changed or put beside the others.",
  judges: 'subject',
  watch: ({ now, policy }: Setting): Watch => {
    const chains = new Map<string, Chain>();
    const chainOf = (id: string) => {
      const chain = chains.get(id) ?? { links: new Map() };
      chains.set(id, chain);
      return chain;
    };
    const isLapsed = ({ place, days = policy.auditDays }: EntryMark) =>
      addDays((place.split('#')[0] ?? '') as Instant, days) <= now;
    return {
      see: (seen) => {
        if (seen.kind === 'person' && seen.person.newestEntry) {
          const { id, version, newestEntry: newest } = seen.person;
          Object.assign(chainOf(id), { version, newest });
        } else if (seen.kind === 'person') Object.assign(chainOf(seen.person.id), { version: seen.person.version });
        else if (seen.kind === 'audit' && seen.entry.target?.type === 'User')
          addLink(chainOf(seen.entry.target.id), seen.entry);
      },
      *doubts(): Generator<Doubt> {
        for (const [id, chain] of chains)
          for (const what of faultsOf(chain, isLapsed)) yield { about: `person ${id}`, what };
      },
      looked: () => chains.size,
    };
  },
};

const addLink = ({ links }: Chain, entry: AuditEntry): void => {
  if (entry.chain) links.set(auditPlace(entry), { ...entry.chain, hash: hashOfEntry(entry) });
};

function* faultsOf({ links, version, newest }: Chain, isLapsed: (mark: EntryMark) => boolean): Generator<string> {
  // Of who was removed the removal is the newest: audit-of-people asks for it.
  let mark = version === undefined ? lastOf(links) : newest;
  let above = version === undefined ? Number.POSITIVE_INFINITY : version + 1;
  const seen = new Set<string>();
  for (; mark; ) {
    const link = links.get(mark.place);
    if (link === undefined) {
      if (!isLapsed(mark)) yield `has lost the audit entry of ${timeOf(mark)}`;
      return;
    }
    if (link.hash !== mark.hash) return void (yield `has an audit entry of ${timeOf(mark)} that was changed`);
    if (link.version >= above) yield `has an audit entry of ${timeOf(mark)} for a version that came later`;
    seen.add(mark.place);
    [above, mark] = [link.version, link.previous];
  }
  for (const place of links.keys()) {
    if (!seen.has(place)) yield `has an audit entry of ${timeOf({ place })} beside the others`;
  }
}

const timeOf = ({ place }: Pick<EntryMark, 'place'>): string => place.split('#')[0] ?? '';

/** The newest link where no record names it. */
const lastOf = (links: ReadonlyMap<string, Found>): EntryMark | undefined => {
  const [last] = [...links].sort(([, one], [, other]) => other.version - one.version);
  return last && { place: last[0], hash: last[1].hash };
};
