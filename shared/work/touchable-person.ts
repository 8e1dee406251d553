/** Finding the person whom an administrator names, if the administrator's roles reach so far. */
import type { Person } from '../domain/person.ts';
import type { Principal } from '../domain/principal.ts';
import { Refused } from '../domain/refusals.ts';
import { heldRoles, mayTouch } from '../domain/roles.ts';
import type { Directory } from './directory.ts';

/** The person of an id or user name. Throws `Refused` NotFound (for the deleted too), PersonProtected. */
export const touchablePerson = async (
  user: string,
  principal: Principal,
  directory: Pick<Directory, 'findByUserName' | 'readPeople'>,
): Promise<Person> => {
  // Longer than any id or user name: nobody, without asking the table.
  if (user === '' || user.length > 128) throw new Refused({ code: 'NotFound' });
  const person = user.includes('@') ? await directory.findByUserName(user) : (await directory.readPeople([user]))[0];
  if (!person) throw new Refused({ code: 'NotFound' });
  return refuseUntouchable(person, principal);
};

/** The person, if the principal may touch them; asked again of a newer one, who may have been given a role meanwhile. */
export const refuseUntouchable = (person: Person, principal: Principal): Person => {
  if (person.deleted) throw new Refused({ code: 'NotFound' });
  if (!mayTouch(principal, heldRoles(person))) throw new Refused({ code: 'PersonProtected' });
  return person;
};
