/** What Cloudscape's components say, without those that the console has not: they are most of it. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { build, type Plugin } from 'esbuild';

const root = join(import.meta.dirname, '../../..');

const module = /^export default (?<messages>\{.*\});?\s*$/s;

type Messages = Record<string, Record<string, Record<string, unknown>>>;

/**
 * Leaves out of Cloudscape's files of a whole language what no component in use says. Dutch, which Cloudscape lacks, is
 * written here for the components in use, and a test holds that none of them is missing there: it says which those are.
 */
export const stringsInUse: Plugin = {
  name: 'strings-in-use',
  setup: ({ onLoad }) => {
    onLoad({ filter: /i18n\/messages\/all\.[\w-]+\.js$/ }, async ({ path }) => {
      const written = module.exec(readFileSync(path, 'utf8'))?.groups?.messages;
      if (written === undefined) throw new Error(`${path} is not as Cloudscape's messages were.`);
      const messages = JSON.parse(written) as Messages;
      componentsInUse ??= namesInDutch();
      return { contents: `export default ${JSON.stringify(inUse(messages, await componentsInUse))};`, loader: 'js' };
    });
  },
};

let componentsInUse: Promise<ReadonlySet<string>> | undefined;

/** The console is imported by nobody: what it says is bundled and run. */
const namesInDutch = async (): Promise<ReadonlySet<string>> => {
  const { outputFiles } = await build({
    entryPoints: [join(root, 'clients/console/texts/dutch/component-messages.ts')],
    write: false,
    bundle: true,
    format: 'esm',
    absWorkingDir: root,
    logLevel: 'warning',
  });
  const program = Buffer.from(outputFiles[0]?.contents ?? '').toString('base64');
  const { dutchComponents } = await import(`data:text/javascript;base64,${program}`);
  return new Set(Object.keys(dutchComponents));
};

/** By library, language and component. */
const inUse = (messages: Messages, names: ReadonlySet<string>): Messages =>
  mapped(messages, (languages) =>
    mapped(languages, (components) =>
      Object.fromEntries(Object.entries(components).filter(([component]) => names.has(component))),
    ),
  );

const mapped = <From, To>(values: Readonly<Record<string, From>>, change: (value: From) => To): Record<string, To> =>
  Object.fromEntries(Object.entries(values).map(([name, value]) => [name, change(value)]));
