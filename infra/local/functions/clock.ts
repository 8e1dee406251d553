/** The time that functions see: the machine's, moved by what the control address was told. */
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';

/** Milliseconds by which time is moved, shared with every worker. */
export type SharedOffset = Float64Array<SharedArrayBuffer>;

/** The clock of the local engine. */
export type Clock = {
  shared: SharedOffset;
  now: () => Date;
  isMoved: () => boolean;
  /** Moves time so that it is `moment` now; undefined puts it back to the machine's. */
  move: (moment: Date | undefined) => void;
};

/** A clock that stays moved over restarts, because what was written at a moved time has to stay in the past. */
export const createClock = (file: string): Clock => {
  const shared: SharedOffset = new Float64Array(new SharedArrayBuffer(Float64Array.BYTES_PER_ELEMENT));
  shared[0] = existsSync(file) ? Number(readFileSync(file, 'utf8')) || 0 : 0;
  const offset = () => shared[0] ?? 0;
  return {
    shared,
    now: () => new Date(Date.now() + offset()),
    isMoved: () => offset() !== 0,
    move: (moment) => {
      shared[0] = moment === undefined ? 0 : moment.getTime() - Date.now();
      if (moment === undefined) rmSync(file, { force: true });
      else writeFileSync(file, String(offset()));
    },
  };
};

/** Makes this thread's Date tell the moved time. Only a function's worker does this. */
export const moveDates = (shared: SharedOffset): void => {
  const machineNow = Date.now;
  const now = () => Math.round(machineNow() + (shared[0] ?? 0));
  Date.now = now;
  globalThis.Date = new Proxy(Date, {
    construct: (target, values, newTarget) =>
      Reflect.construct(target, values.length === 0 ? [now()] : values, newTarget),
    apply: (target) => new target(now()).toString(),
  });
};
