/** The audit in memory. */
import { auditPlace } from '../../shared/domain/audit.ts';
import type { Audits } from '../../shared/work/audit/audits.ts';
import { byText, copy, keyOf, type Memory, turn } from './memory.ts';

export const fakeAudits = ({ audit }: Memory): Audits => ({
  page: async ({ of, top, from, before }) => {
    await turn();
    if (keyOf(from) > keyOf(before)) throw new Error('ValidationException: the range ends before it begins');
    const found = audit
      .filter((entry) => {
        const place = auditPlace(entry);
        if (place < from || place >= before) return false;
        if (of.kind === 'everything') return true;
        return of.id === (of.kind === 'target' ? entry.target.id : entry.initiatedBy.id);
      })
      .sort((one, other) => byText(auditPlace(other), auditPlace(one)));
    const last = found.length > top ? found[top - 1] : undefined;
    return { entries: copy(found.slice(0, top)), ...(last && { next: auditPlace(last) }) };
  },
  readEach: async (addresses) => {
    await turn();
    return copy(
      audit.filter((one) =>
        addresses.some(
          ({ target, place }) =>
            auditPlace(one) === place && one.target.id === target.id && one.target.type === target.type,
        ),
      ),
    );
  },
  read: async ({ target, place }) => {
    await turn();
    keyOf(target.id);
    return copy(
      audit.find((one) => auditPlace(one) === place && one.target.id === target.id && one.target.type === target.type),
    );
  },
});
