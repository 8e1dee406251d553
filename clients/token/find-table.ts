/** Where an operator's token is written. */
import { findOutputs, outputNamed, type WhichMuster } from '../aws/outputs.ts';

/** The name of the Directory table, from the outputs of the Muster that was named. Throws Explained when there is none. */
export const findTable = async (which: WhichMuster): Promise<string> =>
  outputNamed(await findOutputs(which), 'DirectoryTableName');
