/** Deleted people, as the API lists, restores and removes them. */
import type { Person } from '../../../clients/console/api/people.ts';
import { type Asked, type PlayedRoutes, refusal } from '../played-console.ts';
import { playedDirectory } from './people.ts';

const daysAgo = (days: number) => new Date(Date.now() - days * 86_400_000).toISOString();

const deletedPerson = (name: string, index: number): Person => {
  const [first = ''] = name.toLowerCase().split(' ');
  return {
    ...(playedDirectory()[3] as Person),
    id: `1d6d2e1c-5a4f-4f0e-9c55-${String(index + 1).padStart(12, '0')}`,
    displayName: name,
    userPrincipalName: `${first}@contoso.com`,
    otherMails: index === 2 ? [] : [`${first}@example.com`],
    deletedDateTime: daysAgo([3, 26, 29.5, 12][index] ?? 1),
  };
};

/** Four: of the first the user name is somebody else's now. */
export const playedDeletedPeople = (): Person[] =>
  ['Grace Miller', 'John von Neumann', 'Niklaus Wirth', 'Kristen Nygaard'].map(deletedPerson);

/** Routes over such people, which they change. */
export const playedDeletedUsers = (deleted = playedDeletedPeople()): PlayedRoutes => {
  const find = ({ values: [id] }: Asked) => deleted.find((one) => one.id === id);
  const notFound = () => refusal(404, 'NotFound', 'Nobody of this id is deleted.');
  const takeOut = (one: Person) => void deleted.splice(deleted.indexOf(one), 1);
  return {
    'GET directory/deletedItems/microsoft.graph.user': ({ query }) => {
      const filter = query.get('$filter') ?? '';
      const [, property = '', beginning = ''] = /startswith\((\w+),'(.*?)'\)/.exec(filter) ?? [];
      const [, before] = /deletedDateTime lt (\S+)/.exec(filter) ?? [];
      const value = deleted.filter(
        (one) =>
          (!property ||
            String(one[property as keyof Person])
              .toLowerCase()
              .startsWith(beginning.toLowerCase())) &&
          (before === undefined || (one.deletedDateTime ?? '') < before),
      );
      return { body: { value } };
    },
    'POST directory/deletedItems/*/restore': (asked) => {
      const one = find(asked);
      if (!one) return notFound();
      const userPrincipalName: string = asked.body?.newUserPrincipalName ?? one.userPrincipalName;
      if (playedDirectory().some((person) => person.userPrincipalName === userPrincipalName)) {
        const message = 'Grace Hopper already has this user name. Choose another one.';
        return refusal(409, 'UserNameTaken', message, 'newUserPrincipalName');
      }
      takeOut(one);
      return { body: { ...one, userPrincipalName, deletedDateTime: null } };
    },
    'DELETE directory/deletedItems/*': (asked) => {
      const one = find(asked);
      if (!one) return notFound();
      takeOut(one);
      return {};
    },
  };
};
