/** Which people a run has read already: 16 bytes each, at most 43 with the free places, so that a million fit. */
import { guidBytes } from '../directory/guid.ts';

/** A set of objectGUIDs in one piece of memory, by open addressing. */
export class IdSet {
  #slots = new BigUint64Array(2 * 1024);
  #size = 0;

  get size(): number {
    return this.#size;
  }

  /** Whether the id is new; from then on it is not. */
  add(id: string): boolean {
    if (this.#size * 4 >= (this.#slots.length / 2) * 3) this.#grow();
    const bytes = guidBytes(id);
    const isNew = this.#put(bytes.readBigUInt64LE(0), bytes.readBigUInt64LE(8));
    if (isNew) this.#size += 1;
    return isNew;
  }

  /** Nobody has the id of zeros, which is a free place. */
  #put(high: bigint, low: bigint): boolean {
    const places = this.#slots.length / 2;
    for (let place = Number((high ^ low) % BigInt(places)); ; place = (place + 1) % places) {
      const [there, beside] = [this.#slots[place * 2], this.#slots[place * 2 + 1]];
      if (there === high && beside === low) return false;
      if (there !== 0n || beside !== 0n) continue;
      this.#slots[place * 2] = high;
      this.#slots[place * 2 + 1] = low;
      return true;
    }
  }

  #grow(): void {
    const before = this.#slots;
    this.#slots = new BigUint64Array(before.length * 2);
    for (let at = 0; at < before.length; at += 2) {
      const [high = 0n, low = 0n] = [before[at], before[at + 1]];
      if (high !== 0n || low !== 0n) this.#put(high, low);
    }
  }
}
