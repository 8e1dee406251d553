/** Items that came over the wire, in plain JavaScript. */
import type { Plain } from './attributes.ts';

/** An attribute as it crosses the wire: numbers are texts, and bytes are base64. */
export type WireValue = Readonly<Record<string, unknown>>;

/** The plain item of one that came over the wire. */
export const plainOf = (attributes: Record<string, WireValue>): Plain =>
  Object.fromEntries(Object.entries(attributes).map(([name, attribute]) => [name, plainValueOf(attribute)]));

const plainValueOf = (attribute: WireValue): unknown => {
  const [kind = '', value] = Object.entries(attribute)[0] ?? [];
  switch (kind) {
    case 'S':
    case 'BOOL':
      return value;
    case 'N':
      return Number(value);
    case 'NULL':
      return null;
    case 'L':
      return (value as WireValue[]).map(plainValueOf);
    case 'M':
      return plainOf(value as Record<string, WireValue>);
    case 'B':
      return new Uint8Array(Buffer.from(value as string, 'base64'));
    case 'SS':
      return new Set(value as string[]);
    default:
      throw new TypeError(`an attribute of the kind ${kind} is none that is written here`);
  }
};
