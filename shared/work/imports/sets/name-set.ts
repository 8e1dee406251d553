/** Which names, of people or keys, a file has had so far, each with its row or another number: 12 bytes a slot, at most 32 a name. */
import { canonicalUserName } from '../../../domain/user-name.ts';
import { hashInto } from './name-hash.ts';

/**
 * Names by 64 bits of their hash. Two of ten million names share them with a chance of three in a million; the
 * second would be refused as a duplicate, with the row of the first, which a person can read.
 */
export class NameSet {
  /** Both halves of each slot's hash. */
  #hashes = new Uint32Array(2048);
  #rows = new Uint32Array(1024);
  #size = 0;
  readonly #name = new Uint32Array(2);
  readonly #canonical: (name: string) => string;

  /** Names are compared in the form that `canonical` gives them; without it they are user names. */
  constructor(canonical: (name: string) => string = canonicalUserName) {
    this.#canonical = canonical;
  }

  /** The row that has the name already; undefined when it is new, and from then on it is that of `rowNumber`. */
  add(userName: string, rowNumber: number): number | undefined {
    const row = this.numberOf(userName);
    if (row === undefined) this.set(userName, rowNumber);
    return row;
  }

  /** The number that was given to a name; undefined when it has none. */
  numberOf(userName: string): number | undefined {
    return this.#rows[this.#find(userName)] || undefined;
  }

  /** Gives a name a number from 1 on, in the place of one that it has. */
  set(userName: string, number: number): void {
    if (this.#size * 4 >= this.#rows.length * 3) this.#grow();
    const slot = this.#find(userName);
    if (!this.#rows[slot]) this.#size += 1;
    // By index: this is done for every row, and an iterator takes longer than the rest.
    this.#put(slot, this.#name[0] ?? 0, this.#name[1] ?? 0, number);
  }

  /** The slot of a name, whose hash is in `#name` from then on. */
  #find(userName: string): number {
    hashInto(this.#name, this.#canonical(userName));
    return this.#slotOf(this.#name[0] ?? 0, this.#name[1] ?? 0);
  }

  /** The slot that holds a hash, or the free one where it belongs: the next free one after its own. */
  #slotOf(high: number, low: number): number {
    const hashes = this.#hashes;
    const rows = this.#rows;
    const last = rows.length - 1;
    let slot = low & last;
    while (rows[slot] && (hashes[2 * slot] !== high || hashes[2 * slot + 1] !== low)) slot = (slot + 1) & last;
    return slot;
  }

  #put(slot: number, high: number, low: number, row: number): void {
    this.#hashes[2 * slot] = high;
    this.#hashes[2 * slot + 1] = low;
    this.#rows[slot] = row;
  }

  #grow(): void {
    const [hashes, rows] = [this.#hashes, this.#rows];
    this.#hashes = new Uint32Array(hashes.length * 2);
    this.#rows = new Uint32Array(rows.length * 2);
    for (let old = 0; old < rows.length; old += 1) {
      const row = rows[old] ?? 0;
      if (row === 0) continue;
      const high = hashes[2 * old] ?? 0;
      const low = hashes[2 * old + 1] ?? 0;
      this.#put(this.#slotOf(high, low), high, low, row);
    }
  }
}
