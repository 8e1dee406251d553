/**
 * Run by `synthesized`: a list of settings, region and whether to check as JSON in, their templates as JSON out, one in a
 * line; a reason not to on stderr.
 */
import { text } from 'node:stream/consumers';
import { Validations } from 'aws-cdk-lib/core';
import { musterStack } from '../../infra/stack.ts';
import { musterApp } from '../../infra/synthesize.ts';
import { readSettings } from '../../shared/settings.ts';

for (const { settings, region, nag, context } of JSON.parse(await text(process.stdin))) {
  // Without the functions' bundles: they take a second and change no property.
  const app = musterApp({
    context: { 'aws:cdk:bundling-stacks': [], ...context },
    builtinCloudFormationValidation: nag === true,
  });
  if (nag) {
    const { AwsSolutionsChecks } = await import('cdk-nag');
    Validations.of(app).addPlugins(new AwsSolutionsChecks(app));
  }
  musterStack(app, readSettings(settings), region ? { env: { region } } : {});
  process.stdout.write(`${JSON.stringify(app.synth().stacks[0]?.template)}\n`);
}
