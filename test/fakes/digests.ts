/** What is gathered for administrators, in memory: a write is refused to whoever read earlier than another wrote. */
import type { Digest, DigestKind } from '../../shared/domain/digests/digest.ts';
import type { Digests } from '../../shared/work/digests/digests.ts';
import { copy, turn } from './memory.ts';

export const fakeDigests = (): Digests & { stored: Map<DigestKind, Digest> } => {
  const stored = new Map<DigestKind, Digest>();
  const gathered = new Set<string>();
  return {
    stored,
    read: async (kind) => {
      await turn();
      return copy(stored.get(kind) ?? { kind, version: 0 });
    },
    kinds: async () => {
      await turn();
      return [...stored.keys()];
    },
    write: async (before, after, added = []) => {
      await turn();
      const known = added.filter((id) => gathered.has(`${before.kind} ${id}`));
      if (known.length > 0) return { known };
      if ((stored.get(before.kind)?.version ?? 0) !== before.version) return 'lost';
      for (const id of added) gathered.add(`${before.kind} ${id}`);
      stored.set(before.kind, copy(after));
      return 'written';
    },
  };
};
