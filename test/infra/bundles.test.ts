import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { isBuiltin } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { synthesize } from '../../infra/synthesize.ts';
import type { Resource } from './synthesized.ts';

const outdir = mkdtempSync(join(tmpdir(), 'bundles-'));
afterAll(() => rmSync(outdir, { recursive: true }));

const functions = () =>
  (
    Object.values(
      synthesize('infra/settings/contoso.json', { outdir }).getStackByName('Muster').template.Resources,
    ) as Resource[]
  )
    .filter(({ Type }) => Type === 'AWS::Lambda::Function')
    .map(({ Properties }) => ({
      name: Properties.Description as string,
      folder: join(outdir, `asset.${Properties.Code.S3Key.replace('.zip', '')}`),
    }));

/** In kilobytes: a cold start grows with them, and most are waited for. Files and CSV cost the reader of files more. */
const most = (name: string): number => (name === 'import-users' ? 800 : 600);

test('every function has a bundle of its own, small and in want of nothing but Node', () => {
  const bundles = functions();
  expect(new Set(bundles.map(({ folder }) => folder)).size).toBe(readdirSync('functions').length);
  for (const { name, folder } of bundles) {
    expect(readdirSync(folder).sort()).toEqual(['index.mjs', 'index.mjs.map']);
    const file = join(folder, 'index.mjs');
    expect([name, Math.max(most(name), statSync(file).size / 1024)]).toEqual([name, most(name)]);
    const imported = [...readFileSync(file, 'utf8').matchAll(/\bfrom ?"([^"]+)"/g)].map(
      ([, module]) => module as string,
    );
    expect(imported.filter((module) => !isBuiltin(module))).toEqual([]);
  }
}, 60_000);
