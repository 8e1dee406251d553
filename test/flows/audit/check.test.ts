/** `npm run check` finds nothing after a life of imports, mails, deletions and licences, and finds what is broken by hand. */
import { DeleteCommand, PutCommand } from '@aws-sdk/lib-dynamodb';
import { nameKey } from '../../../shared/aws/directory-items.ts';
import { checked, runCheck } from '../driver/check.ts';
import { csv } from '../driver/import-files.ts';
import { passwordsIn } from '../driver/mailbox.ts';
import type { Muster } from '../driver/muster.ts';
import { newLicence, setSeats, someone, unique } from '../driver/names.ts';
import type { User } from '../driver/resources.ts';
import { sharedMuster, sharedOutputsFile } from '../driver/shared-muster.ts';

let muster: Muster;
const secrets: string[] = [];

beforeAll(async () => {
  muster = await sharedMuster();
  const { api, files, mailbox } = muster;
  const plan = await newLicence(muster, 2);
  const people = ['Ann', 'Ben', 'Cas', 'Dee'].map(someone);
  const headings = ['User Name', 'Display Name', 'Alternate email address', 'Usage Location', 'Licenses', 'Password'];
  const chosen = `Own-${unique()}-Kookaburra/7+`;
  const rows = people.map(({ userPrincipalName, displayName, otherMails: [mail] }, index) => {
    return [userPrincipalName, displayName, mail, 'NL', plan.skuPartNumber, index === 3 ? chosen : ''];
  });
  const over = await files.importFile(
    `check/${unique()}.csv`,
    csv(headings, [...rows, ['not a name', 'X', '', '', '', '']]),
  );
  expect(over).toMatchObject({ created: 4, refused: 1 });
  for (const { otherMails } of people) await mailbox.mail({ to: otherMails[0] });

  const [ann, ben] = (await Promise.all(people.map(({ userPrincipalName }) => api.user(userPrincipalName)))) as [
    User,
    User,
  ];
  await api.ask('DELETE', `/v1.0/users/${ann.id}`);
  await api.ask('DELETE', `/v1.0/users/${ben.id}`);
  await api.ask('POST', `/v1.0/directory/deletedItems/${ben.id}/restore`);
  await mailbox.mails({ to: people[1]?.otherMails[0] ?? '' }, 2);
  await setSeats(muster, plan, 3);
  secrets.push(chosen, muster.token, ...(await mailbox.all()).flatMap(({ text }) => passwordsIn(text)));
});
afterAll(() => muster.close());

test('everything holds, while others are at work, and no secret stands anywhere', async () => {
  const { findings, checked: looked } = await checked(sharedOutputsFile, { secrets });
  expect(findings).toEqual([]);
  expect(looked['user-names']).toBeGreaterThan(2);
  expect(looked['import-people']).toBeGreaterThan(3);
});

test('what is broken is told, by ids alone, and is no good end', async () => {
  const { userPrincipalName } = someone('Left');
  const table = { TableName: muster.outputs.DirectoryTableName };
  const { pk, sk } = nameKey(userPrincipalName);
  await muster.clients.dynamodb.send(new PutCommand({ ...table, Item: { pk, sk, id: unique() } }));
  const { code, printed } = await runCheck(sharedOutputsFile);
  await muster.clients.dynamodb.send(new DeleteCommand({ ...table, Key: { pk, sk } }));
  expect(code).toBe(1);
  expect(printed).toMatch(/^BROKEN {2}user-names/m);
  expect(printed).toMatch(/^ok {6}seats/m);
  expect(printed).not.toContain(userPrincipalName);
});
