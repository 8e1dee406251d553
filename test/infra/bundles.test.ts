import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { isBuiltin } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'esbuild';
import { synthesize } from '../../infra/synthesize.ts';
import type { Resource } from './synthesized.ts';

const outdir = mkdtempSync(join(tmpdir(), 'bundles-'));
afterAll(() => rmSync(outdir, { recursive: true }));

/**
 * A cold start grows with the bundle: what the README promises, in bytes. Nobody waits for the first answer of
 * import-users, which reads workbooks, lists in many languages and the encodings of the world beside all else.
 */
const maxBytes = (name: string) => (name === 'import-users' ? 1_300_000 : 700_000);

const bundlesIn = (template: { Resources: Record<string, Resource> }) =>
  Object.values(template.Resources)
    .filter(({ Type }) => Type === 'AWS::Lambda::Function')
    .map(({ Properties }) => ({
      name: Properties.Description as string,
      folder: join(outdir, `asset.${Properties.Code.S3Key.replace('.zip', '')}`),
    }));

/** Who makes user names, and so has the dictionary of Chinese beside the code. */
const naming = ['import-users'];

/** Who judges passwords, and so has the list of common ones beside the code. */
const judging = ['change-users', 'create-user', 'import-users', 'reset-passwords', 'sign-in'];

/** Who serves the console, and so has its files beside the code. */
const serving = ['console'];
/** Who refuses requests, and so has the refusals in other languages beside the code. */
const refusing = readdirSync('functions')
  .filter((file) => readFileSync(join('functions', file), 'utf8').includes('/graph/on-graph.ts'))
  .map((file) => file.replace('.ts', ''));

/** Who follows the settings, and so has their file beside the code. */
const following = readdirSync('functions')
  .filter((file) => /\bvariables = [^;]*'SETTINGS'/.test(readFileSync(join('functions', file), 'utf8')))
  .map((file) => file.replace('.ts', ''));

const statically = /\bimport(?!\()[\w$*{}, ]*?from ?"([^"]+)"/g;

test('every function has a bundle of its own, small and in want of nothing but Node', () => {
  const bundles = bundlesIn(synthesize('infra/settings/contoso.json', { outdir }).getStackByName('Muster').template);
  expect(new Set(bundles.map(({ folder }) => folder)).size).toBe(readdirSync('functions').length);
  for (const { name, folder } of bundles) {
    const dictionary = naming.includes(name) ? ['pinyin-pro.mjs'] : [];
    const list = judging.includes(name) ? ['common-passwords.bin'] : [];
    const page = serving.includes(name) ? ['console'] : [];
    const refusals = refusing.includes(name) ? ['translated-refusals.mjs'] : [];
    const settings = following.includes(name) ? ['settings.json'] : [];
    const beside = [...list, ...page, 'index.mjs', 'index.mjs.map', ...dictionary, ...settings, ...refusals];
    expect([name, ...readdirSync(folder).sort()]).toEqual([name, ...beside]);
    const file = join(folder, 'index.mjs');
    expect([name, Math.max(maxBytes(name), statSync(file).size)]).toEqual([name, maxBytes(name)]);
    const imported = [...readFileSync(file, 'utf8').matchAll(statically)].map(([, module]) => module as string);
    expect(imported).not.toEqual([]);
    expect(imported.filter((module) => !isBuiltin(module))).toEqual([]);
  }
}, 60_000);

test('the SMTP client is in the bundles of those who mail by SMTP, and in no other; settings of 20 KB in those who follow them', () => {
  const contoso = JSON.parse(readFileSync('infra/settings/contoso.json', 'utf8'));
  const account = { transport: 'smtp', host: 'smtp.contoso.com', userName: 'muster', passwordSecretName: 'smtp' };
  const settings = join(outdir, 'smtp.json');
  const bannedPasswords = Array.from({ length: 1000 }, (_, index) => `sixteen-long-${String(index).padStart(3, '0')}`);
  writeFileSync(settings, JSON.stringify({ ...contoso, mail: account, policy: { bannedPasswords } }));
  const { template } = synthesize(settings, { outdir }).getStackByName('Muster');
  const bundles = bundlesIn(template);
  const withSmtp = bundles.filter(
    ({ folder }) => !readFileSync(join(folder, 'index.mjs'), 'utf8').includes('smtp-mailer.ts'),
  );
  const mailing = withSmtp.filter(({ folder }) => readFileSync(join(folder, 'index.mjs'), 'utf8').includes('EHLO'));
  expect(mailing.map(({ name }) => name).sort()).toEqual(['send-credentials', 'send-notices']);

  // The settings of 20 KB lie beside the code, and what the deployment alone is made by does not.
  for (const { name, folder } of bundles.filter(({ name }) => following.includes(name))) {
    const beside = readFileSync(join(folder, 'settings.json'), 'utf8');
    expect([name, beside.length > 18_000]).toEqual([name, true]);
    expect([name, Object.keys(JSON.parse(beside)).sort()]).toEqual([
      name,
      ['importFileDays', 'imports', 'mail', 'organisation', 'policy'],
    ]);
  }
  // A function reads them as it starts.
  const page = bundles.find(({ name }) => name === 'sign-in-page')?.folder ?? '';
  expect(startOf(page)).toBe('started');
  rmSync(join(page, 'settings.json'));
  expect(startOf(page)).toContain('Environment variables missing or wrong: SETTINGS');
}, 120_000);

/** What becomes of a function's cold start. */
const startOf = (folder: string): string => {
  const program = `await import(${JSON.stringify(join(folder, 'index.mjs'))}); console.log('started');`;
  const env = { DIRECTORY_TABLE: 'people', API_URL: 'https://api.example', AWS_REGION: 'eu-west-1', SETTINGS: '{}' };
  const { stdout, stderr } = spawnSync(process.execPath, ['--input-type=module', '-e', program], {
    env,
    encoding: 'utf8',
  });
  return stdout.trim() || stderr;
};

test('adding a person is made of few modules of our own', async () => {
  const { metafile } = await build({
    entryPoints: ['functions/create-user.ts'],
    bundle: true,
    platform: 'node',
    format: 'esm',
    packages: 'external',
    // What is loaded only where it is asked for lies beside the code.
    external: ['#translated-refusals'],
    metafile: true,
    write: false,
  });
  expect(Object.keys(metafile.inputs).filter((file) => file.startsWith('shared/')).length).toBeLessThanOrEqual(105);
});
