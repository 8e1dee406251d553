import { columns } from '../../../shared/domain/dialects/columns.ts';
import { draftFromRow } from '../../../shared/domain/dialects/draft-from-row.ts';
import { recogniseHeadings } from '../../../shared/domain/dialects/headings.ts';
import { checkDraft } from '../../../shared/domain/people/check-draft.ts';
import { newPerson } from '../../../shared/domain/people/new-person.ts';
import { defaultPolicy as policy } from '../../../shared/domain/policy.ts';
import { instant } from '../../../shared/domain/time.ts';
import { isCommonPassword } from '../../../shared/lambda/common-passwords.ts';
import { contoso } from '../../fakes/people.ts';

/** The outcome of a row whose headings are properties. */
const outcome = (cells: Record<string, string>) => {
  const all = { userPrincipalName: 'a@contoso.com', displayName: 'Ada', ...cells };
  const mapping = Object.fromEntries(Object.keys(all).map((heading) => [heading, heading]));
  return draftFromRow(recogniseHeadings(Object.keys(all), { mapping }), Object.values(all));
};
const ada = { userPrincipalName: 'a@contoso.com', displayName: 'Ada' };
const rules = { organisation: { ...contoso, usageLocation: 'NL' }, policy, catalogue: [], isCommonPassword };

const clearable = columns.filter((column) =>
  [
    ...['givenName', 'surname', 'jobTitle', 'department', 'officeLocation', 'mobilePhone', 'faxNumber', 'city'],
    ...['streetAddress', 'state', 'postalCode', 'country', 'employeeId', 'preferredLanguage', 'usageLocation'],
    ...['businessPhones', 'otherMails', 'licences', 'roles'],
  ].includes(column),
);

test.each(clearable)('%s is emptied, in any case and with blanks around', (column) => {
  for (const cell of ['<clear>', ' <CLEAR>\t']) {
    expect(outcome({ [column]: cell })).toEqual({ draft: { ...ada, cleared: [column] } });
  }
});

test.each(
  columns.filter((column) => !clearable.includes(column) && column !== 'ignored' && column !== 'foreignPassword'),
)('%s cannot be cleared', (column) => {
  expect(outcome({ [column]: '<clear>' })).toEqual({
    refusals: [{ code: 'ValueInvalid', target: column, fact: 'cannot be cleared' }],
  });
});

test('a blank is absent, and other cells with such a word are taken as they are', () => {
  expect(outcome({ jobTitle: ' ', city: '<clear', department: 'x <clear>', state: '<clear> ' })).toEqual({
    draft: { ...ada, city: '<clear', department: 'x <clear>', cleared: ['state'] },
  });
});

test('what one column empties and another fills is filled', () => {
  const headings = recogniseHeadings(['User Name', 'Display Name', 'Recovery Email', 'Alternate email address']);
  expect(draftFromRow(headings, ['a@contoso.com', 'Ada', '<clear>', 'x@example.net'])).toEqual({
    draft: { ...ada, otherMails: ['x@example.net'] },
  });
  expect(draftFromRow(headings, ['a@contoso.com', 'Ada', '<clear>', '<clear>'])).toEqual({
    draft: { ...ada, cleared: ['otherMails'] },
  });
});

test('the rules let it through, and fill in no location that is to be emptied', () => {
  const checked = (cleared: string[]) => checkDraft({ ...ada, cleared }, rules, { lenient: true });
  expect(checked(['jobTitle'])).toMatchObject({ draft: { cleared: ['jobTitle'], usageLocation: 'NL' } });
  const emptied = checked(['usageLocation']);
  expect('draft' in emptied && emptied.draft).toMatchObject({ cleared: ['usageLocation'] });
  expect('draft' in emptied && emptied.draft.usageLocation).toBeUndefined();
});

test('a new person simply has none of it', () => {
  const checked = checkDraft({ ...ada, cleared: ['jobTitle'] }, rules);
  if (!('draft' in checked)) throw new Error('refused');
  const birth = { id: 'x', now: instant(new Date(0)), createdBy: 'y', policy, catalogue: [], short: [] };
  const person = newPerson(checked.draft, birth);
  expect(person).not.toHaveProperty('cleared');
  expect(person).not.toHaveProperty('jobTitle');
});
