/** What comes out of JSON: moments are texts there. */
import type { Instant } from '../../../shared/domain/time.ts';

export type OnWire<Value> = Value extends Instant
  ? string
  : Value extends readonly (infer Item)[]
    ? OnWire<Item>[]
    : Value extends object
      ? { -readonly [Key in keyof Value]: OnWire<Value[Key]> }
      : Value;
