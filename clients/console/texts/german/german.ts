/** Everything that the console says, in German. */
import type { Texts } from '../english/english.ts';
import { addMany } from './add-many.ts';
import { addUser } from './add-user.ts';
import { applications } from './applications.ts';
import { audit } from './audit.ts';
import { deletedUsers } from './deleted-users.ts';
import { home } from './home.ts';
import { imports } from './imports.ts';
import { licences } from './licences.ts';
import { migrations } from './migrations.ts';
import { people } from './people.ts';
import { person } from './person.ts';
import { problems } from './problems.ts';
import { roles } from './roles.ts';
import { settings } from './settings.ts';
import { shell } from './shell.ts';
import { signIns } from './sign-ins.ts';
import { synchronization } from './synchronization.ts';

export const german = {
  addMany,
  addUser,
  applications,
  audit,
  deletedUsers,
  home,
  imports,
  licences,
  migrations,
  people,
  person,
  problems,
  roles,
  settings,
  shell,
  signIns,
  synchronization,
} satisfies Texts;
