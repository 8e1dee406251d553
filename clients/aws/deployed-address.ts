/** Where the API is that was deployed from this folder. */
import { outputsIn } from './outputs-file.ts';
import { usualOutputsFile } from './usual-outputs-file.ts';

/**
 * The address in what `cdk deploy --outputs-file outputs.json` left here: that of the stack in MUSTER_STACK, or of the only
 * one. Throws Explained for a file that does not say which.
 */
export const deployedAddress = (): string | undefined => {
  const file = usualOutputsFile();
  return file === undefined ? undefined : outputsIn(file, process.env.MUSTER_STACK || undefined).ApiUrl;
};
