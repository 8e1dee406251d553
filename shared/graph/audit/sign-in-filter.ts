/** `$filter` of sign-ins: the conditions that can be answered without reading all of them. */
import { Refused } from '../../domain/refusals.ts';
import type { SignInQuestion } from '../../work/audit/list-sign-ins.ts';
import { type Comparison, comparisonIn, conjunctsOf, pathAmong } from '../odata/conditions.ts';
import { parseFilter } from '../odata/odata-filter.ts';
import { narrows, textOf } from './range-of-places.ts';

/** What can be asked, for whoever asked for something else. */
const served =
  "one of userId eq '<id>', userPrincipalName eq '<name>' and appId eq '<id>', and createdDateTime with ge, gt, le or lt; joined by and";

const texts = { userId: 'subjectId', appId: 'subjectId', userPrincipalName: 'userName' } as const;

const paths = Object.keys(texts) as (keyof typeof texts)[];

const notServed = () => new Refused({ code: 'FilterNotServed', target: '$filter', fact: served });

/** The question that a filter asks. Throws `Refused` FilterNotServed and QueryInvalid, as that of the audit does. */
export const signInQuestion = (filter: string | undefined): SignInQuestion => {
  const question: SignInQuestion = {};
  if (filter === undefined) return question;
  for (const expression of conjunctsOf(parseFilter(filter))) {
    const comparison = comparisonIn(expression);
    if (!comparison) throw notServed();
    add(comparison, question);
  }
  return question;
};

const add = (comparison: Comparison, question: SignInQuestion): void => {
  const { operator, value } = comparison;
  if (pathAmong(comparison, ['createdDateTime']) && narrows(comparison, question)) return;
  const at = pathAmong(comparison, paths);
  const name = at && texts[at];
  if (!name || operator !== 'eq' || value.type !== 'String' || question[name] !== undefined) throw notServed();
  question[name] = textOf(value.text);
};
