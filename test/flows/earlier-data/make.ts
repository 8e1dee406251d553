/**
 * Makes a data folder by the code of a commit and packs it: `node test/flows/earlier-data/make.ts CHECKOUT`, where
 * CHECKOUT is a clone of that commit with its node_modules. README.md says what is in it, and why.
 */
import { execFileSync, spawn } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, openSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { DynamoDBDocumentClient, paginateScan } from '@aws-sdk/lib-dynamodb';
import { seenItem } from '../../../clients/check/state/seen-item.ts';
import { connect, controlOf, type Muster } from '../driver/muster.ts';
import { waitFor } from '../driver/wait-for.ts';
import { pack } from './archive.ts';
import { makeImports } from './imports-of-then.ts';
import { type Notes, writeNotes } from './notes.ts';
import { makePeople } from './people-of-then.ts';
import { leaveUnderWay } from './under-way.ts';

const day = 86_400_000;
/** So long ago everything begins, so that at its end the time in it is that of the machine, which queues have. */
const days = 45;

const checkout = resolve(process.argv[2] ?? '');
const commit = execFileSync('git', ['rev-parse', '--short=7', 'HEAD'], { cwd: checkout, encoding: 'utf8' }).trim();
const home = mkdtempSync(join(tmpdir(), 'muster-earlier-'));
const dataFolder = join(home, '.muster');
mkdirSync(dataFolder, { mode: 0o700 });
writeFileSync(join(dataFolder, 'clock'), String(-days * day));

const output = openSync(join(home, 'printed.txt'), 'a');
const engine = spawn(process.execPath, [join(checkout, 'infra/local/start.ts'), '--port', '0', '--data', dataFolder], {
  cwd: home,
  stdio: ['ignore', output, output],
});
const ended = new Promise((done) => engine.once('close', done));

/** How many items of each kind, and messages of each queue, there are. */
const countsOf = async ({ clients, outputs }: Muster): Promise<Record<string, number>> => {
  const counts: Record<string, number> = {};
  const add = (name: string, count = 1) => {
    counts[name] = (counts[name] ?? 0) + count;
  };
  const client = DynamoDBDocumentClient.from(clients.dynamodb);
  for (const table of ['directory', 'imports'] as const) {
    const TableName = table === 'directory' ? outputs.DirectoryTableName : outputs.ImportsTableName;
    for await (const { Items = [] } of paginateScan({ client }, { TableName })) {
      for (const seen of Items.map((item) => seenItem(table, item))) {
        add(seen.kind === 'pointer' ? `pointer ${seen.list}` : seen.kind);
      }
    }
  }
  const state = (await (await fetch(`${outputs.LocalUrl}/_local/state`)).json()) as {
    queues: { name: string; waiting: number; inFlight: number }[];
  };
  for (const { name, waiting, inFlight } of state.queues) add(`messages ${name}`, waiting + inFlight);
  return counts;
};

const fill = async (): Promise<void> => {
  const outputsFile = join(dataFolder, 'outputs.json');
  await waitFor(
    'the engine to be ready',
    async () => existsSync(outputsFile) || engine.exitCode !== null,
    (ready) => ready,
    { seconds: 120 },
  );
  const muster = await connect(outputsFile);
  const made = await makePeople(muster);
  const { imports, held } = await makeImports(muster);
  const { secrets, ...underWay } = await leaveUnderWay(muster, { ...made, imports, held });
  const madeAt = (await controlOf(muster).now()).toISOString();
  const notes: Notes = { ...made, ...underWay, commit, madeAt, imports, secrets: [...made.secrets, ...secrets] };
  writeNotes(dataFolder, notes);
  console.table(await countsOf(muster));
  muster.close();
};

try {
  await fill();
} finally {
  engine.kill('SIGKILL');
  await ended;
  // The engine's database outlives it.
  process.kill(Number(readFileSync(join(dataFolder, 'dynamodb.pid'), 'utf8').split('\n')[0]), 'SIGKILL');
}
const archive = join(import.meta.dirname, `${commit}.tar.gz`);
pack(dataFolder, archive);
rmSync(home, { recursive: true });
console.log(`${archive}: ${Math.round(statSync(archive).size / 1024)} KB`);
