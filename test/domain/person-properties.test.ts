/** Every text of a person is known everywhere: in files, bodies, rules, updates, the audit and answers. */
import { auditOfChange } from '../../shared/domain/audit.ts';
import { recogniseHeadings } from '../../shared/domain/dialects/headings.ts';
import { rowChanges, updateOfRow } from '../../shared/domain/imports/row-update.ts';
import { lengthRefusals } from '../../shared/domain/people/profile-rules.ts';
import { personProperties, textProperties } from '../../shared/domain/person-properties.ts';
import { defaultPolicy } from '../../shared/domain/policy.ts';
import { createUserBody } from '../../shared/graph/people/create-user-body.ts';
import { graphUser } from '../../shared/graph/people/graph-user.ts';
import { updateUserBody } from '../../shared/graph/people/update-user-body.ts';
import { monday } from '../fakes/clock.ts';
import { person } from '../fakes/people.ts';

const draft = { userPrincipalName: 'ada@contoso.com', displayName: 'Ada', mailNickname: 'ada', skuIds: [] };
const audit = {
  id: 'entry',
  activity: 'Update user',
  initiatedBy: { kind: 'operator', id: 'o', displayName: 'O' },
} as const;

describe.each(textProperties)('%s', (name) => {
  const before = person('ada');
  const after = { ...before, [name]: 'Other' };

  test('is a heading of files, and a property of bodies', () => {
    const headings = [...new Set(['userPrincipalName', 'displayName', name])];
    expect(recogniseHeadings(headings).columns).toEqual(headings);
    expect(createUserBody.parse({ [name]: ' Other ' })).toEqual({ [name]: 'Other' });
    expect(updateUserBody.parse({ [name]: null })).toEqual({ [name]: null });
  });

  test('is shown, audited and changed', () => {
    expect(graphUser(after, defaultPolicy)).toHaveProperty(name, 'Other');
    expect(auditOfChange(before, after, { ...audit, now: monday }).modifiedProperties).toMatchObject([
      { displayName: name, newValue: 'Other' },
    ]);
    expect(updateOfRow({ ...draft, [name]: 'Other' })).toHaveProperty(name, 'Other');
    expect(rowChanges(before, after)).toMatchObject([{ property: name, to: 'Other' }]);
  });

  test('has its longest value', () => {
    const facts = personProperties[name];
    const maxLength = 'maxLength' in facts ? facts.maxLength : Number.POSITIVE_INFINITY;
    const refusal = { code: 'ValueTooLong', target: name, fact: String(maxLength) };
    expect(lengthRefusals({ [name]: 'x'.repeat(2000) })).toEqual(maxLength < 2000 ? [refusal] : []);
    expect(lengthRefusals({ [name]: 'x'.repeat(Math.min(maxLength, 2000)) })).toEqual([]);
  });
});
