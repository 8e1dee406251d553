/** Where whoever called a command stands. */
import { resolve } from 'node:path';

/**
 * A path as the caller means it. npm runs a script in the package's own folder, wherever it is called; launch.mjs tells
 * the caller's. Started in another way, or from there, a path means what it means anyhow, and stays as it was written.
 */
export const fromCaller = (path: string): string => {
  const { MUSTER_CALLER: caller } = process.env;
  return caller === undefined || path === '' ? path : resolve(caller, path);
};
