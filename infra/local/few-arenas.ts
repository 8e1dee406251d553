/** How glibc keeps the memory of many threads. */
import { fileURLToPath } from 'node:url';

const launcher = fileURLToPath(new URL('../../clients/launch.mjs', import.meta.url));

/**
 * Begins this process anew, behind its launcher, with two arenas for all of its threads: left alone, glibc gives each of the workers one, and
 * keeps what they freed, some 60 MB when all is idle and 100 after an import. It looks at this at its own start alone.
 * Where that is not to be had, nothing happens.
 */
export const withFewArenas = (): void => {
  if (process.platform !== 'linux' || process.env.MALLOC_ARENA_MAX !== undefined) return;
  const { execPath, execArgv, argv, env } = process;
  // The launcher asks it where the caller stands.
  const again = { ...env, INIT_CWD: env.MUSTER_CALLER ?? process.cwd(), MALLOC_ARENA_MAX: '2' };
  process.execve?.(execPath, [execPath, ...execArgv, launcher, ...argv.slice(1)], again);
};
