/** A value of the table that a function reads once and keeps for a few seconds, for all of its requests. */
import type { Instant } from '../../domain/time.ts';

/**
 * Seconds for which a value is kept after it was read, or found to hold. Whoever writes by it has it checked all the same;
 * so this is how old the settings may be by which something is only shown.
 */
export const keptSeconds = 5;

export type Kept<Value> = {
  /** The value, read once for all who ask meanwhile; anew, when it is older than `keptSeconds`. */
  read: () => Promise<Value>;
  /** This value was found to hold now. */
  confirm: (value: Value) => void;
  /** The table has this now, whatever was kept. */
  replace: (value: Value) => void;
  /** The table has something else now: whoever asks next reads. */
  forget: () => void;
};

type Held<Value> = { value: Promise<Value>; since: number; read?: Value };

/** `now` is the time of day: a function that slept since its last request finds the value old. */
export const kept = <Value>(read: () => Promise<Value>, now: () => Instant): Kept<Value> => {
  const time = () => Date.parse(now());
  let held: Held<Value> | undefined;
  const hold = (value: Promise<Value>): Promise<Value> => {
    const mine: Held<Value> = { value, since: time() };
    held = mine;
    value.then(
      (known) => {
        mine.read = known;
      },
      // One that could not be read is nobody's after those who asked for it.
      () => {
        if (held === mine) held = undefined;
      },
    );
    return value;
  };
  return {
    read: () => {
      const age = held ? time() - held.since : Number.NaN;
      // A clock that was put back says nothing of an age.
      return held && age >= 0 && age < keptSeconds * 1000 ? held.value : hold(read());
    },
    confirm: (value) => {
      if (held?.read === value) held.since = time();
    },
    replace: (value) => {
      hold(Promise.resolve(value));
    },
    forget: () => {
      held = undefined;
    },
  };
};
