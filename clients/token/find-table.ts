/** Where a deployed Muster keeps its directory. */
import { noMuster, stackOutputs } from '../aws/stack-outputs.ts';

const outputKey = 'DirectoryTableName';

/** The name of the Directory table, from the stack's outputs. Throws Explained when the stack has no such output. */
export const findTable = async (stack: string): Promise<string> => {
  const table = (await stackOutputs(stack))[outputKey];
  if (!table) throw noMuster(stack, outputKey);
  return table;
};
