/** The outputs of the Muster that a command is about: of its stack, or of a file that a deployment or `npm start` wrote. */
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { parseEnv } from 'node:util';
import { Explained } from './explain.ts';
import { hasStack, type Outputs, outputsIn } from './outputs-file.ts';
import { stackOutputs } from './stack-outputs.ts';
import { trustCertificate } from './trust-certificate.ts';
import { usualOutputsFile } from './usual-outputs-file.ts';
import { usualStack } from './which-stack.ts';

/** What a command was given: the stack and the file, where they were named. */
export type WhichMuster = { stack?: string; outputs?: string };

/** The outputs, and the file that they came from; `from` names their place in a sentence. */
export type FoundOutputs = { outputs: Outputs; file?: string; from: string };

/**
 * Reads the file that was named, or lies in this folder and knows the stack; else asks for the stack's own. So a stack that
 * is named is never taken for the one whose file happens to lie here. Throws Explained.
 */
export const findOutputs = async ({ stack, outputs: named }: WhichMuster): Promise<FoundOutputs> => {
  const file = named ?? usualFileOf(stack);
  if (file === undefined) {
    const asked = stack ?? usualStack;
    return { outputs: await stackOutputs(asked), from: `The stack ${asked}` };
  }
  const outputs = outputsIn(file, stack);
  reachAsBeside(file);
  return { outputs, file, from: file };
};

const usualFileOf = (stack: string | undefined): string | undefined => {
  const file = usualOutputsFile();
  return file === undefined || stack === undefined || hasStack(file, stack) ? file : undefined;
};

/** One that every Muster has. Throws Explained when it is not there. */
export const outputNamed = ({ outputs, file, from }: FoundOutputs, name: string): string => {
  const value = outputs[name];
  if (value) return value;
  const why =
    file === undefined ? 'it is not Muster, or its deployment did not finish' : 'it is no outputs file of Muster';
  throw new Explained(`${from} has no output ${name}: ${why}.`);
};

/** A system on this machine leaves its addresses and keys beside its outputs; they go before the operator's own. */
const reachAsBeside = (file: string): void => {
  const beside = join(dirname(file), 'aws.env');
  if (!existsSync(beside)) return;
  delete process.env.AWS_PROFILE;
  Object.assign(process.env, parseEnv(readFileSync(beside, 'utf8')));
  trustCertificate(process.env.NODE_EXTRA_CA_CERTS);
};
