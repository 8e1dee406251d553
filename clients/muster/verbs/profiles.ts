/** `muster profiles`. */
import type { Command } from 'commander';
import { verb } from '../context.ts';
import { usageFault } from '../fault.ts';
import { profileName, readProfiles, usualProfile, writeProfiles } from '../profile/profiles-file.ts';

/** One that is there. Throws a Fault (usage). */
const known = (name: string): string => {
  const { profiles } = readProfiles();
  if (Object.hasOwn(profiles, profileName(name))) return name;
  throw usageFault(`There is no profile ${name}. They are: ${Object.keys(profiles).join(', ') || 'none'}.`);
};

/** Adds them to the program. Tokens are shown nowhere. */
export const addLookingAtProfiles = (program: Command): void => {
  const profiles = program.command('profiles').description('where one is signed in');
  profiles
    .command('list')
    .description('list the profiles')
    .action(
      verb(async ({ print }) => {
        const { current, profiles: all } = readProfiles();
        const shown = Object.entries(all).map(([name, { token: _secret, ...profile }]) => ({
          name,
          current: name === current,
          ...profile,
        }));
        const columns = {
          Profile: 'name',
          'In use': 'current',
          Address: 'url',
          Who: 'displayName',
          Until: 'expiresDateTime',
        };
        await print(shown, columns);
      }),
    );
  profiles
    .command('use')
    .description('use a profile where none is named')
    .argument('<name>', 'name of the profile')
    .action(
      verb(async ({ say }, name: string) => {
        writeProfiles({ ...readProfiles(), current: known(name) });
        say(`${name} is in use.`);
      }),
    );
  profiles
    .command('forget')
    .description('forget a profile, and leave its session as it is')
    .argument('<name>', 'name of the profile')
    .action(
      verb(async ({ say }, name: string) => {
        const { current, profiles: all } = readProfiles();
        const { [known(name)]: _over, ...others } = all;
        writeProfiles({
          current: current === name ? (Object.keys(others)[0] ?? usualProfile) : current,
          profiles: others,
        });
        say(`${name} is forgotten.`);
      }),
    );
};
