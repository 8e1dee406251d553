/** Whoever resumes, undoes or applies acts with no more than they may, and leaves the rest to whoever may do more. */
import type { RoleName } from '../../../shared/domain/access/roles.ts';
import { type Api, createApi } from '../driver/api.ts';
import { csv } from '../driver/import-files.ts';
import type { Muster } from '../driver/muster.ts';
import { someone, unique } from '../driver/names.ts';
import type { Import } from '../driver/resources.ts';
import { sharedMuster } from '../driver/shared-muster.ts';
import { tokenFor } from '../driver/token.ts';

let muster: Muster;
let una: Api;
beforeAll(async () => {
  muster = await sharedMuster();
  // The last Global Administrator could not be undone.
  await muster.api.addUser({ ...someone('Stays'), roles: ['Global Administrator'] });
  const { id: userId } = await muster.api.addUser({ ...someone('Una'), roles: ['User Administrator'] });
  const { outputs, clients } = muster;
  const grant = { kind: 'person', userId, generation: 0 } as const;
  una = createApi(outputs.ApiUrl, await tokenFor(clients.dynamodb, outputs.DirectoryTableName, grant));
});
afterAll(() => muster.close());

/** A person of no role, and a Global Administrator. */
const file = (...first: string[][]) => {
  const run = unique();
  const role: RoleName = 'Global Administrator';
  const rows = [
    [`zoe.${run}@contoso.com`, 'Zoe', ''],
    [`zga.${run}@contoso.com`, 'Zga', role],
  ];
  return {
    key: `narrower/${run}.csv`,
    zga: rows[1]?.[0] ?? '',
    content: csv(['User Name', 'Display Name', 'Roles'], [...first, ...rows]),
  };
};
const isThere = async (name: string) =>
  (await muster.api.ask('GET', `/v1.0/users/${encodeURIComponent(name)}`)).status === 200;
const outcomes = async ({ id }: Import) => (await muster.api.report(id)).map(({ outcome, code }) => code ?? outcome);

test('a User Administrator resumes an import, and it makes no Global Administrator (weakness 4)', async () => {
  const { key, zga, content } = file(['no one@contoso.com', 'Nobody', '']);
  const stopped = await muster.files.importFile(key, content, { stopAfterRefusals: 1 });
  expect(stopped).toMatchObject({ status: 'failed', error: { code: 'TooManyRefusals' } });
  await una.askOfImport(stopped.id, 'resume');
  const over = await muster.files.follow(stopped.id);
  expect([over.status, await outcomes(over)]).toEqual(['succeeded', ['UserNameIllegal', 'created', 'RoleNotYours']]);
  expect(await isThere(zga)).toBe(false);
});

test('what a User Administrator may not take back, an operator still may (weakness 10)', async () => {
  const { key, zga, content } = file();
  const made = await muster.files.importFile(key, content);
  const first = await muster.files.follow((await una.askOfImport(made.id, 'undo')).id);
  expect(await outcomes(first)).toEqual(['deleted', 'PersonProtected']);
  const second = await muster.files.follow((await muster.api.askOfImport(made.id, 'undo')).id);
  expect([second.id === first.id, await outcomes(second)]).toEqual([false, ['unchanged', 'deleted']]);
  expect(await isThere(zga)).toBe(false);
  expect((await muster.api.askOfImport(made.id, 'undo')).id).toBe(second.id);
});

test('what a User Administrator may not apply, an operator still may (weakness 10)', async () => {
  const { key, zga, content } = file();
  const shown = await muster.files.importFile(key, content, { dryRun: true });
  const first = await muster.files.follow((await una.askOfImport(shown.id, 'apply')).id);
  expect(await outcomes(first)).toEqual(['created', 'RoleNotYours']);
  const second = await muster.files.follow((await muster.api.askOfImport(shown.id, 'apply')).id);
  expect(await outcomes(second)).toEqual(['unchanged', 'created']);
  expect(await isThere(zga)).toBe(true);
});
