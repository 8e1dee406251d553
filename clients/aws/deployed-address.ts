/** Where the API is that was deployed from this folder. */
import { readFileSync } from 'node:fs';
import { usualOutputsFile } from './usual-outputs-file.ts';

/** The address in what `cdk deploy --outputs-file outputs.json` left here. */
export const deployedAddress = (): string | undefined => {
  const file = usualOutputsFile();
  if (file === undefined) return undefined;
  try {
    const [outputs] = Object.values(JSON.parse(readFileSync(file, 'utf8')) as Record<string, { ApiUrl?: string }>);
    return outputs?.ApiUrl;
  } catch {
    return undefined;
  }
};
