/** How much of the audit fits an answer. */
import type { AuditEntry } from '../../domain/audit.ts';

/** Bytes of a page as JSON at most: Lambda answers with 6 MB, and quotes within Graph's values are escaped. */
const maxBytes = 2_000_000;

/** How many of the entries fit, in their order, but one at least. */
export const countWithin = (entries: readonly AuditEntry[]): number => {
  let bytes = 0;
  const over = entries.findIndex((entry) => {
    bytes += Buffer.byteLength(JSON.stringify(entry));
    return bytes > maxBytes;
  });
  return over === -1 ? entries.length : Math.max(over, 1);
};
