/**
 * Data of an earlier release in tables of the engine that this run is about, as a deployment has them: loaded as a backup
 * is, read by the adapters of this release, changed by its use cases, and checked.
 */
import { mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DeleteTableCommand, ListTablesCommand, UpdateTableCommand } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { linesOfTable } from '../../../clients/backup/export-table.ts';
import { loadTable } from '../../../clients/backup/load-table.ts';
import { newTableLike, protectTable } from '../../../clients/backup/new-table.ts';
import { writeLines } from '../../../clients/backup/table-files.ts';
import { Pace } from '../../../clients/check/state/pace.ts';
import { directory as directoryIn } from '../../../shared/aws/people/directory.ts';
import { defaultPolicy as policy } from '../../../shared/domain/policy.ts';
import { instant } from '../../../shared/domain/time.ts';
import { changePeople } from '../../../shared/work/change-people.ts';
import { startDynoxide } from '../../contract/dynoxide.ts';
import { checked } from '../driver/check.ts';
import type { Muster } from '../driver/muster.ts';
import { unique } from '../driver/names.ts';
import { sharedMuster, sharedOutputsFile } from '../driver/shared-muster.ts';
import { unpack } from './archive.ts';
import { type Notes, takeNotes } from './notes.ts';

const commits = readdirSync(import.meta.dirname).flatMap((name) => /^(\w+)\.tar\.gz$/.exec(name)?.[1] ?? []);
const minutes = 60_000;

describe.each(commits)('data of %s', (commit) => {
  const home = mkdtempSync(join(tmpdir(), 'muster-then-'));
  const names = { directory: `then-${unique()}-directory`, imports: `then-${unique()}-imports` };
  let muster: Muster;
  let notes: Notes;
  let made: string[] = [];

  beforeAll(async () => {
    muster = await sharedMuster();
    const then = join(home, 'then');
    unpack(join(import.meta.dirname, `${commit}.tar.gz`), then);
    notes = takeNotes(then);
    const earlier = await startDynoxide(join(then, 'dynamodb.db'));
    const { TableNames = [] } = await earlier.service.send(new ListTablesCommand());
    mkdirSync(join(home, 'lines'));
    const { DirectoryTableName, ImportsTableName } = muster.outputs;
    for (const [name, model] of [
      ['directory', DirectoryTableName],
      ['imports', ImportsTableName],
    ] as const) {
      const table = TableNames.find((one) => one.toLowerCase().includes(name)) ?? '';
      const file = join(home, 'lines', `${name}.json.gz`);
      await writeLines(
        file,
        linesOfTable(earlier.service, table, new Pace(0), () => {}),
      );
      await newTableLike(muster.clients.dynamodb, model, names[name]);
      made.push(names[name]);
      await loadTable(muster.clients.dynamodb, names[name], [file], () => {});
    }
    await earlier.stop();
  }, 3 * minutes);
  afterAll(async () => {
    for (const TableName of made)
      await muster.clients.dynamodb.send(new DeleteTableCommand({ TableName })).catch(() => {});
    made = [];
    muster.close();
    rmSync(home, { recursive: true });
  });

  test(
    'holds in its tables, is read as it was meant, and changed (case 49)',
    async () => {
      const options = ['--directory', names.directory, '--imports', names.imports, '--late', '100000000'];
      const looked = await checked(sharedOutputsFile, { options });
      // Moments of then are long past where no clock can be moved, its mails lie in another mailbox, and the token that a
      // laptop's engine makes for itself lives longer than a deployment's may.
      const ofALaptop = ['mailed-passwords', 'operator-tokens'];
      const elsewhere = ['work-done', 'due-dates', 'import-results', 'open-imports', ...ofALaptop];
      expect(looked.findings.filter(({ invariant }) => !elsewhere.includes(invariant))).toEqual([]);
      expect(looked.checked['user-names']).toBeGreaterThan(20);

      const client = DynamoDBDocumentClient.from(muster.clients.dynamodb, {
        marshallOptions: { removeUndefinedValues: true },
      });
      const directory = directoryIn(client, { directory: names.directory }, policy);
      const { changed, inGrace, disabled } = notes.people;
      const [person] = await directory.readPeople([changed]);
      expect(person).toMatchObject({ jobTitle: 'Pilot', city: 'Delft', displayName: 'Änne Öz' });
      const boxes = await directory.readPeople([inGrace, disabled]);
      expect(boxes.map(({ mailbox }) => mailbox?.state).sort()).toEqual(['disabled', 'grace']);
      const audit = {
        activity: 'Update user' as const,
        initiatedBy: { kind: 'operator' as const, id: 'test', displayName: 'Test' },
        now: instant(new Date()),
      };
      await changePeople([changed], (one) => ({ ...one, jobTitle: 'Captain' }), directory, audit);
      expect((await directory.readPeople([changed]))[0]?.jobTitle).toBe('Captain');
      const { people } = await directory.listPeople({ top: 999 });
      expect(people.length).toBeGreaterThan(20);
    },
    2 * minutes,
  );

  test('its tables can be given what a restored table lacks', async () => {
    expect(await protectTable(muster.clients.dynamodb, names.directory)).toContain('protection from deletion');
    expect(await protectTable(muster.clients.dynamodb, names.directory)).not.toContain('protection from deletion');
    const unprotected = { TableName: names.directory, DeletionProtectionEnabled: false };
    await muster.clients.dynamodb.send(new UpdateTableCommand(unprotected));
  });
});
