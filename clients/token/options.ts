/** The command line of `npm run token`. */
import { Command, InvalidArgumentError } from 'commander';
import { type RoleName, roleNamed, roleNames } from '../../shared/domain/access/roles.ts';

/** What was asked for; `table` goes before `stack`. */
export type TokenOptions = { stack: string; table?: string; name: string; role: RoleName[]; days: number };

const addRole = (text: string, roles: RoleName[] = []): RoleName[] => {
  const role = roleNamed(text);
  if (role === undefined) throw new InvalidArgumentError(`The roles are: ${roleNames.join(', ')}.`);
  return [...new Set([...roles, role])];
};

const readDays = (text: string): number => {
  const days = Number(text);
  if (!/^\d+$/.test(text) || days < 1 || days > 3650) throw new InvalidArgumentError('Give 1 to 3650 days.');
  return days;
};

const readName = (text: string): string => {
  const name = text.trim();
  if (name === '' || name.length > 256) throw new InvalidArgumentError('Give 1 to 256 characters.');
  return name;
};

/** The command; its options are read by `parse`. Ends the process for --help and for wrong options. */
export const tokenCommand = (): Command =>
  new Command('npm run -s token --')
    .description(
      'Mints a bearer token for the API of a deployed Muster, by writing to its table with your own AWS credentials.\n' +
        'The token is printed once, and nothing else goes to standard output.',
    )
    .requiredOption('--name <display name>', 'whose token this is, as the audit shall name them', readName)
    .requiredOption('--role <role>', 'administrator role of the token; may be given several times', addRole)
    .option('--days <number>', 'days that the token is good for', readDays, 90)
    .option('--stack <name>', 'CloudFormation stack that Muster was deployed as', 'Muster')
    .option('--table <name>', 'name of the Directory table, instead of looking it up in the stack')
    .showHelpAfterError('Run `npm run -s token -- --help` to see what there is.');
