/** Run as a process of its own: settings file and folder are its arguments. */
import { synthesize } from '../../synthesize.ts';

const [settingsFile = '', outdir = ''] = process.argv.slice(2);

synthesize(settingsFile, { outdir });
