/** `npm run sync`: synchronises the people of an Active Directory into Muster, by its API alone. */
import './sync/small-heap.ts';
import { outliveReader } from './closed-pipe.ts';
import { syncFromCommandLine } from './sync/command.ts';

outliveReader();
await syncFromCommandLine(process.argv);
