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

const launch = async () => {
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
