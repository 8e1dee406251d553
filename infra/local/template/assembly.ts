/** Reads a cloud assembly from disk: the template of its only stack, and where the code of its functions lies. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod';
import { readTemplate, type Template } from './template.ts';

const manifestSchema = z.object({
  artifacts: z.record(
    z.string(),
    z.object({
      type: z.string(),
      properties: z.object({ templateFile: z.string().optional(), stackName: z.string().optional() }).optional(),
    }),
  ),
});

const assetsSchema = z.object({
  files: z
    .record(
      z.string(),
      z.object({
        source: z.object({ path: z.string().optional() }),
        destinations: z.record(z.string(), z.object({ objectKey: z.string() })),
      }),
    )
    .default({}),
});

/** A stack ready to be run: its name, its template, and the folder of each asset by the object key of its upload. */
export type Assembly = { stackName: string; template: Template; assetFolders: ReadonlyMap<string, string> };

const readJson = (path: string): unknown => JSON.parse(readFileSync(path, 'utf8'));

/** Reads the assembly in `folder`, as `app.synth()` or `cdk synth` leaves it. Throws when it holds not exactly one stack. */
export const readAssembly = (folder: string): Assembly => {
  const { artifacts } = manifestSchema.parse(readJson(join(folder, 'manifest.json')));
  const stacks = Object.entries(artifacts).filter(([, artifact]) => artifact.type === 'aws:cloudformation:stack');
  const [stack] = stacks;
  if (stack === undefined || stacks.length > 1) {
    throw new Error(`The local engine runs one stack; the assembly in ${folder} holds ${stacks.length}.`);
  }
  const [artifactId, { properties }] = stack;
  const templateFile = properties?.templateFile ?? `${artifactId}.template.json`;
  const { files } = assetsSchema.parse(readJson(join(folder, templateFile.replace('.template.json', '.assets.json'))));
  const assetFolders = Object.values(files).flatMap(({ source, destinations }) =>
    Object.values(destinations).map(({ objectKey }) => [objectKey, join(folder, source.path ?? '')] as const),
  );
  return {
    stackName: properties?.stackName ?? artifactId,
    template: readTemplate(readJson(join(folder, templateFile))),
    assetFolders: new Map(assetFolders),
  };
};
