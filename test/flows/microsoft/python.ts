/** Python with Microsoft's SDK, where `.ci/python msgraph-sdk` has put it. */
import { spawnSync } from 'node:child_process';

/**
 * The program; undefined where it is not there yet, which `--found` tells without getting it. In CI, where nobody would
 * notice that a test was skipped, it is got.
 */
export const pythonWithSdk = (): string | undefined => {
  const { status, stdout } = spawnSync('.ci/python', ['msgraph-sdk', ...(process.env.CI ? [] : ['--found'])], {
    encoding: 'utf8',
  });
  return status === 0 ? stdout.trim() : undefined;
};
