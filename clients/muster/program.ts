/** The command and all its verbs. */
import { Command } from 'commander';
import description from '../../package.json' with { type: 'json' };
import { withChosen } from './chosen.ts';
import { operatorsVerbs } from './operators-verbs.ts';
import { addApps } from './verbs/apps.ts';
import { addImports } from './verbs/imports.ts';
import { addLicences } from './verbs/licences.ts';
import { addLogin } from './verbs/login.ts';
import { addMigrations } from './verbs/migrations.ts';
import { addRecords } from './verbs/records.ts';
import { addRoles } from './verbs/roles.ts';
import { addSettings } from './verbs/settings.ts';
import { addUsers } from './verbs/users.ts';

const more = `
Exit codes: 0 done; 1 something was refused or failed; 2 wrong usage, a
confirmation that is missing, or a dry run of which rows would be refused;
4 not signed in, or not allowed. Verbs that ask AWS end with 1 for wrong usage.

Who asks: --token, the profile of --profile, MUSTER_TOKEN with MUSTER_URL, the
profile in use (muster login).

Examples:
  muster login --url https://host
  muster imports run people.csv --dry-run
  muster users list --unlicensed
  muster licences assign ENTERPRISEPACK --department Sales
  muster users list --all --query "[?passwordState=='expired'].userPrincipalName" | muster users block -`;

/** The command; nothing of it is run before it is parsed. */
export const musterProgram = (): Command => {
  const program = withChosen(new Command('muster'))
    .description('Muster from a command line: people, licences, roles, imports, audit, and the system itself.')
    .version(description.version, '--version', 'print the version')
    .configureHelp({ showGlobalOptions: true })
    .addHelpText('after', more)
    .showHelpAfterError('Run it with --help to see what there is.')
    .exitOverride();
  addLogin(program);
  addUsers(program);
  addLicences(program);
  addRoles(program);
  addImports(program);
  addMigrations(program);
  addRecords(program);
  addApps(program);
  addSettings(program);
  for (const [name, { description }] of Object.entries(operatorsVerbs))
    program.command(name).description(description).allowUnknownOption().argument('[option...]');
  return program;
};
