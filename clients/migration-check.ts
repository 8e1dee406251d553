/** `npm run migration-check`: tells which rows of an IMAP migration's file can sign in to the server that mail comes from. */
import { outliveReader } from './closed-pipe.ts';
import { checkFromCommandLine } from './migration/command.ts';

outliveReader(() => process.exit(1));
await checkFromCommandLine(process.argv);
