/** `npm run check`: holds a deployed Muster, or a local one, against what always holds of it. Changes nothing. */
import { checkFromCommandLine } from './check/command.ts';
import { outliveReader } from './closed-pipe.ts';

outliveReader();
await checkFromCommandLine(process.argv);
