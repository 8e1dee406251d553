/** Reading no faster than it may, so that whoever uses the system does not feel it. */
import { setTimeout as sleep } from 'node:timers/promises';

/** Counts read units, and waits where they would be more than so many a second. */
export class Pace {
  /** Read units that were used so far. */
  used = 0;
  readonly #unitsPerSecond: number;
  readonly #began = performance.now();

  /** `unitsPerSecond` 0 is as fast as it goes. */
  constructor(unitsPerSecond: number) {
    this.#unitsPerSecond = unitsPerSecond;
  }

  /** Counts what a call has used; resolves when the next one may be made. */
  async take(units = 0): Promise<void> {
    this.used += units;
    if (this.#unitsPerSecond === 0) return;
    const due = this.#began + (this.used / this.#unitsPerSecond) * 1000;
    const early = due - performance.now();
    if (early > 0) await sleep(early);
  }
}
