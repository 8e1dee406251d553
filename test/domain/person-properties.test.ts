/** Every text of a person is known everywhere: in files, bodies, rules, updates, the audit and answers. */
import { auditOfChange } from '../../shared/domain/audit.ts';
import { recogniseHeadings } from '../../shared/domain/dialects/headings.ts';
import { rowChanges, updateOfRow } from '../../shared/domain/imports/row-update.ts';
import { isMailAddress } from '../../shared/domain/mail-address.ts';
import { checkDraft } from '../../shared/domain/people/check-draft.ts';
import type { Draft } from '../../shared/domain/people/draft.ts';
import { type PersonUpdate, updateRefusals } from '../../shared/domain/people/person-update.ts';
import { textRefusals } from '../../shared/domain/people/profile-rules.ts';
import { personProperties, textProperties } from '../../shared/domain/person-properties.ts';
import { defaultPolicy } from '../../shared/domain/policy.ts';
import { createUserBody } from '../../shared/graph/people/create-user-body.ts';
import { graphUser } from '../../shared/graph/people/graph-user.ts';
import { updateUserBody } from '../../shared/graph/people/update-user-body.ts';
import { monday } from '../fakes/clock.ts';
import { catalogueOf, contoso, person } from '../fakes/people.ts';

const draft = { userPrincipalName: 'ada@contoso.com', displayName: 'Ada', mailNickname: 'ada', skuIds: [] };
const audit = {
  id: 'entry',
  activity: 'Update user',
  initiatedBy: { kind: 'operator', id: 'o', displayName: 'O' },
} as const;

const ada = { userPrincipalName: 'ada@contoso.com', displayName: 'Ada' };
const rules = { organisation: contoso, catalogue: catalogueOf(), policy: defaultPolicy, isCommonPassword: undefined };

const invisible = ['0000', '0009', '001B', '0085', '00AD', '200B', '2028', '202E', '2066', '2060', 'FEFF', '3164'];
/** Persian and Hindi with their joiners, Hebrew with a mark, a family of emoji, accents that stand by themselves. */
const visible = ['می‌خواهم', 'क्‍ष', 'דוד\u200f', '👩‍👩‍👧', 'Zoe\u0308'];

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
    expect(textRefusals({ [name]: 'x'.repeat(2000) })).toEqual(maxLength < 2000 ? [refusal] : []);
    expect(textRefusals({ [name]: 'x'.repeat(Math.min(maxLength, 2000)) })).toEqual([]);
  });

  // What language a person has, which country and which nickname is told by rules of their own.
  const judgedElsewhere = ['mailNickname', 'preferredLanguage', 'usageLocation'].includes(name);
  test.each(invisible)('takes no U+%s, by any way in (weakness 17)', (code) => {
    const draft: Draft = { ...ada, [name]: `a${String.fromCodePoint(Number.parseInt(code, 16))}b` };
    const born = checkDraft(draft, rules, { lenient: true });
    const changed = updateRefusals({ [name]: draft[name] } as PersonUpdate, before, rules);
    for (const refusals of ['refusals' in born ? born.refusals : [], changed]) {
      expect(refusals.map(({ target }) => target)).toEqual([name]);
      if (!judgedElsewhere) expect(refusals[0]?.fact).toContain(`U+${code}`);
    }
  });

  test.each(visible)('takes %j', (text) => {
    expect(judgedElsewhere || textRefusals({ [name]: text })).toEqual(judgedElsewhere || []);
  });
});

test.each(invisible)('lists and addresses take no U+%s either (weakness 17)', (code) => {
  const text = `a${String.fromCodePoint(Number.parseInt(code, 16))}b`;
  expect(textRefusals({ businessPhones: ['1', text] })).toMatchObject([{ target: 'businessPhones' }]);
  expect(isMailAddress(`${text}@contoso.com`)).toBe(false);
});

test('a street may have lines, as directories on premises have it, and nothing else', () => {
  expect(textRefusals({ streetAddress: 'Main Street 1\r\nSuite 2' })).toEqual([]);
  expect(textRefusals({ streetAddress: 'Main Street 1\t' })).toMatchObject([{ target: 'streetAddress' }]);
  expect(textRefusals({ city: 'Main\r\nTown' })).toMatchObject([{ target: 'city' }]);
});

test('a name of nothing to be seen is none (weakness 17)', () => {
  const refused = { code: 'DisplayNameMissing', target: 'displayName' };
  expect(checkDraft({ ...ada, displayName: '\u200d\u200e ' }, rules)).toEqual({ refusals: [refused] });
  expect(updateRefusals({ displayName: '\u200c' }, person('ada'), rules)).toEqual([refused]);
});
