/** A value of the table that a function reads once and keeps for a few seconds, for all of its requests. */
import type { Instant } from '../../domain/time.ts';

/**
 * Seconds for which a value is kept without being found to hold. Whoever writes by it has it checked all the same; so this
 * is how old the settings may be by which something is only shown.
 */
export const keptSeconds = 5;

export type Kept<Value> = {
  /** The value, read once for all who ask meanwhile; anew, when it is older than `keptSeconds`. */
  read: () => Promise<Value>;
  /** This is what the table has now, whatever was kept: found by the way. */
  hold: (value: Value) => void;
  /** The table has something else now: whoever asks next reads. */
  forget: () => void;
};

/** `now` is the time of day: a function that slept since its last request finds the value old. */
export const kept = <Value>(read: () => Promise<Value>, now: () => Instant): Kept<Value> => {
  let current: { value: Promise<Value>; since: number } | undefined;
  const keep = (value: Promise<Value>) => {
    const mine = { value, since: Date.parse(now()) };
    current = mine;
    // One that could not be read is nobody's after those who asked for it.
    value.catch(() => {
      if (current === mine) current = undefined;
    });
    return value;
  };
  return {
    read: () => {
      const age = current && Date.parse(now()) - current.since;
      // A clock that was put back says nothing of an age.
      const isYoung = age !== undefined && age >= 0 && age < keptSeconds * 1000;
      return current && isYoung ? current.value : keep(read());
    },
    hold: (value) => {
      keep(Promise.resolve(value));
    },
    forget: () => {
      current = undefined;
    },
  };
};
