import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { App, type AppProps, type Environment } from 'aws-cdk-lib/core';
import type { CloudAssembly } from 'aws-cdk-lib/cx-api';
import { quickPacking } from './parts/bundled-code.ts';
import { settingsOf } from './settings-file.ts';
import { musterStack } from './stack.ts';

const root = join(import.meta.dirname, '..');

/** An app with the feature flags of cdk.json, so that the template is the same whoever makes it. */
export const musterApp = (props: AppProps = {}): App => {
  const { context } = JSON.parse(readFileSync(join(root, 'cdk.json'), 'utf8'));
  // Synthesized by whoever asks for it: on exit, CDK would also try an app that failed half way.
  return new App({ autoSynth: false, ...props, context: { ...context, ...props.context } });
};

/** Where to build for and to; without an account or region the template fits any of them. */
export type SynthesisOptions = Environment & {
  /** Folder of the template and the functions' bundles; a temporary one by default. */
  readonly outdir?: string;
};

/**
 * The system as a template with its bundled functions, made in this process. Checks by cdk-nag and by CDK's own rules
 * are left to `cdk synth`: they take four seconds, and `npm start` is to be quick.
 */
export const synthesize = (settingsFile: string, { outdir, ...env }: SynthesisOptions = {}): CloudAssembly => {
  const app = musterApp({
    builtinCloudFormationValidation: false,
    context: { [quickPacking]: true },
    ...(outdir !== undefined && { outdir }),
  });
  // The domain of a deployment leads there, and not to whoever makes the template for this machine.
  const { apiUrl: _elsewhere, domain: _there, ...settings } = settingsOf(settingsFile);
  musterStack(app, settings, { env });
  return app.synth();
};
