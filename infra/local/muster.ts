/** Muster on this machine: the engine on the synthesized system, with a sample organisation, ready to be used. */
import { join, resolve } from 'node:path';
import { makeAssembly } from './assembly/make-assembly.ts';
import { type Api, createApi } from './command/api.ts';
import { noImports, type ShownImports } from './control/shown-imports.ts';
import { type Engine, startEngine } from './engine.ts';
import { removeReadyFiles, writeReadyFiles } from './ready-files.ts';
import type { Refusal } from './refusal.ts';
import { administratorToken } from './sample/administrator.ts';
import { addSampleLicences } from './sample/licences.ts';

/** How to start Muster. */
export type MusterOptions = {
  dataFolder: string;
  /** Port of the API; 0 takes a free one. */
  port: number;
  settingsFile: string;
  /** Hears what takes its time. */
  tell?: (sentence: string) => void;
  /** As the engine's. */
  https?: boolean;
  /** As the engine's. */
  onBroken?: (reason: Refusal) => void;
};

/** A running Muster. */
export type Muster = Engine & { dataFolder: string; token: string; api: Api };

const making =
  'Making the system from its sources, as at every first start and after every change: ten seconds or more.';

/** Starts everything; when it resolves, outputs.json and aws.env are there. Throws a Refusal as the engine does. */
export const startMuster = async ({
  dataFolder,
  port,
  settingsFile,
  tell = () => {},
  https = false,
  onBroken,
}: MusterOptions): Promise<Muster> => {
  const folder = resolve(dataFolder);
  let shown: ShownImports = noImports;
  const engine = await startEngine({
    dataFolder: folder,
    port,
    https,
    assembly: async () => {
      removeReadyFiles(folder);
      const assembly = join(folder, 'assembly');
      await makeAssembly(assembly, settingsFile, () => tell(making));
      return assembly;
    },
    imports: {
      list: () => shown.list(),
      rows: (id) => shown.rows(id),
      reportAddress: (id) => shown.reportAddress(id),
    },
    ...(onBroken && { onBroken }),
  });
  try {
    const table = engine.outputs.DirectoryTableName ?? '';
    const token = await administratorToken(engine.clients.dynamodb, {
      table,
      file: join(folder, 'token'),
      now: engine.clock.now(),
    });
    const api = createApi(engine.url, token);
    shown = { list: api.imports, rows: api.importRows, reportAddress: api.reportAddress };
    await addSampleLicences(api);
    const outputs = { ...engine.outputs, LocalUrl: engine.url, MailboxUrl: engine.mailboxUrl };
    writeReadyFiles(folder, engine.stackName, outputs, { ...engine.environment, MUSTER_TOKEN: token });
    const stop = async () => {
      removeReadyFiles(folder);
      await engine.stop();
    };
    return { ...engine, dataFolder: folder, token, api, stop };
  } catch (error) {
    await engine.stop();
    throw error;
  }
};
