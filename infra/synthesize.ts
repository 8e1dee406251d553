import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { App, type AppProps, type Environment } from 'aws-cdk-lib';
import type { CloudAssembly } from 'aws-cdk-lib/cx-api';
import { readSettings, type Settings } from '../shared/settings.ts';
import { musterStack } from './stack.ts';

const root = join(import.meta.dirname, '..');

/** Settings of a file. Throws an Error that names the file and what is wrong in it. */
export const settingsOf = (file: string): Settings => {
  try {
    return readSettings(JSON.parse(readFileSync(file, 'utf8')));
  } catch (error) {
    throw new Error(`${file}: ${(error as Error).message}`);
  }
};

/** An app with the feature flags of cdk.json, so that the template is the same whoever makes it. */
export const musterApp = (props: AppProps = {}): App => {
  const { context } = JSON.parse(readFileSync(join(root, 'cdk.json'), 'utf8'));
  return new App({ ...props, context: { ...context, ...props.context } });
};

/** Where to build for and to; without an account or region the template fits any of them. */
export type SynthesisOptions = Environment & {
  /** Folder of the template and the functions' bundles; a temporary one by default. */
  readonly outdir?: string;
};

/** The system as a template with its bundled functions, made in this process and without the checks of cdk-nag. */
export const synthesize = (settingsFile: string, { outdir, ...env }: SynthesisOptions = {}): CloudAssembly => {
  const app = musterApp(outdir === undefined ? {} : { outdir });
  musterStack(app, settingsOf(settingsFile), { env });
  return app.synth();
};
