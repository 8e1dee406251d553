/** What `$filter` asks of passwords, mailboxes and credential mails. */

import { deliveryStatuses } from '../../domain/credentials/mail-delivery.ts';
import { passwordStates } from '../../domain/passwords/password-terms.ts';
import type { Condition } from '../../domain/people/people-filter.ts';
import type { Policy } from '../../domain/policy.ts';
import type { EndKind } from '../../domain/reports/due-ends.ts';
import { type Instant, instant } from '../../domain/time.ts';
import type { Value } from '../odata/conditions.ts';
import type { Operator } from '../odata/odata-filter.ts';
import { refuseOption } from '../odata/odata-tokens.ts';

const mailboxStates = ['active', 'grace', 'disabled'] as const;

/** Moments at which something ends, by the path of the property. */
const ends: Readonly<Record<string, EndKind>> = {
  passwordexpiresdatetime: 'password',
  temporarypasswordexpiresdatetime: 'temporaryPassword',
  'mailbox/graceendsdatetime': 'grace',
};

/** The paths that `recordCondition` knows, as a filter may name them. */
export const isOfRecord = (path: readonly string[]): boolean => {
  const name = path.join('/').toLowerCase();
  return (
    name in ends ||
    ['passwordstate', 'mailbox/state', 'credentialmail/deliverystatus', 'deleteddatetime'].includes(name)
  );
};

/** The condition of such a path; undefined where it is not served with this operator. */
export const recordCondition = (
  path: readonly string[],
  operator: Operator,
  value: Value,
  policy: Policy,
): Condition | undefined => {
  const name = path.join('/').toLowerCase();
  const of = ends[name];
  if (of !== undefined || name === 'deleteddatetime') {
    const limit = limitOf(operator, value);
    if (limit === undefined) return undefined;
    return of === undefined ? { property: 'deletedDateTime', ...limit } : { property: 'end', of, ...limit, policy };
  }
  if (operator !== 'eq') return undefined;
  if (name === 'passwordstate') {
    return { property: 'passwordState', test: 'eq', value: oneOf(passwordStates, 'passwordState', value) };
  }
  if (name === 'mailbox/state') {
    const state = value.type === 'Null' ? null : oneOf(mailboxStates, 'mailbox/state', value);
    return { property: 'mailboxState', test: 'eq', value: state };
  }
  return { property: 'deliveryStatus', test: 'eq', value: oneOf(deliveryStatuses, 'deliveryStatus', value) };
};

const oneOf = <const Name extends string>(names: readonly Name[], property: string, { text }: Value): Name =>
  names.find((name) => name.toLowerCase() === text.toLowerCase()) ??
  refuseOption('$filter', `${property} is one of ${names.join(', ')}`);

/** The end of a range that a comparison means, included. `ne null` is any moment at all. */
const limitOf = (operator: Operator, { type, text }: Value): { test: 'from' | 'until'; value: Instant } | undefined => {
  if (type === 'Null') return operator === 'ne' ? { test: 'from', value: instant(0) } : undefined;
  if (type !== 'DateTime') return refuseOption('$filter', 'it is compared with a moment, such as 2026-01-31T09:00:00Z');
  const at = new Date(text).getTime();
  if (Number.isNaN(at)) return refuseOption('$filter', `${text} is no moment`);
  const limits = { ge: ['from', 0], gt: ['from', 1], le: ['until', 0], lt: ['until', -1] } as const;
  const limit = Object.hasOwn(limits, operator) ? limits[operator as keyof typeof limits] : undefined;
  return limit && { test: limit[0], value: instant(at + limit[1]) };
};
