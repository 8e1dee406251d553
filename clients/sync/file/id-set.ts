/** Which people a run has read already: 16 bytes each and at most as many free places again, so that a million fit. */

/** Numbers of 32 bits that an objectGUID has. */
const width = 4;

/** A set of objectGUIDs as text, by open addressing. Nobody has the one of zeros, which is a free place. */
export class IdSet {
  #slots = new Uint32Array(width * 1024);
  #size = 0;
  readonly #id = new Uint32Array(width);

  get size(): number {
    return this.#size;
  }

  /** Whether the id is new; from then on it is not. */
  add(id: string): boolean {
    if (this.#size * width * 4 >= this.#slots.length * 3) this.#grow();
    const digits = id.replaceAll('-', '');
    for (let at = 0; at < width; at += 1) this.#id[at] = Number.parseInt(digits.slice(at * 8, at * 8 + 8), 16);
    const isNew = this.#put(this.#slots, this.#id, 0);
    if (isNew) this.#size += 1;
    return isNew;
  }

  /** By index: this is done for every person, and iterators take longer than the rest. */
  #put(slots: Uint32Array, ids: Uint32Array, from: number): boolean {
    const places = slots.length / width;
    for (let place = hashed(ids, from) % places; ; place = (place + 1) % places) {
      const at = place * width;
      if (isSame(slots, at, ids, from)) return false;
      if (!isFree(slots, at)) continue;
      for (let part = 0; part < width; part += 1) slots[at + part] = ids[from + part] ?? 0;
      return true;
    }
  }

  #grow(): void {
    const grown = new Uint32Array(this.#slots.length * 2);
    for (let at = 0; at < this.#slots.length; at += width)
      if (!isFree(this.#slots, at)) this.#put(grown, this.#slots, at);
    this.#slots = grown;
  }
}

/** Ids of one directory may differ in any part: all parts count. */
const hashed = (ids: Uint32Array, from: number): number => {
  let hash = 0x9747b28c;
  for (let part = 0; part < width; part += 1)
    hash = Math.imul(hash ^ (ids[from + part] ?? 0), 0x85ebca6b) ^ (hash >>> 15);
  return (hash ^ (hash >>> 13)) >>> 0;
};

const isFree = (slots: Uint32Array, at: number): boolean =>
  slots[at] === 0 && slots[at + 1] === 0 && slots[at + 2] === 0 && slots[at + 3] === 0;

const isSame = (slots: Uint32Array, at: number, ids: Uint32Array, from: number): boolean =>
  slots[at] === ids[from] &&
  slots[at + 1] === ids[from + 1] &&
  slots[at + 2] === ids[from + 2] &&
  slots[at + 3] === ids[from + 3];
