/** `npm run import`: imports a file into a deployed Muster, by its API alone. */
import { outliveReader } from './closed-pipe.ts';
import { importFromCommandLine } from './imports/command.ts';

// The import goes on by itself; how it ends, nobody is there to hear.
outliveReader(() => process.exit(1));
await importFromCommandLine(process.argv);
