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

const statically = /\bimport(?!\()[\w$*{}, ]*?from ?"([^"]+)"/g;

test('every function has a bundle of its own, small and in want of nothing but Node', () => {
  const bundles = bundlesIn(synthesize('infra/settings/contoso.json', { outdir }).getStackByName('Muster').template);
  expect(new Set(bundles.map(({ folder }) => folder)).size).toBe(readdirSync('functions').length);
  for (const { name, folder } of bundles) {
    const dictionary = naming.includes(name) ? ['pinyin-pro.mjs'] : [];
    const list = judging.includes(name) ? ['common-passwords.bin'] : [];
    const page = serving.includes(name) ? ['console'] : [];
    const refusals = refusing.includes(name) ? ['translated-refusals.mjs'] : [];
    const beside = [...list, ...page, 'index.mjs', 'index.mjs.map', ...dictionary, ...refusals];
    expect([name, ...readdirSync(folder).sort()]).toEqual([name, ...beside]);
    const file = join(folder, 'index.mjs');
    expect([name, Math.max(maxBytes(name), statSync(file).size)]).toEqual([name, maxBytes(name)]);
    const imported = [...readFileSync(file, 'utf8').matchAll(statically)].map(([, module]) => module as string);
    expect(imported).not.toEqual([]);
    expect(imported.filter((module) => !isBuiltin(module))).toEqual([]);
  }
}, 60_000);

test('the SMTP client is in the bundles of those who mail by SMTP, and in no other', () => {
  const contoso = JSON.parse(readFileSync('infra/settings/contoso.json', 'utf8'));
  const account = { transport: 'smtp', host: 'smtp.contoso.com', userName: 'muster', passwordSecretName: 'smtp' };
  const settings = join(outdir, 'smtp.json');
  writeFileSync(settings, JSON.stringify({ ...contoso, mail: account }));
  const bundles = bundlesIn(synthesize(settings, { outdir }).getStackByName('Muster').template);
  const withSmtp = bundles.filter(
    ({ folder }) => !readFileSync(join(folder, 'index.mjs'), 'utf8').includes('smtp-mailer.ts'),
  );
  const mailing = withSmtp.filter(({ folder }) => readFileSync(join(folder, 'index.mjs'), 'utf8').includes('EHLO'));
  expect(mailing.map(({ name }) => name).sort()).toEqual(['send-credentials', 'send-notices']);
}, 60_000);

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
  expect(Object.keys(metafile.inputs).filter((file) => file.startsWith('shared/')).length).toBeLessThanOrEqual(103);
});
