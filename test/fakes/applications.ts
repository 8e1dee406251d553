/** Applications in memory. A write looks at its condition first, and writes all or nothing. */
import type { Application } from '../../shared/domain/access/application.ts';
import type { AuditEntry } from '../../shared/domain/audit.ts';
import type { Applications } from '../../shared/work/access/applications.ts';
import { byText, copy, keyOf, turn } from './memory.ts';

export const fakeApplications = (audit: AuditEntry[] = []): Applications & { audit: AuditEntry[] } => {
  const all = new Map<string, Application>();
  const placeOf = ({ createdDateTime, id }: Application) => `${createdDateTime}#${id}`;
  return {
    audit,
    read: async (id) => {
      await turn();
      return copy(all.get(keyOf(id)));
    },
    list: async ({ top, after = '' }) => {
      await turn();
      const open = [...all.values()].filter((one) => placeOf(one) > after);
      const sorted = open.sort((one, other) => byText(placeOf(one), placeOf(other)));
      const page = copy(sorted.slice(0, top));
      const last = page.at(-1);
      return { applications: page, ...(sorted.length > top && last && { next: placeOf(last) }) };
    },
    write: async ({ before, after, audit: entry }) => {
      await turn();
      const id = (before ?? after)?.id ?? '';
      if (all.get(id)?.version !== before?.version) return 'stale';
      if (after) all.set(id, copy({ ...after, version: before ? before.version + 1 : after.version }));
      else all.delete(id);
      audit.push(copy(entry));
      return 'written';
    },
  };
};
