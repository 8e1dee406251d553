import { hash } from 'node:crypto';
import { copyFileSync, cpSync, writeFileSync } from 'node:fs';
import { basename, dirname, join, relative } from 'node:path';
import { Code } from 'aws-cdk-lib/aws-lambda';
import { AssetHashType, DockerImage } from 'aws-cdk-lib/core';
import type { IConstruct } from 'constructs';
import { buildSync, type OutputFile } from 'esbuild';
import { commonPasswordsFile } from '../../shared/lambda/common-passwords.ts';
import { builtFilesFolder } from '../../shared/pages/built-files.ts';
import { builtConsole, type Packing } from './console/built-console.ts';

const root = join(import.meta.dirname, '../..');
const functions = join(root, 'functions');
const lists = join(root, 'shared/lambda');

/**
 * The code of one file of functions/. All of them are bundled in one go, the first time that one is asked for: that
 * takes a second and a half, where CDK's NodejsFunction would start npx and esbuild for each and take eight. The SMTP
 * client, a third of a mailing function, goes in only where it is used; the list of common passwords lies beside the code
 * of those who judge one, the dictionary of Chinese beside the code that makes user names, the refusals in other languages
 * beside the code that refuses requests, and the files of the console beside the code that serves them. So do `files`, texts
 * by their names.
 */
export const bundledCode = (scope: IConstruct, name: string, { withSmtp, files }: BundleOptions): Code =>
  Code.fromAsset(functions, {
    assetHashType: AssetHashType.OUTPUT,
    bundling: {
      image: DockerImage.fromRegistry('never-used'),
      // CDK keeps bundles by their source and these options: without the name, all functions would get the first one.
      command: [
        name,
        ...(withSmtp ? ['smtp'] : []),
        ...(name === 'console' ? [String(packingOf(scope))] : []),
        ...Object.entries(files).map(([file, text]) => `${file}=${hash('sha256', text)}`),
      ],
      local: {
        tryBundle: (folder) => {
          for (const { path, contents, ...has } of bundlesOf(scope.node.root, withSmtp)) {
            if (basename(dirname(path)) !== name) continue;
            writeFileSync(join(folder, basename(path)), contents);
            if (has.list) copyFileSync(join(lists, commonPasswordsFile), join(folder, commonPasswordsFile));
            if (has.dictionary) writeFileSync(join(folder, dictionaryFile), dictionary());
            if (has.refusals) writeFileSync(join(folder, refusalsFile), refusals());
            if (has.console)
              cpSync(builtConsole(packingOf(scope)), join(folder, builtFilesFolder), { recursive: true });
          }
          for (const [file, text] of Object.entries(files)) writeFileSync(join(folder, file), text);
          return true;
        },
      },
    },
  });

/** What beside a function's own file decides on its bundle. */
type BundleOptions = { readonly withSmtp: boolean; readonly files: Readonly<Record<string, string>> };

/** Where files are packed for one machine, or for a deployment, which may take its time. */
export const quickPacking = 'muster:quick-packing';

const packingOf = (scope: IConstruct): Packing => (scope.node.tryGetContext(quickPacking) ? 5 : 11);

/**
 * A file of a bundle. `list`: its code asks the list of common passwords; `dictionary`: it reads Chinese; `refusals`: it
 * refuses in the language of whoever asks; `console`: it serves the console.
 */
type BundledFile = Pick<OutputFile, 'path' | 'contents'> &
  Record<'list' | 'dictionary' | 'refusals' | 'console', boolean>;

type Bundles = { smtp?: readonly BundledFile[]; ses?: readonly BundledFile[] };

const bundles = new WeakMap<IConstruct, Bundles>();

const bundlesOf = (app: IConstruct, withSmtp: boolean): readonly BundledFile[] => {
  const made = bundles.get(app) ?? {};
  bundles.set(app, made);
  const transport = withSmtp ? 'smtp' : 'ses';
  made[transport] ??= bundle(withSmtp);
  return made[transport];
};

/**
 * Where else than in its environment the SDK would look for credentials; a Lambda has them there. It imports each only
 * when it comes to that, so they are left out: a tenth of a bundle.
 */
const otherCredentials = [
  ...['ini', 'sso', 'process', 'web-identity', 'login', 'http'].map((kind) => `@aws-sdk/credential-provider-${kind}`),
  '@smithy/credential-provider-imds',
];

const bundle = (withSmtp: boolean): readonly BundledFile[] => {
  const { outputFiles, metafile } = buildSync({
    entryPoints: [join(functions, '*.ts')],
    // Nothing is written there; source maps say their paths from it, so that hashes are the same on every machine.
    outdir: join(root, 'bundles'),
    entryNames: '[name]/index',
    outExtension: { '.js': '.mjs' },
    write: false,
    metafile: true,
    bundle: true,
    platform: 'node',
    target: 'node24',
    format: 'esm',
    // The SDK goes in as well, so that what was tested is what runs; `module` before `main` makes it a fifth smaller.
    mainFields: ['module', 'main'],
    // Tables and texts in other scripts take half the room unescaped.
    charset: 'utf8',
    alias: { 'pinyin-pro': `./${dictionaryFile}`, '#translated-refusals': `./${refusalsFile}` },
    external: [
      `./${dictionaryFile}`,
      `./${refusalsFile}`,
      ...otherCredentials,
      ...(withSmtp ? [] : ['*/smtp/smtp-mailer.ts']),
    ],
    minify: true,
    sourcemap: true,
    sourcesContent: false,
    // Some packages inside are CommonJS and call require, which an ES module does not have.
    banner: { js: "import{createRequire}from'node:module';const require=createRequire(import.meta.url);" },
    absWorkingDir: root,
    logLevel: 'warning',
  });
  return outputFiles.map(({ path, contents }) => {
    const { inputs = {} } = metafile.outputs[relative(root, path)] ?? {};
    const has = (file: string) => Object.hasOwn(inputs, file);
    return {
      path,
      contents,
      list: has('shared/lambda/common-passwords.ts'),
      dictionary: has('shared/work/imports/plan/read-chinese.ts'),
      refusals: has('shared/refusals/sentences-in.ts'),
      console: has('shared/pages/built-files.ts'),
    };
  });
};

/** The dictionary of Chinese, a package of a third of a megabyte that is loaded where a name is to be read, and only then. */
const dictionaryFile = 'pinyin-pro.mjs';

const dictionary = (): Uint8Array => besideCode("export { pinyin } from 'pinyin-pro'");

/** Refusals in all languages but English: loaded where somebody is refused in one of them, and only then. */
const refusalsFile = 'translated-refusals.mjs';

const refusals = (): Uint8Array => besideCode("export { translated } from './shared/refusals/translated.ts'");

const besideCode = (contents: string): Uint8Array => {
  const { outputFiles } = buildSync({
    stdin: { contents, resolveDir: root },
    write: false,
    bundle: true,
    platform: 'node',
    target: 'node24',
    format: 'esm',
    minify: true,
    charset: 'utf8',
    logLevel: 'warning',
  });
  return outputFiles[0]?.contents ?? new Uint8Array();
};
