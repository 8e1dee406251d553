/** `npm run redrive`: shows dead letters with the operator's own AWS rights, sends them back, or drops them. */

import { outliveReader } from './closed-pipe.ts';
import { redriveFromCommandLine } from './redrive/command.ts';

outliveReader();
await redriveFromCommandLine(process.argv);
