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

/** What a template is made of. */
type Input = readonly [settings: SettingsFile, options?: SynthesizedOptions];

/** The template. */
export const synthesized = (settings: SettingsFile = contoso, options: SynthesizedOptions = {}) =>
  readTemplate(printed([settings, options]));

/** Has several templates made by one process, which `synthesized` then finds: each after the first takes a tenth of it. */
export const synthesizeAhead = (...inputs: readonly Input[]): void => {
  const missing = inputs.map(textOf).filter((input) => !existsSync(fileOf(input)));
  if (missing.length > 0) print(missing);
};

const readTemplate = (stdout: string) => {
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

const program = 'test/infra/print-template.ts';

const textOf = ([settings, options]: Input): string => JSON.stringify({ settings, ...options });

const fileOf = (input: string): string =>
  join(kept, `${createHash('sha256').update(readFileSync(program)).update(input).digest('hex')}.json`);

const printed = (of: Input): string => {
  const input = textOf(of);
  if (!existsSync(fileOf(input))) print([input]);
  return readFileSync(fileOf(input), 'utf8');
};

/** Made by a process of its own: Node loads aws-cdk-lib many times faster than Jest does. */
const print = (inputs: readonly string[]): void => {
  const { status, stdout, stderr } = spawnSync(process.execPath, [program], {
    input: `[${inputs.join(',')}]`,
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
  });
  if (status !== 0) throw new Error(stderr);
  mkdirSync(kept, { recursive: true });
  const templates = stdout.trimEnd().split('\n');
  for (const [index, input] of inputs.entries()) {
    const file = fileOf(input);
    // Under another name first, so that nobody reads half of it.
    writeFileSync(`${file}.${process.pid}`, templates[index] ?? '');
    renameSync(`${file}.${process.pid}`, file);
  }
};

/** A logical id without the hash that CDK puts at its end. */
export const plain = (logicalId: string): string => logicalId.replace(/[0-9A-F]{8}$/, '');
