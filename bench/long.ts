/** The longest file that is taken: planned, sent and reported to its end in calls of a quarter of an hour. */
import { join } from 'node:path';
import { importMemory, importMinutes } from '../infra/import-users.ts';
import { newImportJob } from '../shared/domain/imports/import-job.ts';
import type { StoredFile } from '../shared/domain/imports/stored-file.ts';
import { rowsInFile } from '../shared/files/limits.ts';
import type { ImportPorts } from '../shared/work/imports/import-setting.ts';
import { continueImport } from '../shared/work/imports/run/continue-import.ts';
import { type Benchmark, type Figure, mustBe } from './parts/benchmark.ts';
import { chargedCalls, shareOf } from './parts/charged-calls.ts';
import { discardingStores } from './parts/discarding-stores.ts';
import { jobOf, now, portsInProcess } from './parts/import-in-process.ts';
import { shown } from './parts/numbers.ts';
import { peopleOnDisk } from './parts/people-file.ts';
import { temporaryFolder } from './parts/temporary-folder.ts';

/** Milliseconds that are charged for services, one after the other: what they usually take, and more than they need. */
const waits = { perMiBRead: 13, perWrite: 15, perTenMessages: 25, perResult: 0.3, perPart: 150 };

/** Nothing but waiting is added: what is awaited in a function is done beside nothing else. */
const charging = (file: StoredFile, wait: (milliseconds: number) => void): StoredFile => ({
  ...file,
  async *bytes(from) {
    for await (const piece of file.bytes(from)) {
      wait((piece.length / 2 ** 20) * waits.perMiBRead);
      yield piece;
    }
  },
});

const runOf = async (rows: number) => {
  using folder = temporaryFolder();
  const people = { rows, haveOwnAddress: false };
  const file = await peopleOnDisk(people, join(folder.path, 'people.csv'));
  const clock = chargedCalls({ share: shareOf(importMemory), timeoutSeconds: importMinutes * 60 });
  const stores = discardingStores();
  const { advance, results } = stores.imports;
  let [sent, asked, parts] = [0, 0, 0];
  const imports = {
    ...stores.imports,
    advance: async (...parameters: Parameters<typeof advance>) => {
      clock.wait(waits.perWrite);
      return advance(...parameters);
    },
    async *results(...parameters: Parameters<typeof results>) {
      for await (const some of results(...parameters)) {
        clock.wait(waits.perResult);
        yield some;
      }
    },
  } as ImportPorts['imports'];
  const ports = portsInProcess(
    async () => charging(file, clock.wait),
    { ...stores, imports, takeChunk: async () => {} },
    {
      shouldPause: clock.shouldPause,
      queues: {
        files: async () => {
          asked += 1;
        },
        rows: async (messages) => {
          clock.wait(Math.ceil(messages.length / 10) * waits.perTenMessages);
          for (const message of messages) sent += JSON.parse(JSON.stringify(message)).rows.length;
        },
        notices: async () => {},
        sweeps: async () => {},
      },
    },
  );
  const { reports } = ports;
  ports.reports = {
    ...reports,
    add: async (part) => {
      parts += 1;
      clock.wait(waits.perPart);
      return reports.add(part);
    },
  };
  const { id } = await imports.begin(newImportJob(jobOf(crypto.randomUUID()), now()));
  const stage = async () => (await imports.read(id))?.stage;
  do {
    asked = 0;
    await clock.call((await stage()) ?? '', () => continueImport(id, ports));
  } while (asked > 0);
  const job = await imports.read(id);
  mustBe('stage', job?.stage, 'settled');
  mustBe('refusal', job?.refusal?.code, undefined);
  mustBe('status', job?.status, 'succeeded');
  mustBe('rows', job?.rows, rows);
  mustBe('rows sent', sent, rows);
  return { calls: clock.calls, bytes: file.size, parts };
};

/** The longest import. */
export const long: Benchmark = {
  name: 'long',
  measures: `A file of as many rows as are taken, by the steps of import-users (${importMemory} MB, ${shareOf(importMemory)} of a core, ${importMinutes} minutes), its chunks discarded`,
  run: async (smoke, rows = smoke ? 20_000 : rowsInFile): Promise<Figure[]> => {
    const { calls, bytes, parts } = await runOf(rows);
    const total = calls.reduce((sum, { seconds }) => sum + seconds, 0);
    return [
      { what: 'file', measured: `${shown(rows)} rows`, beside: `${shown(bytes / 2 ** 20)} MiB` },
      ...calls.map(({ what, seconds }, index) => ({
        what: `call ${index + 1}, from ${what}`,
        measured: `${shown(seconds)} s`,
        beside: `of ${importMinutes * 60} s`,
      })),
      { what: 'all calls', measured: `${shown(total)} s`, beside: `${shown(parts)} parts of the report` },
      { what: 'resident memory at its highest', measured: `${shown(process.resourceUsage().maxRSS / 1024)} MiB` },
    ];
  },
};
