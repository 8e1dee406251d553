/** `$filter` of the audit: the conditions that can be answered without reading all of it. */
import { Refused } from '../../domain/refusals.ts';
import type { AuditQuestion } from '../../work/audit/list-audits.ts';
import { anyComparisonIn, type Comparison, comparisonIn, conjunctsOf, pathAmong } from '../odata/conditions.ts';
import { parseFilter } from '../odata/odata-filter.ts';
import { narrows, textOf } from './range-of-places.ts';

/** What can be asked, for whoever asked for something else. */
const served =
  "targetResources/any(t:t/id eq '<id>'), initiatedBy/user/id eq '<id>', initiatedBy/app/appId eq '<id>', " +
  "correlationId eq '<id of an import>', " +
  "activityDateTime with ge, gt, le or lt, and beside one of these activityDisplayName eq '<name>'; joined by and";

/** Where each part of a question is found in a filter. */
const texts = {
  'targetResources/any()/id': 'target',
  'initiatedBy/user/id': 'user',
  'initiatedBy/app/appId': 'app',
  correlationId: 'correlation',
  activityDisplayName: 'activity',
} as const;

const paths = Object.keys(texts) as (keyof typeof texts)[];

const notServed = () => new Refused({ code: 'FilterNotServed', target: '$filter', fact: served });

/**
 * The question that a filter asks. Throws `Refused` FilterNotServed for whatever else OData knows, QueryInvalid for a
 * moment or text that is none, and for what is no OData.
 */
export const auditQuestion = (filter: string | undefined): AuditQuestion => {
  if (filter === undefined) return {};
  const question: AuditQuestion = {};
  for (const expression of conjunctsOf(parseFilter(filter))) {
    const comparison = comparisonIn(expression) ?? anyComparisonIn(expression);
    if (!comparison) throw notServed();
    add(comparison, question);
  }
  if (Object.keys(question).join() === 'activity') throw notServed();
  return question;
};

const add = (comparison: Comparison, question: AuditQuestion): void => {
  const { operator, value } = comparison;
  if (pathAmong(comparison, ['activityDateTime']) && narrows(comparison, question)) return;
  const at = pathAmong(comparison, paths);
  const name = at && texts[at];
  // One entry tells of one thing, done by one: two values of a name can never both be met.
  const isText = value.type === 'String' || (value.type === 'Guid' && name === 'correlation');
  if (!name || operator !== 'eq' || !isText || question[name] !== undefined) throw notServed();
  question[name] = textOf(value.text);
};
