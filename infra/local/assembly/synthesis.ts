/** Run as a process of its own: settings file and folder are its arguments. Exit code 2 means that the settings are wrong. */
import { settingsOf, synthesize } from '../../synthesize.ts';

const [settingsFile = '', outdir = ''] = process.argv.slice(2);

try {
  settingsOf(settingsFile);
} catch (error) {
  process.stderr.write((error as Error).message);
  process.exit(2);
}
synthesize(settingsFile, { outdir });
