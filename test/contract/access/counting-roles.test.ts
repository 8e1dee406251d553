/** A role counts only together with the membership that whoever gives roles has written. */
import { DeleteCommand, PutCommand } from '@aws-sdk/lib-dynamodb';
import { tokens as tokensIn } from '../../../shared/aws/access/tokens.ts';
import { memberKey } from '../../../shared/aws/directory-items.ts';
import { directory as directoryIn } from '../../../shared/aws/people/directory.ts';
import { personItem } from '../../../shared/aws/people/person-item.ts';
import { defaultPolicy } from '../../../shared/domain/policy.ts';
import { resolvePrincipal } from '../../../shared/work/access/resolve-principal.ts';
import { fakeApplications } from '../../fakes/applications.ts';
import { monday } from '../../fakes/clock.ts';
import { person } from '../../fakes/people.ts';
import { type Dynoxide, startDynoxide } from '../dynoxide.ts';

let dynoxide: Dynoxide;
beforeAll(async () => {
  dynoxide = await startDynoxide();
});
afterAll(() => dynoxide.stop());

const setup = async () => {
  const { client, ...tables } = await dynoxide.makeTables();
  const directory = directoryIn(client, tables, defaultPolicy);
  const ada = person('ada', { roles: ['User Administrator', 'Reports Reader'] });
  await directory.addPeople({ people: [ada], seatsFrom: 'free' });
  const tokens = tokensIn(client, tables.directory);
  const grant = { kind: 'person', userId: ada.id, generation: 0 } as const;
  const token = await tokens.mint(grant, { from: monday, seconds: 3600 });
  const ports = { tokens, directory, applications: fakeApplications([]), now: () => monday };
  const table = tables.directory;
  return {
    ada,
    roles: async () => (await resolvePrincipal(token, ports))?.roles,
    write: (roles: string[]) =>
      client.send(new PutCommand({ TableName: table, Item: personItem({ ...ada, roles }, defaultPolicy) })),
    join: (role: Parameters<typeof memberKey>[0]) =>
      client.send(new PutCommand({ TableName: table, Item: { ...memberKey(role, ada.id), id: ada.id } })),
    leave: (role: Parameters<typeof memberKey>[0]) =>
      client.send(new DeleteCommand({ TableName: table, Key: memberKey(role, ada.id) })),
  };
};

test('who holds roles has them', async () => {
  expect(await (await setup()).roles()).toEqual(['User Administrator', 'Reports Reader']);
});

test('a role that was written into the record alone is none (weakness 6)', async () => {
  const { roles, write } = await setup();
  await write(['Global Administrator', 'Reports Reader']);
  expect(await roles()).toEqual(['Reports Reader']);
});

test('a membership alone is none either, and one that is taken ends the role (weakness 6)', async () => {
  const { roles, join, leave } = await setup();
  await join('Global Administrator');
  await leave('User Administrator');
  expect(await roles()).toEqual(['Reports Reader']);
});
