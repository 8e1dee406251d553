/** What the sweep takes: it reads who is due and nobody else, and works off many who are due at once. */
import type { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { digests } from '../shared/aws/digests.ts';
import { imports } from '../shared/aws/imports/imports.ts';
import { migrationBatches } from '../shared/aws/imports/migration-batches.ts';
import { optionFiles } from '../shared/aws/imports/option-files.ts';
import { directory } from '../shared/aws/people/directory.ts';
import { dueDates } from '../shared/aws/people/due-dates.ts';
import { sweepMarks } from '../shared/aws/wiring/sweep-marks.ts';
import type { NoticeMessage } from '../shared/messages/queues.ts';
import { sweep } from '../shared/work/enforcement/sweep.ts';
import { type Benchmark, type Figure, mustBe } from './parts/benchmark.ts';
import { countUnits } from './parts/counted-units.ts';
import { type Crowd, withDirectory } from './parts/full-directory.ts';
import { now } from './parts/import-in-process.ts';
import { functionNamed, withMuster } from './parts/local-muster.ts';
import { noCredentials } from './parts/no-credentials.ts';
import { shown, timed } from './parts/numbers.ts';
import { policy } from './parts/settings.ts';

/** Shards that are swept at once: as many as the local engine has workers for on two cores. */
const atOnce = 4;

type Tables = { directory: string; imports: string };

/** Sweeps every shard; returns how many people are then owed a notice, and the names of the calls that it took. */
const sweepAll = async (client: DynamoDBClient, tables: Tables) => {
  const calls = new Set<string>();
  client.middlewareStack.add(
    (next, { commandName = '' }) =>
      (call) =>
        next(calls.add(commandName) && call),
    {
      step: 'initialize',
      name: 'nameCalls',
    },
  );
  const documents = DynamoDBDocumentClient.from(client, { marshallOptions: { removeUndefinedValues: true } });
  let told = 0;
  const ports = {
    directory: directory(documents, tables, policy),
    dates: dueDates(documents, tables.directory, policy),
    imports: imports(documents, tables),
    batches: migrationBatches(documents, tables),
    digests: digests(documents, tables.directory, now),
    optionFiles: optionFiles(documents, tables.imports),
    queues: {
      files: async () => {},
      credentials: async () => {},
      notices: async (messages: readonly NoticeMessage[]) => {
        for (const message of messages) told += message.kind === 'notices' ? message.userIds.length : 0;
      },
      sweeps: async () => {},
    },
    ...noCredentials,
    ...sweepMarks(documents, tables.directory),
    file: { policy },
    policy,
    organisation: {},
    now,
    shouldPause: () => false,
    isTransient: () => false,
    reportSetAside: (_about: object, error: unknown) => {
      throw error;
    },
  };
  const open = Array.from({ length: 16 }, (_, shard) => shard);
  const loop = async () => {
    for (let shard = open.shift(); shard !== undefined; shard = open.shift()) {
      await sweep({ kind: 'shard', shard }, ports);
    }
  };
  await Promise.all(Array.from({ length: atOnce }, loop));
  return { told, calls: [...calls].sort() };
};

/** The sweep. */
export const sweeping: Benchmark = {
  name: 'sweep',
  measures: 'A sweep of the due index: passwords expire, each with its audit entry and its notice',
  run: (smoke) =>
    withMuster('deployed', async (muster): Promise<Figure[]> => {
      const { DIRECTORY_TABLE = '', IMPORTS_TABLE = '' } = functionNamed(muster, 'provision-users').environment;
      const tables = { directory: DIRECTORY_TABLE, imports: IMPORTS_TABLE };
      const run = (crowd: Crowd) =>
        withDirectory(crowd, muster.system.tables, DIRECTORY_TABLE, async (client) => {
          const units = countUnits(client);
          const { result, milliseconds } = await timed(() => sweepAll(client, tables));
          mustBe('people told', result.told, crowd.due);
          mustBe('scans', result.calls.filter((name) => name.startsWith('Scan')).length, 0);
          return { ...result, units, milliseconds };
        });
      const few: Crowd = smoke
        ? { people: 10_000, due: 100, now: now() }
        : { people: 1_000_000, due: 1_000, now: now() };
      const many = smoke ? 200 : 20_000;
      const [some, all] = [await run(few), await run({ people: many, due: many, now: now() })];
      const rate = (people: number, milliseconds: number) => `${shown((people * 1000) / milliseconds)} people/s`;
      return [
        { what: 'people, and due of them', measured: `${shown(few.people)}, ${shown(few.due)}` },
        { what: 'read units', measured: shown(some.units.reads), beside: `goal: ${shown(few.due * 1.1)}` },
        { what: 'write units', measured: shown(some.units.writes) },
        { what: 'worked off', measured: rate(few.due, some.milliseconds) },
        {
          what: 'calls',
          measured: some.calls.map((name) => name.replace('Command', '')).join(', '),
          beside: 'no scan',
        },
        { what: `all of ${shown(many)} due at once`, measured: rate(many, all.milliseconds) },
      ];
    }),
};
