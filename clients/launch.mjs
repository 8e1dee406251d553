/**
 * `node clients/launch.mjs PROGRAM ...`: what npm's scripts begin with. It is plain JavaScript, which every Node reads, so
 * that one which cannot run the rest says so in a sentence, and so does one without the packages. It hands on the folder
 * of whoever called (caller.ts), since npm runs its scripts in that of the package.
 */
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { nodeFault, packageFault } from './node-version.mjs';

const say = (sentence) => {
  console.error(sentence);
  process.exitCode = 1;
};

/** What runs many threads, and is to leave room for others on a laptop; and what measures that. */
const engines = ['infra/local/start.ts', 'bench/run.ts'];

/**
 * Left alone, glibc gives each thread an arena of its own and keeps what they free, a quarter of what an idle engine holds;
 * and once a large piece was freed, the next of its kind are cut out of an arena too, and stay there.
 */
const smallArenas = { MALLOC_ARENA_MAX: '2', MALLOC_MMAP_THRESHOLD_: '131072', MALLOC_TRIM_THRESHOLD_: '131072' };

/**
 * Left alone, new objects of the main thread fill 128 MB before they are collected, and what outlives them may become four
 * times as much before the next look at it, in each of some twenty threads.
 */
const smallHeaps = ['--max-semi-space-size=8', '--heap-growing-percent=40'];

/** Begins the engine anew in little memory: both are decided when a process begins. */
const inLittleMemory = () => {
  const { platform, env, execPath, execArgv, argv } = process;
  if (platform !== 'linux' || env.MALLOC_ARENA_MAX !== undefined) return;
  if (!engines.some((engine) => argv[2]?.endsWith(engine))) return;
  const again = [execPath, ...smallHeaps, ...execArgv, ...argv.slice(1)];
  process.execve?.(execPath, again, { ...env, ...smallArenas });
};

const launch = async () => {
  inLittleMemory();
  const [program = ''] = process.argv.splice(1, 2, resolve(process.argv[2] ?? '')).slice(1);
  const { INIT_CWD: caller } = process.env;
  if (caller && resolve(caller) !== process.cwd()) process.env.MUSTER_CALLER = resolve(caller);
  else delete process.env.MUSTER_CALLER;
  try {
    await import(pathToFileURL(resolve(program)).href);
  } catch (error) {
    const sentence = packageFault(error);
    if (sentence === undefined) throw error;
    say(sentence);
  }
};

const fault = nodeFault();
if (fault === undefined) await launch();
else say(fault);
