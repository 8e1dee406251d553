import { credentialAddresses, mailLanguage, noticeAddresses } from '../../../shared/domain/credentials/mail-routing.ts';
import type { Mailbox } from '../../../shared/domain/person.ts';
import { contoso, person } from '../../fakes/people.ts';

const [alternate, asked] = ['ada@example.net', 'boss@example.net'];

test('credentials go where they were asked to, else to the first alternate address, else to the administrator', () => {
  const both = [alternate, 'second@example.net'];
  expect(credentialAddresses(person('ada', { sendCredentialsTo: [asked, 'x@y.org'], otherMails: both }))).toEqual([
    asked,
    'x@y.org',
  ]);
  expect(credentialAddresses(person('ada', { otherMails: both }))).toEqual([alternate]);
  expect(credentialAddresses(person('ada'))).toBe('administrator');
});

test('credentials never go to the mailbox that they open', () => {
  const ada = { ...person('ada'), mailbox: { state: 'active' as const } };
  expect(credentialAddresses(ada)).toBe('administrator');
});

const mailbox = (state: Mailbox['state']) => ({ ...person('ada', { otherMails: [alternate] }), mailbox: { state } });

test('warnings go to the own mailbox while it works, and to the alternate address', () => {
  expect(noticeAddresses(mailbox('active'))).toEqual(['ada@contoso.com', alternate]);
  expect(noticeAddresses(mailbox('grace'))).toEqual(['ada@contoso.com', alternate]);
  expect(noticeAddresses(mailbox('disabled'))).toEqual([alternate]);
  expect(noticeAddresses({ ...mailbox('active'), otherMails: [] })).toEqual(['ada@contoso.com']);
  expect(noticeAddresses({ ...mailbox('disabled'), otherMails: [] })).toBe('administrator');
  expect(noticeAddresses(person('ada'))).toBe('administrator');
});

test.each([
  ['nl', 'nl'],
  ['nl-BE', 'nl'],
  ['DE-at', 'de'],
  ['zh-Hans-CN', 'zh-Hans'],
  ['zh', 'zh-Hans'],
  ['en-GB', 'en'],
  ['fr', 'de'],
  ['nlx', 'de'],
  [undefined, 'de'],
])('%s is written to in %s', (preferredLanguage, language) => {
  const organisation = { ...contoso, preferredLanguage: 'de' as const };
  expect(mailLanguage(preferredLanguage === undefined ? {} : { preferredLanguage }, organisation)).toBe(language);
});
