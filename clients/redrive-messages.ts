/** `npm run redrive`: shows dead letters with the operator's own AWS rights, sends them back, or drops them. */
import { redriveFromCommandLine } from './redrive/command.ts';

await redriveFromCommandLine(process.argv);
