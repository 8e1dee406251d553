/** The engine's own log: what failed, one line each. */
import { createWriteStream } from 'node:fs';

/** Writes lines with their time. */
export type EngineLog = { report: (problem: string) => void; close: () => Promise<void> };

/** Opens the log; it is added to, never emptied. */
export const createEngineLog = (file: string): EngineLog => {
  const stream = createWriteStream(file, { flags: 'a' });
  return {
    report: (problem) => {
      stream.write(`${new Date().toISOString()} ${problem}\n`);
    },
    close: () => new Promise((resolve) => stream.end(resolve)),
  };
};
