/** Synthesizes the system for this machine; what was made from the same sources is used again. */
import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, globSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { settingsOf } from '../../settings-file.ts';
import { Refusal } from '../refusal.ts';

const root = resolve(import.meta.dirname, '../../..');

/** All that the assembly is made of; the local engine itself is no part of it. */
const sources = [
  'functions/**/*.ts',
  'shared/**/*',
  'infra/**/*.ts',
  'clients/console/**/*',
  'cdk.json',
  'package-lock.json',
];
const notSources = ['infra/local/**'];

/** A hash of everything that an assembly with these settings is made of. */
export const hashOfSources = (settingsFile: string): string => {
  const hash = createHash('sha256').update(readFileSync(settingsFile));
  const files = globSync(sources, { cwd: root, exclude: notSources, withFileTypes: true })
    .filter((file) => file.isFile())
    .map((file) => join(file.parentPath, file.name))
    .sort();
  for (const file of files) hash.update(file).update(readFileSync(file));
  return hash.digest('hex');
};

/**
 * Makes the assembly in `folder`, unless it is there; `onMake` hears when it has to. Throws a Refusal when the settings
 * cannot be used.
 */
export const makeAssembly = async (folder: string, settingsFile: string, onMake = () => {}): Promise<void> => {
  refuseWrongSettings(settingsFile);
  const stamp = join(folder, 'sources.sha256');
  const hash = hashOfSources(settingsFile);
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === hash) return;
  onMake();
  rmSync(folder, { recursive: true, force: true });
  await Promise.all([
    run(join(root, 'infra/parts/console/build-ahead.ts')),
    run(join(import.meta.dirname, 'synthesis.ts'), resolve(settingsFile), folder),
  ]);
  writeFileSync(stamp, hash);
};

const refuseWrongSettings = (file: string): void => {
  try {
    settingsOf(file);
  } catch (error) {
    throw new Refusal((error as Error).message);
  }
};

/** In a process that ends afterwards, because CDK takes hundreds of megabytes that nothing needs while the system runs. */
const run = (program: string, ...options: string[]): Promise<void> =>
  new Promise((done, failed) => {
    execFile(process.execPath, [program, ...options], (error, _, problem) => {
      if (error === null) done();
      else failed(new Error(`The system could not be synthesized.\n${problem || error.message}`));
    });
  });
