/** Values as texts of cells. */

/** An object with properties. */
export type Item = Readonly<Record<string, unknown>>;

/** Whether a value has properties that can be columns. */
export const isItem = (value: unknown): value is Item =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The value of a property, which may be the name of a whole property or lie deeper (`mailbox.state`). */
export const valueAt = (item: Item, path: string): unknown => {
  if (Object.hasOwn(item, path)) return item[path];
  return path
    .split('.')
    .reduce<unknown>((at, name) => (isItem(at) && Object.hasOwn(at, name) ? at[name] : undefined), item);
};

/** How an object is called, by the first of these that it has. */
const naming = ['skuPartNumber', 'userPrincipalName', 'displayName', 'name', 'skuId', 'id'];

/** One text: lists with `; ` between, objects in them by what they are called. */
export const cellOf = (value: unknown): string => {
  if (value === null || value === undefined) return '';
  if (Array.isArray(value)) return value.map((item) => (isItem(item) ? nameOf(item) : cellOf(item))).join('; ');
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
};

const nameOf = (item: Item): string => {
  const found = naming.find((name) => typeof item[name] === 'string');
  return found === undefined ? JSON.stringify(item) : String(item[found]);
};
