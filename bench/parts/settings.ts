/** The settings under which benchmarks run. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { readSettings } from '../../shared/settings.ts';

const sample = JSON.parse(readFileSync(join(import.meta.dirname, '../../infra/settings/contoso.json'), 'utf8'));

/** How fast mail leaves: at the sample organisation's 14 a second, or as fast as this machine sends. */
export type MailPace = 'sample' | 'unbounded';

/** The sample organisation and its policy. */
export const { organisation, policy } = readSettings(sample);

/** Writes a settings file. */
export const writeSettings = (path: string, pace: MailPace): void => {
  const mail = pace === 'sample' ? sample.mail : { transport: 'ses', mailsPerSecond: 1_000_000 };
  writeFileSync(path, JSON.stringify({ ...sample, mail }));
};
