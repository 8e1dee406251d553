/** Muster on the local engine, in a folder of its own, with seats for everybody. */
import { cpSync, existsSync } from 'node:fs';
import { join } from 'node:path';
import { makeAssembly } from '../../infra/local/assembly/make-assembly.ts';
import { type Muster, startMuster } from '../../infra/local/muster.ts';
import type { FunctionDefinition } from '../../infra/local/template/functions.ts';
import { licence } from './people-file.ts';
import { type MailPace, settingsFiles } from './settings.ts';
import { temporaryFolder } from './temporary-folder.ts';

const made = temporaryFolder();
process.once('exit', () => made[Symbol.dispose]());

/** Synthesized once for all benchmarks: it is the same for each, and only `start` measures it. */
const assemblyFor = async (pace: MailPace): Promise<string> => {
  const folder = join(made.path, pace);
  if (!existsSync(folder)) await makeAssembly(folder, settingsFiles[pace]);
  return folder;
};

/** Starts Muster, lets `work` use it, and stops it. */
export const withMuster = async <Result>(
  pace: MailPace,
  work: (muster: Muster) => Promise<Result>,
): Promise<Result> => {
  using temporary = temporaryFolder();
  const dataFolder = join(temporary.path, 'data');
  cpSync(await assemblyFor(pace), join(dataFolder, 'assembly'), { recursive: true });
  const muster = await startMuster({ dataFolder, port: 0, settingsFile: settingsFiles[pace] });
  try {
    await muster.api.putLicence(licence.skuId, {
      skuPartNumber: licence.skuPartNumber,
      prepaidUnits: { enabled: 10_000_000 },
      carriesMailbox: true,
    });
    return await work(muster);
  } finally {
    await muster.stop();
  }
};

/** A function of the running system, by its file in functions/. */
export const functionNamed = ({ system }: Muster, name: string): FunctionDefinition => {
  const found = system.functions.find(({ title }) => title === name);
  if (!found) throw new Error(`There is no function ${name}.`);
  return found;
};
