/** An item as DynamoDB's own export writes it (DYNAMODB_JSON): `{"Item":{...}}`, with bytes in base64, one to a line. */
import type { AttributeValue } from '@aws-sdk/client-dynamodb';

/** An item with its types, as the service sends it. */
export type TypedItem = Record<string, AttributeValue>;

/** The line of an item, with its end. */
export const lineOf = (item: TypedItem): string => `${JSON.stringify({ Item: item }, withBase64)}\n`;

/** Asked with what an object holds, since a Buffer has become something else by the time that a value is shown. */
function withBase64(this: Record<string, unknown>, name: string, value: unknown): unknown {
  const held = this[name];
  return held instanceof Uint8Array ? Buffer.from(held).toString('base64') : value;
}

/** The item of a line. Throws an Error for a line that is none. */
export const itemOf = (line: string): TypedItem => {
  const { Item } = JSON.parse(line) as { Item?: Record<string, unknown> };
  if (typeof Item?.pk !== 'object' || typeof Item.sk !== 'object') throw new Error('a line holds no item of Muster');
  return Object.fromEntries(Object.entries(Item).map(([name, value]) => [name, withBytes(value)]));
};

const bytesOf = (text: unknown): Uint8Array => Buffer.from(String(text), 'base64');

/** Only what a type says is base64: a text that looks like it is a text. */
const withBytes = (value: unknown): AttributeValue => {
  const [[type, content] = []] = Object.entries(value as object);
  switch (type) {
    case 'B':
      return { B: bytesOf(content) };
    case 'BS':
      return { BS: (content as unknown[]).map(bytesOf) };
    case 'L':
      return { L: (content as unknown[]).map(withBytes) };
    case 'M':
      return {
        M: Object.fromEntries(Object.entries(content as object).map(([name, one]) => [name, withBytes(one)])),
      };
    default:
      return value as AttributeValue;
  }
};
