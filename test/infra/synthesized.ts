import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { hashOfSources } from '../../infra/local/assembly/make-assembly.ts';
import type { SettingsFile } from '../../shared/settings.ts';

// biome-ignore lint/suspicious/noExplicitAny: templates have no type
type Untyped = any;

/** A resource of the template, as loosely typed as CloudFormation is. */
export type Resource = {
  readonly id: string;
  readonly Type: string;
  readonly Properties: Untyped;
  readonly DeletionPolicy?: string;
  readonly DependsOn?: readonly string[];
};

/** The sample organisation's settings file. */
export const contoso: SettingsFile = JSON.parse(readFileSync('infra/settings/contoso.json', 'utf8'));

/** An SMTP server instead of SES, for a region without it. */
export const bySmtp: SettingsFile = {
  ...contoso,
  mail: { transport: 'smtp', host: 'smtp.contoso.com', userName: 'muster', passwordSecretName: 'muster/smtp' },
};

/** Where to synthesize for, with what `-c` says, and whether cdk-nag and CDK's own rules shall judge the result. */
export type SynthesizedOptions = {
  readonly region?: string;
  readonly nag?: boolean;
  readonly context?: Readonly<Record<string, unknown>>;
};

/** The template. */
export const synthesized = (settings: SettingsFile = contoso, options: SynthesizedOptions = {}) => {
  const stdout = printed(JSON.stringify({ settings, ...options }));
  const { Resources, Outputs } = JSON.parse(stdout) as Record<string, Record<string, object>>;
  const resources = Object.entries(Resources ?? {}).map(([id, resource]) => ({ id, ...resource }) as Resource);
  return {
    resources,
    outputs: Object.keys(Outputs ?? {}),
    text: stdout,
    of: (type: string): readonly Resource[] => resources.filter(({ Type }) => Type === type),
  };
};

/** Templates that were made of these very sources: a dozen files of tests look at the same one. */
const kept = join('node_modules/.cache/templates', hashOfSources('infra/settings/contoso.json'));

/** Made by a process of its own: Node loads aws-cdk-lib many times faster than Jest does. */
const printed = (input: string): string => {
  const program = 'test/infra/print-template.ts';
  const name = createHash('sha256').update(readFileSync(program)).update(input).digest('hex');
  const file = join(kept, `${name}.json`);
  if (existsSync(file)) return readFileSync(file, 'utf8');
  const { status, stdout, stderr } = spawnSync(process.execPath, [program], {
    input,
    encoding: 'utf8',
    maxBuffer: 16 * 1024 * 1024,
  });
  if (status !== 0) throw new Error(stderr);
  mkdirSync(kept, { recursive: true });
  // Under another name first, so that nobody reads half of it.
  writeFileSync(`${file}.${process.pid}`, stdout);
  renameSync(`${file}.${process.pid}`, file);
  return stdout;
};

/** A logical id without the hash that CDK puts at its end. */
export const plain = (logicalId: string): string => logicalId.replace(/[0-9A-F]{8}$/, '');
