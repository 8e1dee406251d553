/** After all flows: stops the engine that was started for them. */
import { rmSync } from 'node:fs';

/** Jest's globalTeardown. */
export default async (): Promise<void> => {
  const started = globalThis.flowsEngine;
  if (!started) return;
  await started.engine.stop();
  rmSync(started.home, { recursive: true, force: true });
};
