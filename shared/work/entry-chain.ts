/**
 * A person's audit entries as a chain: each names the version of the person that its change made and the entry before it,
 * and the person's record names the newest. One that is missing, changed or overwritten is found by the next one; a step
 * that leaves no entry (a mail's lease, say) raises the version and not the chain. Whoever can write a person and put
 * entries could write the whole chain anew from there on: it shows what was done by anybody else, or by less.
 */
import { hash } from 'node:crypto';
import { type AuditEntry, auditPlace } from '../domain/audit.ts';
import type { EntryMark } from '../domain/audit-chain.ts';
import type { Person } from '../domain/person.ts';

type Linked = { person: Person | undefined; entries: AuditEntry[] };

/**
 * The person after a change, and its entries, linked to those before; `after` is absent when the person is removed. The
 * first entry of a chain names none before it: so does a birth, and the first change of whoever came from a file or from
 * an earlier release. The birth that is told when such a person is removed belongs to no chain, since it comes last; a
 * deletion that the record told of until now takes its place before the change that tells it.
 */
export const linked = (
  before: Person | undefined,
  after: Person | undefined,
  entries: readonly AuditEntry[],
): Linked => {
  const version = before ? before.version + 1 : (after?.version ?? 1);
  let newest = before?.newestEntry;
  const links = entries.map((entry) => {
    if (before && entry.id === entry.target.id) return entry;
    const isOfBefore = before && entry.id === before.deleted?.entry?.id;
    const chain = { version: isOfBefore ? before.version : version, ...(newest && { previous: newest }) };
    const link = { ...entry, chain };
    newest = markOf(link);
    return link;
  });
  return { person: after && { ...after, ...(newest && { newestEntry: newest }) }, entries: links };
};

/** What the next entry, and the person, know of an entry. */
export const markOf = (entry: AuditEntry): EntryMark => ({ place: auditPlace(entry), hash: hashOfEntry(entry) });

/** The mark as it is kept: the entry that was written by this policy stays for so many days, whatever is set later. */
export const keptMark = (mark: EntryMark, { auditDays }: { auditDays: number }): EntryMark => ({
  days: auditDays,
  ...mark,
});

/** 132 bits of an entry's content, the same however its properties are ordered. */
export const hashOfEntry = (entry: AuditEntry): string =>
  hash('sha256', JSON.stringify(sorted(JSON.parse(JSON.stringify(entry)))), 'base64url').slice(0, 22);

const sorted = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .sort(([one], [other]) => (one < other ? -1 : 1))
      .map(([name, part]) => [name, sorted(part)]),
  );
};
