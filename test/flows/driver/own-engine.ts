/** A local engine for one file of flows alone: its time is moved, or it is killed. */
import { cpSync, existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { dataFolderOf, type LocalEngine, startLocalEngine } from './local-engine.ts';
import { connect, type Muster } from './muster.ts';
import { sharedOutputsFile } from './shared-muster.ts';

/** An engine of one's own; `home` is the folder that it was started in. */
export type OwnEngine = {
  home: string;
  /** Starts it, or starts it again after it was killed. */
  start: () => Promise<Muster>;
  kill: () => Promise<void>;
  /** Stops it and removes all that it kept. */
  end: () => Promise<void>;
};

/** What the shared engine was made of is used again: making it takes a machine some seconds. */
const shareAssembly = (home: string): void => {
  const [from, to] = [join(dirname(sharedOutputsFile), 'assembly'), join(dataFolderOf(home), 'assembly')];
  if (existsSync(from) && !existsSync(to)) cpSync(from, to, { recursive: true });
};

/** Prepares an engine in a folder of its own, with options of `npm start`. */
export const ownEngine = (...options: string[]): OwnEngine => {
  const home = mkdtempSync(join(tmpdir(), 'muster-flows-own-'));
  let engine: LocalEngine | undefined;
  const connected: Muster[] = [];
  return {
    home,
    start: async () => {
      shareAssembly(home);
      engine = await startLocalEngine(home, options);
      const muster = await connect(engine.outputsFile);
      connected.push(muster);
      return muster;
    },
    kill: async () => engine?.kill(),
    end: async () => {
      for (const { close } of connected) close();
      await engine?.stop();
      rmSync(home, { recursive: true, force: true });
    },
  };
};
