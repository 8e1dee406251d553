/** The settings of a deployment, which lie in a file beside the code of each function that follows them. */
import { readFileSync } from 'node:fs';

/** The file's name. An environment takes 4 KB; a file in the function's own package takes whatever there is to say. */
export const settingsBeside = 'settings.json';

type Settings = Readonly<Record<string, unknown>>;

/**
 * The file's settings with what is known at deployment only, such as where people sign in, laid over them: that comes in
 * the environment. Where no file lies beside the code, as in a test, what is given is all. Throws a SyntaxError for a file
 * that is no JSON.
 */
export const withSettingsBeside = (known: unknown, file = new URL(`./${settingsBeside}`, import.meta.url)): unknown => {
  const written = textOf(file);
  if (written === undefined || !isObject(known)) return known;
  const settings = JSON.parse(written) as Settings;
  const laidOver = Object.entries(known).map(([name, value]) => [name, over(settings[name], value)]);
  return { ...settings, ...Object.fromEntries(laidOver) };
};

const over = (written: unknown, known: unknown): unknown =>
  isObject(written) && isObject(known) ? { ...written, ...known } : known;

const isObject = (value: unknown): value is Settings =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const textOf = (file: URL): string | undefined => {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
};
