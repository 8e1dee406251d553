import { existsSync } from 'node:fs';
import { fromCaller } from '../caller.ts';

/** The outputs file in the caller's folder, else in that of the package, where a deployment from there leaves it. */
export const usualOutputsFile = (): string | undefined =>
  [fromCaller('outputs.json'), 'outputs.json'].find((file) => existsSync(file));
