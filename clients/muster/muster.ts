/** What `muster` runs once it is bundled. */
import { outliveReader } from '../closed-pipe.ts';
import { runMuster } from './run.ts';

outliveReader();
await runMuster(process.argv);
