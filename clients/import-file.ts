/** `npm run import`: imports a file into a deployed Muster, by its API alone. */
import { importFromCommandLine } from './imports/command.ts';

await importFromCommandLine(process.argv);
