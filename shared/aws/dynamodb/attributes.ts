/** Plain values as DynamoDB's JSON has them. */
import type { AttributeValue } from '@aws-sdk/client-dynamodb';

/** An item, a key or the values of an expression, in plain JavaScript. */
export type Plain = Record<string, unknown>;

/** Every value of an item or a key; those that are undefined are left out. */
export const attributesOf = (values: Plain): Record<string, AttributeValue> => {
  const attributes: Record<string, AttributeValue> = {};
  for (const name in values) {
    const value = values[name];
    if (value !== undefined) attributes[name] = attributeOf(value);
  }
  return attributes;
};

/** A value as DynamoDB's JSON has it. What is neither JSON, bytes nor a set of texts is a fault of ours. */
const attributeOf = (value: unknown): AttributeValue => {
  if (typeof value === 'string') return { S: value };
  if (typeof value === 'boolean') return { BOOL: value };
  if (typeof value === 'number' && Number.isFinite(value)) return { N: String(value) };
  if (value === null) return { NULL: true };
  if (Array.isArray(value)) return { L: value.filter((each) => each !== undefined).map(attributeOf) };
  // Base64 is what crosses the wire, whatever the SDK's type says.
  if (value instanceof Uint8Array) return { B: Buffer.from(value).toString('base64') as unknown as Uint8Array };
  if (value instanceof Set) return { SS: [...value] };
  if (typeof value === 'object' && !(Symbol.iterator in value)) return { M: attributesOf(value as Plain) };
  throw new TypeError(`no item can hold a ${typeof value} such as this`);
};
