/** Names and ids of the audit's filters in any case. */
import fc from 'fast-check';
import { auditQuestion } from '../../../shared/graph/audit/audit-filter.ts';
import { signInQuestion } from '../../../shared/graph/audit/sign-in-filter.ts';
import { idOf } from '../../fakes/people.ts';

const id = idOf('ada');
const words = (text: string, spell: (word: string) => string) =>
  text.replace(/[A-Za-z/]+(?=[ (:])|(?<=')[^']*(?=')/g, (word) =>
    word.includes('-') ? word.toUpperCase() : spell(word),
  );

test.each([
  `targetResources/any(t:t/id eq '${id}') and activityDateTime ge 2026-01-05T09:00:00Z`,
  `initiatedBy/user/id eq '${id}' and activityDateTime lt 2026-01-05T09:00:00Z`,
  `initiatedBy/app/appId eq '${id}'`,
  `correlationId eq '${id}'`,
])('%s', (text) => {
  fc.assert(
    fc.property(fc.constantFrom('toUpperCase', 'toLowerCase', 'toString'), (how) => {
      expect(auditQuestion(words(text, (word) => word[how]()))).toEqual(auditQuestion(text));
    }),
  );
});

test.each([`userId eq '${id}' and createdDateTime ge 2026-01-05T09:00:00Z`, `appId eq '${id}'`])('%s', (text) => {
  expect(signInQuestion(words(text, (word) => word.toUpperCase()))).toEqual(signInQuestion(text));
});
