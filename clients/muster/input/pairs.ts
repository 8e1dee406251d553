/** Properties as they are written on a command line and in CSV: `department=Sales`, with dots where one lies deeper. */
import { usageFault } from '../fault.ts';

/** Properties of which each cell is a list, with `;` between its items. */
const listed = new Set(['businessPhones', 'otherMails', 'roles', 'technicalNotificationMails']);

/** Properties that are whole numbers. */
const counted = new Set(['passwordValidityPeriodInDays', 'passwordNotificationWindowInDays']);

/** Properties that are true or false. */
const decided = new Set(['accountEnabled', 'passwordProfile.forceChangePasswordNextSignIn', 'isDefault']);

/** The value of a text. An empty one empties the property, where that is asked for; licences are given by id. */
const asValue = (name: string, text: string): unknown => {
  if (name === 'assignedLicenses') return itemsIn(text).map((skuId) => ({ skuId }));
  if (listed.has(name)) return itemsIn(text);
  // What is true or false, and a password, cannot be emptied: an empty cell leaves it as it is.
  if (text === '') return decided.has(name) || name.startsWith('passwordProfile.') ? undefined : null;
  if (counted.has(name) && /^\d+$/.test(text)) return Number(text);
  return decided.has(name) && /^(true|false)$/i.test(text) ? text.toLowerCase() === 'true' : text;
};

const itemsIn = (text: string): string[] =>
  text
    .split(';')
    .map((item) => item.trim())
    .filter((item) => item !== '');

/** A body of properties. Names with dots make objects; no name reaches what every object has. */
export const bodyOf = (pairs: Iterable<readonly [string, string]>): Record<string, unknown> => {
  const body: Record<string, unknown> = Object.create(null);
  for (const [name, text] of pairs) {
    const value = asValue(name, text);
    if (value === undefined) continue;
    const path = name.split('.');
    const last = path.pop() ?? '';
    let at = body;
    for (const part of path) {
      at[part] ??= Object.create(null);
      if (typeof at[part] !== 'object') throw usageFault(`${name} lies in ${part}, which has a value of its own.`);
      at = at[part] as Record<string, unknown>;
    }
    at[last] = value;
  }
  return body;
};

/** The body that arguments ask for. Throws a Fault (usage) for one that is no pair. */
export const bodyOfPairs = (pairs: readonly string[]): Record<string, unknown> =>
  bodyOf(
    pairs.map((pair) => {
      const at = pair.indexOf('=');
      if (at < 1) throw usageFault(`${pair} is no pair such as department=Sales.`);
      return [pair.slice(0, at), pair.slice(at + 1)] as const;
    }),
  );
