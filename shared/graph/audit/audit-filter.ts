/** `$filter` of the audit: the conditions that can be answered without reading all of it. */
import { Refused } from '../../domain/refusals.ts';
import { type Instant, instant } from '../../domain/time.ts';
import type { AuditQuestion } from '../../work/audit/list-audits.ts';

/** What can be asked, for whoever asked for something else. */
const served =
  "targetResources/any(t:t/id eq '<id>'), initiatedBy/user/id eq '<id>', initiatedBy/app/appId eq '<id>', " +
  "activityDateTime with ge, gt, le or lt, and beside one of these activityDisplayName eq '<name>'; joined by and";

/** Longer than any id or activity. */
const longestText = 128;

const text = "'((?:[^']|'')*)'";
const target = new RegExp(`targetResources/any\\(\\s*([A-Za-z]\\w{0,15})\\s*:\\s*\\1/id\\s+eq\\s+${text}\\s*\\)`, 'y');
const user = new RegExp(`initiatedBy/user/id\\s+eq\\s+${text}`, 'y');
const app = new RegExp(`initiatedBy/app/appId\\s+eq\\s+${text}`, 'y');
const activity = new RegExp(`activityDisplayName\\s+eq\\s+${text}`, 'y');
const time = /activityDateTime\s+(ge|gt|le|lt)\s+([0-9TZ:.+-]{10,40})/y;
const conjunction = /\s+and\s+/y;

const notServed = () => new Refused({ code: 'FilterNotServed', target: '$filter', fact: served });
const invalid = (fact: string) => new Refused({ code: 'QueryInvalid', target: '$filter', fact });

/**
 * The question that a filter asks. Throws `Refused` FilterNotServed for whatever else OData knows, QueryInvalid for a
 * moment or text that is none.
 */
export const auditQuestion = (filter: string | undefined): AuditQuestion => {
  if (filter === undefined) return {};
  const question: AuditQuestion = {};
  const asked = filter.trim();
  for (let at = 0; ; ) {
    at = condition(asked, at, question);
    if (at === asked.length) break;
    conjunction.lastIndex = at;
    if (!conjunction.test(asked)) throw notServed();
    at = conjunction.lastIndex;
  }
  if (Object.keys(question).join() === 'activity') throw notServed();
  return question;
};

/** Takes the condition that begins at a place, and returns where it ends. */
const condition = (asked: string, at: number, question: AuditQuestion): number => {
  const found = (form: RegExp) => {
    form.lastIndex = at;
    return form.exec(asked);
  };
  const texts = [
    ['target', found(target)],
    ['user', found(user)],
    ['app', found(app)],
    ['activity', found(activity)],
  ] as const;
  for (const [name, match] of texts) {
    if (!match) continue;
    // One entry tells of one thing, done by one: two values of a name can never both be met.
    if (question[name] !== undefined) throw notServed();
    question[name] = textOf(match.at(-1) ?? '');
    return at + match[0].length;
  }
  const match = found(time);
  if (!match) throw notServed();
  narrow(question, match[1] ?? '', momentOf(match[2] ?? ''));
  return at + match[0].length;
};

const textOf = (literal: string): string => {
  const value = literal.replaceAll("''", "'");
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
const narrow = (question: AuditQuestion, operator: string, moment: Instant): void => {
  const place = operator === 'ge' || operator === 'lt' ? `${moment}#` : `${moment}#~`;
  if (operator === 'ge' || operator === 'gt') {
    question.from = question.from !== undefined && question.from > place ? question.from : place;
  } else {
    question.before = question.before !== undefined && question.before < place ? question.before : place;
  }
};
