import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import type { SettingsFile } from '../../shared/settings.ts';

// biome-ignore lint/suspicious/noExplicitAny: templates have no type
type Untyped = any;

/** A resource of the template, as loosely typed as CloudFormation is. */
export type Resource = {
  readonly id: string;
  readonly Type: string;
  readonly Properties: Untyped;
  readonly DeletionPolicy?: string;
};

/** The sample organisation's settings file. */
export const contoso: SettingsFile = JSON.parse(readFileSync('infra/settings/contoso.json', 'utf8'));

/** An SMTP server instead of SES, for a region without it. */
export const bySmtp: SettingsFile = {
  ...contoso,
  mail: { transport: 'smtp', host: 'smtp.contoso.com', userName: 'muster', passwordSecretName: 'muster/smtp' },
};

/** Where to synthesize for, and whether cdk-nag and CDK's own rules shall judge the result. */
export type SynthesizedOptions = { readonly region?: string; readonly nag?: boolean };

/** The template. Made by a process of its own: Node loads aws-cdk-lib many times faster than Jest does. */
export const synthesized = (settings: SettingsFile = contoso, options: SynthesizedOptions = {}) => {
  const { status, stdout, stderr } = spawnSync(process.execPath, ['test/infra/print-template.ts'], {
    input: JSON.stringify({ settings, ...options }),
    encoding: 'utf8',
    maxBuffer: 16 * 1024 * 1024,
  });
  if (status !== 0) throw new Error(stderr);
  const { Resources, Outputs } = JSON.parse(stdout) as Record<string, Record<string, object>>;
  const resources = Object.entries(Resources ?? {}).map(([id, resource]) => ({ id, ...resource }) as Resource);
  return {
    resources,
    outputs: Object.keys(Outputs ?? {}),
    text: stdout,
    of: (type: string): readonly Resource[] => resources.filter(({ Type }) => Type === type),
  };
};

/** A logical id without the hash that CDK puts at its end. */
export const plain = (logicalId: string): string => logicalId.replace(/[0-9A-F]{8}$/, '');
