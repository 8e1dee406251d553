/** The command line of `npm run token`. */
import { Command, InvalidArgumentError } from 'commander';
import { tokenDays } from '../../shared/domain/access/operator-token.ts';
import { type RoleName, roleNamed, roleNames } from '../../shared/domain/access/roles.ts';
import { stackOption } from '../aws/which-stack.ts';
import { fromCaller } from '../caller.ts';

/** What was asked for; `table` goes before `outputs` and `stack`. A name and roles are there unless tokens are listed or revoked. */
export type TokenOptions = {
  stack?: string;
  outputs?: string;
  table?: string;
  name?: string;
  role?: RoleName[];
  days: number;
  longLived?: true;
  list?: true;
  revoke?: string;
  scan?: true;
};

const addRole = (text: string, roles: RoleName[] = []): RoleName[] => {
  const role = roleNamed(text);
  if (role === undefined) throw new InvalidArgumentError(`The roles are: ${roleNames.join(', ')}.`);
  return [...new Set([...roles, role])];
};

const readDays = (text: string): number => {
  const days = Number(text);
  const { longLived } = tokenDays;
  if (!/^\d+$/.test(text) || days < 1 || days > longLived)
    throw new InvalidArgumentError(`Give 1 to ${longLived} days.`);
  return days;
};

const readName = (text: string): string => {
  const name = text.trim();
  if (name === '' || name.length > 256) throw new InvalidArgumentError('Give 1 to 256 characters.');
  return name;
};

const description = `Mints a bearer token for the API of a deployed Muster, by writing to its table with your own AWS credentials.
The token is printed once, and nothing else goes to standard output. --list and --revoke look after those that there are.`;

const more = `
A token is good for ${tokenDays.usual} days at most; one that shall live longer, up to ${tokenDays.longLived} days, takes --long-lived.
Minting and revoking are in the audit, with the id of the AWS access key that was used: CloudTrail knows whose it is.
Whoever holds a token ends it by POST /v1.0/me/signOut.

Tokens of releases that kept no list are found by --scan, which reads the whole table: a read unit for each 4 KB.`;

/** How it is called as a script of npm; `muster` has another name for it. */
const npmScript = 'npm run -s token --';

/** The command; its options are read by `parse`. Ends the process for --help and for wrong options. */
export const tokenCommand = (name = npmScript): Command =>
  new Command(name)
    .description(description)
    .option('--name <display name>', 'whose token this is, as the audit shall name them', readName)
    .option('--role <role>', 'administrator role of the token; may be given several times', addRole)
    .option('--days <number>', 'days that the token is good for', readDays, tokenDays.usual)
    .option('--long-lived', `allows more than ${tokenDays.usual} days`)
    .option('--list', 'list the tokens that are good now, instead of minting one')
    .option('--revoke <id>', 'make the token of this id, as --list shows it, worthless at once')
    .option('--scan', 'with --list or --revoke: look for tokens of earlier releases too')
    .option('--outputs <file>', 'outputs file to find the table by (default: outputs.json, if it is here)', fromCaller)
    .addOption(stackOption())
    .option('--table <name>', 'name of the Directory table, instead of looking it up')
    .addHelpText('after', more)
    .showHelpAfterError(`Run \`${name} --help\` to see what there is.`);

/** What is wrong with options beside each other; undefined where nothing is. */
export const faultOf = ({ name, role, days, longLived, list, revoke, scan }: TokenOptions): string | undefined => {
  if (list && revoke !== undefined) return 'List tokens or revoke one: not both at once';
  if (list || revoke !== undefined) return undefined;
  if (scan) return '--scan goes with --list or --revoke';
  if (name === undefined) return "required option '--name <display name>' not specified";
  if (role === undefined) return "required option '--role <role>' not specified";
  if (days > tokenDays.usual && !longLived) {
    return `a token is good for ${tokenDays.usual} days at most; --long-lived allows up to ${tokenDays.longLived}`;
  }
  return undefined;
};
