/** Templates of new people in memory. A write looks at its condition first, and writes all or nothing. */
import type { AuditEntry } from '../../shared/domain/audit.ts';
import { mostTemplates, type UserTemplate } from '../../shared/domain/settings/user-template.ts';
import type { UserTemplates } from '../../shared/work/settings/user-templates.ts';
import { copy, turn } from './memory.ts';

export const fakeTemplates = (audit: AuditEntry[]): UserTemplates => {
  const all = new Map<string, UserTemplate>();
  return {
    list: async () => {
      await turn();
      return copy([...all.values()]);
    },
    read: async (id) => {
      await turn();
      return copy(all.get(id));
    },
    write: async ({ before, after, audit: entry }) => {
      await turn();
      const id = (before ?? after)?.id ?? '';
      if (all.get(id)?.version !== before?.version) return 'stale';
      if (!before && all.size >= mostTemplates) return 'full';
      if (after) all.set(id, copy(after));
      else all.delete(id);
      audit.push(copy(entry));
      return 'written';
    },
  };
};
