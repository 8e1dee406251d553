/** The outputs of the Muster that a command is about: of its stack, or of a file that a deployment or `npm start` wrote. */
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { parseEnv } from 'node:util';
import { Explained } from './explain.ts';
import { stackOutputs } from './stack-outputs.ts';
import { trustCertificate } from './trust-certificate.ts';
import { usualOutputsFile } from './usual-outputs-file.ts';

/** Outputs by name. */
export type Outputs = Readonly<Record<string, string>>;

/** What a command was given: the stack, and the file where it was named. */
export type WhichMuster = { stack: string; outputs?: string };

/** The outputs, and the file that they came from; `from` names their place in a sentence. */
export type FoundOutputs = { outputs: Outputs; file?: string; from: string };

/** Reads the file that was named or lies in this folder, else asks for the stack's. Throws Explained. */
export const findOutputs = async ({ stack, outputs: named }: WhichMuster): Promise<FoundOutputs> => {
  const file = named ?? usualOutputsFile();
  if (file === undefined) return { outputs: await stackOutputs(stack), from: `The stack ${stack}` };
  const outputs = outputsIn(file);
  reachAsBeside(file);
  return { outputs, file, from: file };
};

/** One that every Muster has. Throws Explained when it is not there. */
export const outputNamed = ({ outputs, file, from }: FoundOutputs, name: string): string => {
  const value = outputs[name];
  if (value) return value;
  const why =
    file === undefined ? 'it is not Muster, or its deployment did not finish' : 'it is no outputs file of Muster';
  throw new Explained(`${from} has no output ${name}: ${why}.`);
};

const outputsIn = (file: string): Outputs => {
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch {
    throw new Explained(
      `There is no outputs file ${file}: \`cdk deploy --outputs-file\` writes one, and so does \`npm start\`.`,
    );
  }
  try {
    return (Object.values(JSON.parse(text))[0] ?? {}) as Outputs;
  } catch {
    throw new Explained(`${file} is no outputs file of Muster: it is no JSON.`);
  }
};

/** A system on this machine leaves its addresses and keys beside its outputs; they go before the operator's own. */
const reachAsBeside = (file: string): void => {
  const beside = join(dirname(file), 'aws.env');
  if (!existsSync(beside)) return;
  delete process.env.AWS_PROFILE;
  Object.assign(process.env, parseEnv(readFileSync(beside, 'utf8')));
  trustCertificate(process.env.NODE_EXTRA_CA_CERTS);
};
