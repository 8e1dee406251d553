/** The packages of other people whose code is in a bundle, and the texts of their licences. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Metafile } from 'esbuild';

/** A package as it lies here: `texts` are all that it says of its licence, and of whom to name. */
export type BundledPackage = { name: string; version: string; licence: string; texts: string[] };

const root = join(import.meta.dirname, '../..');

/** The folder of the package that a file belongs to: of one within another, the inner one. */
const folderOf = (file: string): string | undefined => /^(.*node_modules\/(?:@[^/]+\/)?[^/]+)\//.exec(file)?.[1];

/**
 * The packages whose code came into these bundles, by name. Throws an Error for one that has neither a text nor a licence
 * whose text is known here.
 */
export const bundledPackages = (...metafiles: readonly Pick<Metafile, 'outputs'>[]): BundledPackage[] => {
  const files = metafiles.flatMap(({ outputs }) =>
    Object.values(outputs).flatMap(({ inputs }) =>
      Object.entries(inputs).flatMap(([file, { bytesInOutput }]) => (bytesInOutput > 0 ? [file] : [])),
    ),
  );
  const folders = new Set(files.map(folderOf).filter((folder) => folder !== undefined));
  const packages = [...folders].map((folder) => packageIn(join(root, folder)));
  const once = new Map(packages.map((one) => [`${one.name}@${one.version}`, one]));
  return [...once.values()].sort((one, other) => (one.name < other.name ? -1 : 1));
};

const packageIn = (folder: string): BundledPackage => {
  const { name, version, license, author } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  const licence = String(license?.type ?? license);
  const files = readdirSync(folder).filter((file) => /^(licen[cs]es?|notice|copying)([.-].*)?$/i.test(file));
  const texts = files.sort().map((file) => readFileSync(join(folder, file), 'utf8').trim());
  if (texts.length > 0) return { name, version, licence, texts };
  const known = knownText(licence, String(author?.name ?? author ?? `the authors of ${name}`));
  if (known === undefined) throw new Error(`${name} says nothing of its licence ${licence}: add its text.`);
  return { name, version, licence, texts: [known] };
};

/** Of packages that name a licence and leave its text out. */
const knownText = (licence: string, holder: string): string | undefined => {
  if (licence === 'MIT') return mit(holder);
  if (licence === 'MIT-0')
    return mit(holder)
      .replace(/, subject to the following conditions:\n\n[^\n]+/, '.')
      .replace('MIT License', 'MIT No Attribution');
  return licence === 'Apache-2.0' ? readFileSync(join(root, 'LICENSE'), 'utf8').trim() : undefined;
};

const mit = (holder: string): string => `MIT License

Copyright (c) ${holder}

Permission is hereby granted, free of charge, to any person obtaining a copy of this software and associated documentation files (the "Software"), to deal in the Software without restriction, including without limitation the rights to use, copy, modify, merge, publish, distribute, sublicense, and/or sell copies of the Software, and to permit persons to whom the Software is furnished to do so, subject to the following conditions:

The above copyright notice and this permission notice shall be included in all copies or substantial portions of the Software.

THE SOFTWARE IS PROVIDED "AS IS", WITHOUT WARRANTY OF ANY KIND, EXPRESS OR IMPLIED, INCLUDING BUT NOT LIMITED TO THE WARRANTIES OF MERCHANTABILITY, FITNESS FOR A PARTICULAR PURPOSE AND NONINFRINGEMENT. IN NO EVENT SHALL THE AUTHORS OR COPYRIGHT HOLDERS BE LIABLE FOR ANY CLAIM, DAMAGES OR OTHER LIABILITY, WHETHER IN AN ACTION OF CONTRACT, TORT OR OTHERWISE, ARISING FROM, OUT OF OR IN CONNECTION WITH THE SOFTWARE OR THE USE OR OTHER DEALINGS IN THE SOFTWARE.`;

/** One file of texts: each once, below the packages that it is of. */
export const licenceTexts = (packages: readonly BundledPackage[]): string => {
  const byText = new Map<string, BundledPackage[]>();
  for (const one of packages) for (const text of one.texts) byText.set(text, [...(byText.get(text) ?? []), one]);
  const line = '-'.repeat(80);
  const parts = [...byText].map(([text, of]) => {
    const names = of.map(({ name, version, licence }) => `${name} ${version} (${licence})`);
    return `${line}\n${names.join('\n')}\n${line}\n\n${text}\n`;
  });
  return `Muster contains software of others, under the licences below.\n\n${parts.join('\n')}`;
};
