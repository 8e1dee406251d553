/** Who one is signed in as, and where: a file that its owner alone can read. */
import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { dirname, join } from 'node:path';
import { Fault, usageFault } from '../fault.ts';

/** A place where one is signed in; `expiresDateTime` is when the token ends. */
export type Profile = { url: string; token: string; kind: string; displayName: string; expiresDateTime: string };

/** All of them, by name, and which is used where none is named. */
export type Profiles = { current: string; profiles: Readonly<Record<string, Profile>> };

/** The name of the profile where nobody gives one. */
export const usualProfile = 'default';

/** `profiles.json` in `muster` of XDG_CONFIG_HOME, else of ~/.config. */
export const profilesFile = (): string =>
  join(process.env.XDG_CONFIG_HOME || join(homedir(), '.config'), 'muster', 'profiles.json');

/** Reads them: none where there is no file. Throws a Fault for a file that is not theirs. */
export const readProfiles = (): Profiles => {
  const file = profilesFile();
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return { current: usualProfile, profiles: {} };
    throw new Fault(`${file} cannot be read: ${(error as Error).message}`);
  }
  try {
    const { current = usualProfile, profiles = {} } = JSON.parse(text) as Partial<Profiles>;
    return { current, profiles };
  } catch {
    throw new Fault(`${file} is no JSON: move it away, and sign in again (muster login).`);
  }
};

/** Writes them, readable by the owner alone from the first byte on; whoever reads meanwhile has the old ones whole. */
export const writeProfiles = (profiles: Profiles): void => {
  const file = profilesFile();
  mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
  const beside = `${file}.${process.pid}`;
  writeFileSync(beside, `${JSON.stringify(profiles, undefined, 2)}\n`, { mode: 0o600 });
  renameSync(beside, file);
};

/** The name of a profile, as it may be written. Throws a Fault (usage). */
export const profileName = (name: string): string => {
  if (/^[A-Za-z0-9][\w.@-]{0,63}$/.test(name)) return name;
  throw usageFault(`${name} cannot be the name of a profile: give 1 to 64 letters, digits, and _ . @ -`);
};
