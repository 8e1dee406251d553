/** `$filter` of sign-ins: the conditions that can be answered without reading all of them. */
import { Refused } from '../../domain/refusals.ts';
import type { SignInQuestion } from '../../work/audit/list-sign-ins.ts';
import { type Comparison, comparisonIn, conjunctsOf } from '../odata/conditions.ts';
import { parseFilter } from '../odata/odata-filter.ts';
import { narrows, textOf } from './range-of-places.ts';

/** What can be asked, for whoever asked for something else. */
const served =
  "one of userId eq '<id>', userPrincipalName eq '<name>' and appId eq '<id>', and createdDateTime with ge, gt, le or lt; joined by and";

const texts = { userId: 'subjectId', appId: 'subjectId', userPrincipalName: 'userName' } as const;

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
  const { path, operator, value } = comparison;
  const at = path.join('/');
  if (at === 'createdDateTime' && narrows(comparison, question)) return;
  const name = Object.hasOwn(texts, at) ? texts[at as keyof typeof texts] : undefined;
  if (!name || operator !== 'eq' || value.type !== 'String' || question[name] !== undefined) throw notServed();
  question[name] = textOf(value.text);
};
