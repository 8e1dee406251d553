/** Where a deployed Muster keeps its directory. */
import { outputNamed } from '../aws/outputs.ts';
import { stackOutputs } from '../aws/stack-outputs.ts';
import { usualStack } from '../aws/which-stack.ts';

/** The name of the Directory table, from the stack's outputs. Throws Explained when the stack has no such output. */
export const findTable = async (stack = usualStack): Promise<string> =>
  outputNamed({ outputs: await stackOutputs(stack), from: `The stack ${stack}` }, 'DirectoryTableName');
