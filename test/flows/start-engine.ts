/** Before all flows: starts the local engine for them, unless MUSTER_OUTPUTS names a deployment. */
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type LocalEngine, startLocalEngine } from './driver/local-engine.ts';
import { connect } from './driver/muster.ts';

declare global {
  var flowsEngine: { home: string; engine: LocalEngine } | undefined;
}

/** Jest's globalSetup; the workers inherit what it puts into the environment. */
export default async (): Promise<void> => {
  const { MUSTER_OUTPUTS: deployed } = process.env;
  if (deployed) {
    const { token, close } = await connect(deployed);
    // One for all: each file of flows would mint its own.
    process.env.MUSTER_TOKEN = token;
    return close();
  }
  const home = mkdtempSync(join(tmpdir(), 'muster-flows-'));
  const engine = await startLocalEngine(home);
  globalThis.flowsEngine = { home, engine };
  process.env.MUSTER_OUTPUTS = engine.outputsFile;
  process.env.MUSTER_ENGINE = 'local';
};
