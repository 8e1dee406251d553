/** Lists that Exchange's administrators have: what PowerShell makes of them, and who in them is nobody. */
import type { Row } from '../../../shared/domain/dialects/draft-from-row.ts';
import { read } from '../reading.ts';

const problemsIn = ({ refusals = [] }: Row) => refusals.map(({ code, fact }) => `${code} ${fact}`);

const mailboxes = [
  '#TYPE Microsoft.Exchange.Data.Directory.Management.Mailbox',
  '"Name","Alias","DisplayName","PrimarySmtpAddress","UserPrincipalName","EmailAddresses","RecipientTypeDetails","Database"',
  '"ab","annb","Ann Beebe","ann@contoso.com","ann@corp.local","Microsoft.Exchange.Data.ProxyAddressCollection","UserMailbox","DB1"',
  '"r1","room1","Room 1","room1@contoso.com","room1@corp.local","SMTP:room1@contoso.com","RoomMailbox","DB1"',
  '"sh","info","Info","info@contoso.com","info@corp.local","System.Collections.ArrayList","sharedmailbox","DB1"',
  '"rm","carl","Carl M?ller","carl@contoso.com","carl@corp.local","","RemoteUserMailbox","DB1"',
].join('\r\n');

test.each([
  ['UTF-8', Buffer.from(mailboxes)],
  ['UTF-16', Buffer.from(`\ufeff${mailboxes}`, 'utf16le')],
])('Get-Mailbox in %s: people by their primary address, all others by their kind', async (_encoding, bytes) => {
  const { file, rows } = await read(bytes);
  expect(file.format).toBe('Exchange recipients');
  expect(rows.map(({ draft }) => draft?.userPrincipalName)).toEqual([
    'ann@contoso.com',
    undefined,
    undefined,
    'carl@contoso.com',
  ]);
  expect(rows[0]?.draft).toEqual({
    ...{ userPrincipalName: 'ann@contoso.com', displayName: 'Ann Beebe', mailNickname: 'annb', migratedMailbox: true },
  });
  expect(rows.flatMap(problemsIn)).toEqual(['RecipientSkipped RoomMailbox', 'RecipientSkipped sharedmailbox']);
  const [marks, typed] = file.cellNotes();
  expect([marks?.includes('row 4'), typed?.includes('EmailAddresses')]).toEqual([true, true]);
});

test('all 250 properties of a mailbox', async () => {
  const others = Array.from({ length: 250 }, (_, index) => `Property${index}`);
  const cells = others.map((name) => `"${name} of it"`);
  const { rows } = await read(
    Buffer.from(
      `#TYPE X\n"${others.join('","')}","PrimarySmtpAddress","RecipientTypeDetails"\n${cells},"a@contoso.com","UserMailbox"`,
    ),
  );
  expect(rows.map(({ draft }) => draft?.displayName)).toEqual(['a']);
});

test.each([
  ['Identity,Status,BatchId,ErrorSummary\na@contoso.com,Synced,b1,', 'Exchange migration users'],
  ['EmailAddress,UserName,Password,UserRoot\na@contoso.com,u,p,/x', 'Exchange IMAP migration'],
  [
    'EmailAddress,TargetDatabase,TargetArchiveDatabase,BadItemLimit,LargeItemLimit,MailboxType\na@contoso.com,d,e,1,2,PrimaryOnly',
    'Exchange hybrid migration',
  ],
  ['EmailAddress,Password,ForceChangePassword\na@contoso.com,,True', 'Exchange staged migration'],
])('%s', async (text, format) => {
  const { file, rows } = await read(Buffer.from(text));
  expect([file.format, file.isMigration, file.cellNotes()]).toEqual([format, true, []]);
  expect(rows.map(({ draft }) => draft?.userPrincipalName)).toEqual(['a@contoso.com']);
});
