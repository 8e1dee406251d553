/** What `cdk deploy --outputs-file` and `npm start` leave: the outputs of each stack by its name. */
import { readFileSync } from 'node:fs';
import { Explained } from './explain.ts';

/** Outputs by name. */
export type Outputs = Readonly<Record<string, string>>;

/**
 * The outputs of a stack in a file; of the only one there is where none is named. Throws Explained when the file is not
 * there or is no outputs file, and when several stacks are in it of which none is named, so that nobody acts on another
 * stage than they mean.
 */
export const outputsIn = (file: string, stack?: string): Outputs => {
  const stacks = stacksIn(file);
  const ours = Object.keys(stacks).filter((name) => isMuster(stacks[name]));
  if (stack !== undefined) {
    const found = stacks[stack];
    if (found) return found;
    throw new Explained(`${file} has outputs of ${ours.join(' and ') || 'no Muster'}, and none of ${stack}.`);
  }
  if (ours.length > 1)
    throw new Explained(
      `${file} has outputs of several stacks, ${ours.join(' and ')}: name one with --stack, or in MUSTER_STACK.`,
    );
  return stacks[ours[0] ?? ''] ?? Object.values(stacks)[0] ?? {};
};

/** Others may have been deployed into the same file. */
const isMuster = (outputs: unknown): boolean =>
  typeof outputs === 'object' && outputs !== null && ('ApiUrl' in outputs || 'DirectoryTableName' in outputs);

/** Whether a file has outputs of a stack. Throws Explained as `outputsIn` does. */
export const hasStack = (file: string, stack: string): boolean => Object.hasOwn(stacksIn(file), stack);

const stacksIn = (file: string): Readonly<Record<string, Outputs>> => {
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch {
    throw new Explained(
      `There is no outputs file ${file}: \`cdk deploy --outputs-file\` writes one, and so does \`npm start\`.`,
    );
  }
  try {
    return (JSON.parse(text) ?? {}) as Record<string, Outputs>;
  } catch {
    throw new Explained(`${file} is no outputs file of Muster: it is no JSON.`);
  }
};
