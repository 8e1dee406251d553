/** `muster login`, `logout`, `whoami` and `profiles`. */
import { type Command, Option } from 'commander';
import { type Context, verb } from '../context.ts';
import { addLookingAtProfiles } from './profiles.ts';

type LoginOptions = { userName?: string; password?: string; clientId?: string; clientSecret?: string };

type WhoAsks = {
  kind: string;
  displayName: string;
  userPrincipalName?: string;
  expiresDateTime: string;
  roles: string[];
};

/** Questions at the terminal, or the lines of standard input for `--password -`: the password, and a new one if it is due. */
const questions = async ({ say, chosen }: Context<LoginOptions>) => {
  const { ask, askHidden, isAtTerminal } = await import('../input/ask.ts');
  const { firstLineOfInput } = await import('../input/standard-input.ts');
  const { usageFault } = await import('../fault.ts');
  const isRead = chosen.password !== undefined;
  if (isRead && chosen.password !== '-') throw usageFault('A password is read from standard input: --password -');
  if (!isRead && !isAtTerminal())
    throw usageFault(
      'There is no terminal to ask at: use --token -, --client-id with --client-secret -, or --user-name with --password -',
    );
  const fresh = async (why: readonly string[]): Promise<string | undefined> => {
    if (isRead) return (await firstLineOfInput()) || undefined;
    for (const sentence of why) say(sentence);
    const first = await askHidden('New password: ');
    if (first === '') return undefined;
    if (first === (await askHidden('The same again: '))) return first;
    return fresh(['These were two passwords.']);
  };
  return {
    name: async () => chosen.userName ?? (isRead ? firstLineOfInput() : ask('User name: ')),
    password: () => (isRead ? firstLineOfInput() : askHidden('Password: ')),
    fresh,
  };
};

const gotToken = async (context: Context<LoginOptions>, url: string): Promise<string> => {
  const { token, clientId, clientSecret } = context.chosen;
  const { givenText } = await import('../input/standard-input.ts');
  if (token !== undefined) return token;
  const { signInApplication, signInPerson } = await import('../profile/sign-in.ts');
  if (clientId !== undefined)
    return (await signInApplication(url, clientId, await givenText(clientSecret ?? '-', '--client-secret'))).token;
  const asked = await questions(context);
  return (await signInPerson(url, await asked.name(), asked)).token;
};

const login = async (context: Context<LoginOptions>): Promise<void> => {
  const { addressOf } = await import('../profile/connection.ts');
  const { createCall } = await import('../../imports/call.ts');
  const { profileName, readProfiles, usualProfile, writeProfiles } = await import('../profile/profiles-file.ts');
  const url = addressOf(context.chosen.url);
  const name = profileName(context.chosen.profile ?? usualProfile);
  const token = await gotToken(context, url);
  const who = (await createCall(url, token)('GET', '/v1.0/session')) as WhoAsks;
  const { kind, displayName, expiresDateTime } = who;
  const { profiles } = readProfiles();
  writeProfiles({
    current: name,
    profiles: { ...profiles, [name]: { url, token, kind, displayName, expiresDateTime } },
  });
  context.say(`Signed in at ${url} as ${displayName} (${who.roles.join(', ') || 'no role'}) until ${expiresDateTime}.`);
};

/** The token is worthless before it is forgotten; one that is already forgotten by the API is no error. */
const logout = async (context: Context): Promise<void> => {
  const { ApiError } = await import('../../imports/api-error.ts');
  const { readProfiles, usualProfile, writeProfiles } = await import('../profile/profiles-file.ts');
  const { connection } = await import('../profile/connection.ts');
  const { createCall } = await import('../../imports/call.ts');
  const { current, profiles } = readProfiles();
  const name = context.chosen.profile ?? current;
  try {
    const { url, token } = await connection({ profile: name });
    await createCall(url, token)('POST', '/v1.0/me/signOut');
  } catch (error) {
    if (!(error instanceof ApiError && error.status === 401) && !/ended at/.test(String(error))) throw error;
  }
  const { [name]: _over, ...others } = profiles;
  writeProfiles({ current: current === name ? (Object.keys(others)[0] ?? usualProfile) : current, profiles: others });
  context.say(`Signed out of ${name}.`);
};

/** Adds them to the program. */
export const addLogin = (program: Command): void => {
  program
    .command('login')
    .description('sign in, and keep the session in a profile')
    .option('--user-name <name>', 'who signs in; asked for without one')
    .option('--password <->', 'reads the password from standard input, and in the next line a new one if that is due')
    .addOption(new Option('--client-id <id>', 'client id of an application').conflicts(['userName', 'password']))
    .option('--client-secret <secret>', 'its secret; - reads it from standard input, as without it')
    .addHelpText(
      'after',
      `
Without options it asks for name and password. Who must change the password first is asked for a new one.
The profile lies in a file that you alone can read. It is used where neither --token nor MUSTER_TOKEN is there.

Examples:
  muster login --url https://abc.execute-api.eu-central-1.amazonaws.com
  muster login --url https://host --profile test --token - < token.txt
  muster login --url https://host --client-id 0d1c… --client-secret - < secret.txt`,
    )
    .action(verb<LoginOptions>(login));
  program.command('logout').description('end the session of the profile, and forget it').action(verb(logout));
  program
    .command('whoami')
    .description('who asks, and what they may do')
    .action(verb(async ({ call, print }) => print(await call('GET', '/v1.0/session'))));
  addLookingAtProfiles(program);
};
