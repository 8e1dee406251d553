import type { ImportJob } from '../../../../shared/domain/imports/import-job.ts';
import type { Sku } from '../../../../shared/domain/licences/licences.ts';
import type { Doubt, Invariant, Watch } from '../../invariant.ts';
import type { Seen } from '../../state/seen.ts';

/**
 * Seats that are free, held, or reserved and not yet taken are all that were bought. What the rows of a running import
 * took of its reserved seats is given to their holders when it ends, so that until then both count them.
 */
export const seats: Invariant = {
  name: 'seats',
  holds: 'Of every licence the free, reserved and held seats are those that were bought: none is given twice or lost.',
  judges: 'whole',
  watch: (): Watch => {
    const licences = new Map<string, Sku>();
    const holders = new Map<string, number>();
    const jobs = new Map<string, ImportJob>();
    /** Seats that rows took, by import and licence. */
    const taken = new Map<string, number>();
    const plans = new Set<string>();
    const count = (sums: Map<string, number>, name: string, n: number) => sums.set(name, (sums.get(name) ?? 0) + n);

    const see = (seen: Seen): void => {
      if (seen.kind === 'licence') licences.set(seen.sku.skuId, seen.sku);
      else if (seen.kind === 'plans') plans.add(seen.skuId);
      else if (seen.kind === 'job' && holdsSeats(seen.job)) jobs.set(seen.job.id, seen.job);
      else if (seen.kind === 'counter') {
        for (const [name, n] of Object.entries(seen.item)) {
          if (name.startsWith('seats/')) count(taken, `${seen.importId}/${name.slice('seats/'.length)}`, Number(n));
        }
      } else if (seen.kind === 'person') {
        for (const { skuId } of seen.person.assignedLicenses) count(holders, skuId, 1);
      }
    };

    const reservedBy = (skuId: string) => {
      let [reserved, used] = [0, 0];
      for (const { id, seats: granted, seatsBefore = {} } of jobs.values()) {
        for (const plan of granted) if (plan.skuId === skuId) reserved += plan.granted;
        used += (taken.get(`${id}/${skuId}`) ?? 0) - (seatsBefore[skuId] ?? 0);
      }
      return { reserved, used };
    };

    function* doubts(): Generator<Doubt> {
      for (const skuId of new Set([...holders.keys(), ...plans])) {
        if (!licences.has(skuId)) {
          yield {
            about: `licence ${skuId}`,
            what: `is held by ${holders.get(skuId) ?? 0} people, and there is none of that id`,
          };
        }
      }
      for (const sku of licences.values()) {
        const open = reservedBy(sku.skuId);
        const what = faultOf(sku, holders.get(sku.skuId) ?? 0, open);
        if (what !== undefined) yield { about: `licence ${sku.skuId}`, what };
      }
    }
    return { see, doubts, looked: () => licences.size };
  },
};

/** Whether an import has its seats in hand: from its plan to its end. */
const holdsSeats = ({ stage, options }: ImportJob): boolean =>
  !options.dryRun && (stage === 'sending' || stage === 'provisioning');

const faultOf = (
  { enabled, free, reserved }: Sku,
  holders: number,
  open: { reserved: number; used: number },
): string | undefined => {
  if (free < 0 || reserved < 0) return `has ${free} seats free and ${reserved} reserved`;
  if (holders > enabled) return `is held by ${holders} people, and has ${enabled} seats`;
  if (reserved !== open.reserved) return `has ${reserved} seats reserved, and imports hold ${open.reserved}`;
  const lost = enabled - free - reserved - (holders - open.used);
  if (lost === 0) return undefined;
  return `has ${enabled} seats, of which ${holders} are held, ${free} free and ${reserved - open.used} still reserved`;
};
