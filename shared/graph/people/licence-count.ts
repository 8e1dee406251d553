/** `assignedLicenses/$count` compared with a number. */
import type { Condition } from '../../domain/people/people-filter.ts';
import type { Value } from '../odata/conditions.ts';
import type { Operator } from '../odata/odata-filter.ts';
import { refuseOption } from '../odata/odata-tokens.ts';

type Count = Extract<Condition, { property: 'assignedLicenses' }>;

/** The condition, in a list where it is one that must not hold; undefined for what compares nothing. */
export const licenceCount = (operator: Operator, { type, text }: Value): Count | Count[] | undefined => {
  const value = Number(text);
  if (type !== 'Number' || !Number.isSafeInteger(value)) {
    return refuseOption('$filter', 'assignedLicenses/$count is compared with a whole number');
  }
  const is = (test: 'count' | 'more', number: number): Count => ({ property: 'assignedLicenses', test, value: number });
  switch (operator) {
    case 'eq':
      return is('count', value);
    case 'ne':
      return [is('count', value)];
    case 'gt':
      return is('more', value);
    case 'ge':
      return is('more', value - 1);
    case 'le':
      return [is('more', value)];
    case 'lt':
      return [is('more', value - 1)];
    default:
      return undefined;
  }
};
