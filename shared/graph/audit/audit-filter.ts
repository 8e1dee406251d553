/** `$filter` of the audit: the conditions that can be answered without reading all of it. */
import { Refused } from '../../domain/refusals.ts';
import { type Instant, instant } from '../../domain/time.ts';
import type { AuditQuestion } from '../../work/audit/list-audits.ts';
import { anyComparisonIn, type Comparison, comparisonIn, conjunctsOf } from '../odata/conditions.ts';
import { type Operator, parseFilter } from '../odata/odata-filter.ts';

/** What can be asked, for whoever asked for something else. */
const served =
  "targetResources/any(t:t/id eq '<id>'), initiatedBy/user/id eq '<id>', initiatedBy/app/appId eq '<id>', " +
  "correlationId eq '<id of an import>', " +
  "activityDateTime with ge, gt, le or lt, and beside one of these activityDisplayName eq '<name>'; joined by and";

/** Longer than any id or activity. */
const longestText = 128;

/** Where each part of a question is found in a filter. */
const texts = {
  'targetResources/any()/id': 'target',
  'initiatedBy/user/id': 'user',
  'initiatedBy/app/appId': 'app',
  correlationId: 'correlation',
  activityDisplayName: 'activity',
} as const;

const notServed = () => new Refused({ code: 'FilterNotServed', target: '$filter', fact: served });
const invalid = (fact: string) => new Refused({ code: 'QueryInvalid', target: '$filter', fact });

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

const add = ({ path, operator, value: { type, text } }: Comparison, question: AuditQuestion): void => {
  const at = path.join('/');
  if (at === 'activityDateTime' && isTime(operator) && type === 'DateTime') {
    narrow(question, operator, momentOf(text));
    return;
  }
  const name = Object.hasOwn(texts, at) ? texts[at as keyof typeof texts] : undefined;
  // One entry tells of one thing, done by one: two values of a name can never both be met.
  const isText = type === 'String' || (type === 'Guid' && name === 'correlation');
  if (!name || operator !== 'eq' || !isText || question[name] !== undefined) throw notServed();
  question[name] = textOf(text);
};

const isTime = (operator: Operator): operator is 'ge' | 'gt' | 'le' | 'lt' => /^[gl][et]$/.test(operator);

const textOf = (value: string): string => {
  if (value.length > longestText || value === '') throw invalid(`a text has 1 to ${longestText} characters`);
  return value;
};

const momentOf = (literal: string): Instant => {
  const isMoment = /^\d{4}-\d{2}-\d{2}(T\d{2}:\d{2}(:\d{2}(\.\d{1,9})?)?(Z|[+-]\d{2}:\d{2}))?$/.test(literal);
  const date = new Date(isMoment ? literal : Number.NaN);
  const moment = Number.isNaN(date.getTime()) ? '' : instant(date);
  // Years outside 0 to 9999 are written longer, and would not sort.
  if (moment.length !== 24) throw invalid('a moment is written as 2026-01-31T09:00:00Z');
  return moment as Instant;
};

/** Places begin with their time: those of a moment lie between `<time>#` and `<time>#~`. */
const narrow = (question: AuditQuestion, operator: 'ge' | 'gt' | 'le' | 'lt', moment: Instant): void => {
  const place = operator === 'ge' || operator === 'lt' ? `${moment}#` : `${moment}#~`;
  if (operator === 'ge' || operator === 'gt') {
    question.from = question.from !== undefined && question.from > place ? question.from : place;
  } else {
    question.before = question.before !== undefined && question.before < place ? question.before : place;
  }
};
