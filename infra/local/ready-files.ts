/** What a running system leaves for other tools: written when it is ready, and not before. */
import { renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const outputsFile = 'outputs.json';
const environmentFile = 'aws.env';

/** Writes outputs.json, as `cdk deploy --outputs-file` does, and aws.env, which only this user may read. */
export const writeReadyFiles = (
  folder: string,
  stackName: string,
  outputs: Record<string, string>,
  environment: Record<string, string>,
): void => {
  const lines = Object.entries(environment).map(([name, value]) => `${name}=${shellWord(value)}\n`);
  writeWhole(join(folder, environmentFile), lines.join(''));
  // Last, since its being there says that everything is.
  writeWhole(join(folder, outputsFile), `${JSON.stringify({ [stackName]: outputs }, undefined, 2)}\n`);
};

/** A value as a shell takes it: quoted where it would make something else of it, as of the spaces in a path. */
export const shellWord = (value: string): string => {
  if (/^[\w.,:/@%+=-]*$/.test(value)) return value;
  return value.includes("'") ? `"${value}"` : `'${value}'`;
};

/** Removes them: what a stopped or crashed system left would send tools to addresses where nobody listens. */
export const removeReadyFiles = (folder: string): void => {
  for (const file of [outputsFile, environmentFile]) rmSync(join(folder, file), { force: true });
};

/** Under another name first, so that nobody reads half of it. */
const writeWhole = (file: string, content: string): void => {
  const unfinished = `${file}.${process.pid}`;
  writeFileSync(unfinished, content, { mode: 0o600 });
  renameSync(unfinished, file);
};
