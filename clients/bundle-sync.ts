/** `npm run sync-bundle`: the agent as one file, at the place that is named, else as muster-sync.mjs in the caller's folder. */
import { fromCaller } from './caller.ts';
import { writeBundle } from './sync/write-bundle.ts';

const outfile = fromCaller(process.argv[2] ?? 'muster-sync.mjs');
await writeBundle(outfile);
console.log(`${outfile}: run it with node, and copy it wherever Node 22 or newer is.`);
