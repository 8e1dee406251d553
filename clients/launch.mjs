/**
 * `node clients/launch.mjs PROGRAM ...`: what npm's scripts begin with. It is plain JavaScript, which every Node reads, so
 * that one which cannot run the rest says so in a sentence, and so does one without the packages. It hands on the folder
 * of whoever called (caller.ts), since npm runs its scripts in that of the package.
 */
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';

/** The first that has all: TypeScript as it stands (22.18), node:sqlite (22.5), trust that is added while it runs. */
const oldest = [24, 5];

const isTooOld = () => {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  return major < oldest[0] || (major === oldest[0] && minor < oldest[1]);
};

const say = (sentence) => {
  console.error(sentence);
  process.exitCode = 1;
};

/** What runs many threads. */
const engine = 'infra/local/start.ts';

/**
 * Begins the engine anew with two arenas of memory for all of its threads. Left alone, glibc gives each an own one and keeps
 * what they free, a quarter of what an idle engine holds; it looks at this when a process begins, and never again.
 */
const withFewArenas = () => {
  const { platform, env, execPath, execArgv, argv } = process;
  if (platform !== 'linux' || env.MALLOC_ARENA_MAX !== undefined || !argv[2]?.endsWith(engine)) return;
  process.execve?.(execPath, [execPath, ...execArgv, ...argv.slice(1)], { ...env, MALLOC_ARENA_MAX: '2' });
};

const launch = async () => {
  withFewArenas();
  const [program = ''] = process.argv.splice(1, 2, resolve(process.argv[2] ?? '')).slice(1);
  const { INIT_CWD: caller } = process.env;
  if (caller && resolve(caller) !== process.cwd()) process.env.MUSTER_CALLER = resolve(caller);
  else delete process.env.MUSTER_CALLER;
  try {
    await import(pathToFileURL(resolve(program)).href);
  } catch (error) {
    const isMissing = error?.code === 'ERR_MODULE_NOT_FOUND' && /^Cannot find package/.test(error.message);
    if (!isMissing) throw error;
    say('The packages of Muster are not all here: run `npm install` in its folder, then try again.');
  }
};

if (isTooOld())
  say(
    `Muster needs Node ${oldest.join('.')} or newer and this is ${process.versions.node}: \`npm install\` brings its own, ` +
      'unless install scripts are switched off (`npm config get ignore-scripts`); then install Node 24 yourself.',
  );
else await launch();
