/**
 * Run by `cdk synth` and `cdk deploy`. Context: `settings`, a file; `stage`, before the one in the file; `region`, else the
 * one of the AWS profile.
 */
import { Validations } from 'aws-cdk-lib/core';
import { AwsSolutionsChecks } from 'cdk-nag';
import { settingsOf } from './settings-file.ts';
import { musterStack } from './stack.ts';
import { musterApp } from './synthesize.ts';

try {
  const app = musterApp();
  Validations.of(app).addPlugins(new AwsSolutionsChecks(app));
  const region = app.node.tryGetContext('region') ?? process.env.CDK_DEFAULT_REGION;
  const account = process.env.CDK_DEFAULT_ACCOUNT;
  const stage = app.node.tryGetContext('stage');
  musterStack(
    app,
    settingsOf(app.node.getContext('settings'), { ...(stage !== undefined && { stage: String(stage) }) }),
    {
      env: { ...(region && { region }), ...(account && { account }) },
    },
  );
  app.synth();
} catch (error) {
  console.error((error as Error).message);
  process.exitCode = 1;
}
