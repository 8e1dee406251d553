/** Muster on this machine: the engine on the synthesized system, with a sample organisation, ready to be used. */
import { join, resolve } from 'node:path';
import { instant } from '../../shared/domain/time.ts';
import { makeAssembly } from './assembly/make-assembly.ts';
import { type Api, createApi } from './command/api.ts';
import { noImports, type ShownImports } from './control/shown-imports.ts';
import { type Engine, startEngine } from './engine.ts';
import { removeReadyFiles, writeReadyFiles } from './ready-files.ts';
import { Refusal } from './refusal.ts';
import { administratorToken } from './sample/administrator.ts';
import { addSampleLicences } from './sample/licences.ts';
import { signInLink } from './sample/sign-in-code.ts';

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
export type Muster = Engine & {
  dataFolder: string;
  token: string;
  api: Api;
  /** An address that signs the local administrator in, once, within ten minutes. */
  consoleLink: () => Promise<string>;
};

const making = 'Making the system from its sources, once after each change: ten seconds or more.';

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
  let consoleLink: () => Promise<string> = notReady;
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
    consoleLink: () => consoleLink(),
    ...(onBroken && { onBroken }),
  });
  try {
    const table = engine.outputs.DirectoryTableName ?? '';
    const token = await administratorToken(engine.clients.dynamodb, {
      table,
      file: join(folder, 'token'),
      now: engine.clock.now(),
    });
    consoleLink = () =>
      signInLink(engine.clients.dynamodb, { url: engine.url, table, token, now: instant(engine.clock.now()) });
    const api = createApi(engine.url, token);
    shown = { list: api.imports, rows: api.importRows, reportAddress: api.reportAddress };
    await addSampleLicences(api);
    const outputs = { ...engine.outputs, LocalUrl: engine.url, MailboxUrl: engine.mailboxUrl };
    writeReadyFiles(folder, engine.stackName, outputs, { ...engine.environment, MUSTER_TOKEN: token });
    const stop = async () => {
      removeReadyFiles(folder);
      await engine.stop();
    };
    return { ...engine, dataFolder: folder, token, api, consoleLink, stop };
  } catch (error) {
    await engine.stop();
    throw error;
  }
};

const notReady = async (): Promise<string> => {
  throw new Refusal('Muster is still starting: ask again when it is ready.');
};
