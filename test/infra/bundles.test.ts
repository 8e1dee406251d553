import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { isBuiltin } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { synthesize } from '../../infra/synthesize.ts';
import type { Resource } from './synthesized.ts';

const outdir = mkdtempSync(join(tmpdir(), 'bundles-'));
afterAll(() => rmSync(outdir, { recursive: true }));

const bundlesIn = (template: { Resources: Record<string, Resource> }) => {
  const resources = Object.entries(template.Resources);
  const mappings = resources.filter(([, { Type }]) => Type === 'AWS::Lambda::EventSourceMapping');
  const behindQueues = mappings.map(([, { Properties }]) => Properties.FunctionName.Ref);
  return resources
    .filter(([, { Type }]) => Type === 'AWS::Lambda::Function')
    .map(([id, { Properties }]) => ({
      name: Properties.Description as string,
      folder: join(outdir, `asset.${Properties.Code.S3Key.replace('.zip', '')}`),
      // A cold start grows with the bundle. Somebody waits for an answer over HTTP; nobody for a file or a mail, whose
      // functions carry CSV, SMTP and the texts of mails.
      mostKilobytes: behindQueues.includes(id) ? 900 : 600,
    }));
};

test('every function has a bundle of its own, small and in want of nothing but Node', () => {
  const bundles = bundlesIn(synthesize('infra/settings/contoso.json', { outdir }).getStackByName('Muster').template);
  expect(new Set(bundles.map(({ folder }) => folder)).size).toBe(readdirSync('functions').length);
  for (const { name, folder, mostKilobytes } of bundles) {
    expect(readdirSync(folder).sort()).toEqual(['index.mjs', 'index.mjs.map']);
    const file = join(folder, 'index.mjs');
    expect([name, Math.max(mostKilobytes, statSync(file).size / 1024)]).toEqual([name, mostKilobytes]);
    const imported = [...readFileSync(file, 'utf8').matchAll(/\bimport[\w$*{}, ]*?from ?"([^"]+)"/g)].map(
      ([, module]) => module as string,
    );
    expect(imported).not.toEqual([]);
    expect(imported.filter((module) => !isBuiltin(module))).toEqual([]);
  }
}, 60_000);
