/** Hands out an import's reserved seats in the order of its rows. */
import type { SeatPlan } from '../../../domain/imports/import-job.ts';
import type { SeatPolicy } from '../../../domain/imports/import-options.ts';
import type { CheckedRow } from '../plan/check-rows.ts';
import { RowBitmap } from '../sets/row-bitmap.ts';
import type { ChunkRow } from './chunk-cutter.ts';

/** A licence's seats as the plan has them: how many are left, and which rows need none. */
type Seats = { left: number; skuPartNumber: string; exempt: RowBitmap | undefined };

/** The same plan and rows give the same rows their seats, however often they are read. */
export class SeatAllocator {
  readonly #seats: Map<string, Seats>;
  readonly #policy: SeatPolicy;

  /** `left` says how many seats there are left where earlier rows have had theirs. */
  constructor(
    plans: readonly SeatPlan[],
    exempt: ReadonlyMap<string, RowBitmap>,
    policy: SeatPolicy,
    left: Readonly<Record<string, number>> = {},
  ) {
    this.#policy = policy;
    this.#seats = new Map(
      plans.map(({ skuId, skuPartNumber, granted }) => [
        skuId,
        { left: left[skuId] ?? granted, skuPartNumber, exempt: exempt.get(skuId) },
      ]),
    );
  }

  /** The seats that are left of each licence. */
  left(): Record<string, number> {
    return Object.fromEntries([...this.#seats].map(([skuId, { left }]) => [skuId, left]));
  }

  /** The row with the licences that it gets no seat of; where it must have all of them, it is refused and takes none. */
  take(row: CheckedRow): ChunkRow {
    const skuIds = row.draft?.skuIds ?? [];
    if (skuIds.length === 0) return row;
    const needed = skuIds.filter((skuId) => !this.#seats.get(skuId)?.exempt?.has(row.rowNumber));
    const missing = needed.filter((skuId) => (this.#seats.get(skuId)?.left ?? 0) < 1);
    if (missing.length > 0 && this.#policy === 'reject') {
      const { rowNumber, userPrincipalName } = row;
      const target = this.#seats.get(missing[0] ?? '')?.skuPartNumber ?? 'assignedLicenses';
      return { rowNumber, userPrincipalName, refusal: { code: 'NoSeatForRow', target } };
    }
    for (const skuId of needed) {
      const seats = this.#seats.get(skuId);
      if (seats && !missing.includes(skuId)) seats.left -= 1;
    }
    // Whoever was found to hold a licence has no seat set aside, should that have changed.
    const exempt = skuIds.filter((skuId) => !needed.includes(skuId));
    const short = [...missing, ...exempt];
    return short.length > 0 ? { ...row, short } : row;
  }
}

/** The sets of rows that a plan's licences name. */
export const exemptRows = async (
  plans: readonly SeatPlan[],
  rowSet: (name: string) => Promise<Uint8Array>,
): Promise<Map<string, RowBitmap>> => {
  const sets = new Map<string, RowBitmap>();
  for (const { skuId, exempt } of plans) {
    if (exempt !== undefined) sets.set(skuId, RowBitmap.decode(await rowSet(exempt)));
  }
  return sets;
};
