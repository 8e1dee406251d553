/** Which user names a file has had so far, and in which row: 12 bytes a slot, at most 32 a name. */
import { hash } from 'node:crypto';
import { canonicalUserName } from '../domain/user-name.ts';

/**
 * User names by 64 bits of their hash. Two of ten million names share them with a chance of three in a million; the
 * second would be refused as a duplicate, with the row of the first, which a person can read.
 */
export class NameSet {
  #hashes = new BigUint64Array(1024);
  #rows = new Uint32Array(1024);
  #size = 0;

  /** The row that has the name already; undefined when it is new, and from then on it is that of `rowNumber`. */
  add(userName: string, rowNumber: number): number | undefined {
    if (this.#size * 4 >= this.#rows.length * 3) this.#grow();
    const name = hash('sha256', canonicalUserName(userName), 'buffer').readBigUInt64LE();
    const slot = this.#slotOf(name);
    const row = this.#rows[slot];
    if (row) return row;
    this.#hashes[slot] = name;
    this.#rows[slot] = rowNumber;
    this.#size += 1;
    return undefined;
  }

  /** The slot that holds a hash, or the free one where it belongs: the next free one after its own. */
  #slotOf(name: bigint): number {
    const last = this.#rows.length - 1;
    let slot = Number(name & BigInt(last));
    while (this.#rows[slot] && this.#hashes[slot] !== name) slot = (slot + 1) & last;
    return slot;
  }

  #grow(): void {
    const [hashes, rows] = [this.#hashes, this.#rows];
    this.#hashes = new BigUint64Array(hashes.length * 2);
    this.#rows = new Uint32Array(rows.length * 2);
    for (let old = 0; old < rows.length; old += 1) {
      if (!rows[old]) continue;
      const slot = this.#slotOf(hashes[old] ?? 0n);
      this.#hashes[slot] = hashes[old] ?? 0n;
      this.#rows[slot] = rows[old] ?? 0;
    }
  }
}
