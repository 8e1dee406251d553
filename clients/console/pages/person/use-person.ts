/** One person, as read and as changed. */
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { call } from '../../api/call.ts';
import type { Person } from '../../api/people.ts';

/** What is kept of a person: with the ETag by which a change says what it has seen. */
export type SeenPerson = { person: Person; etag: string | undefined };

/** Reads a person by id. Throws a `Problem`. */
export const readPerson = async (id: string): Promise<SeenPerson> => {
  const { body, etag } = await call<Person>('GET', `users/${encodeURIComponent(id)}`);
  return { person: body, etag: etag ?? body['@odata.etag'] };
};

const keyOf = (id: string) => ['users', 'one', id];

/** The person of an id, for a component. */
export const usePerson = (id: string) => useQuery({ queryKey: keyOf(id), queryFn: () => readPerson(id) });

/** After a change: everything that shows somebody is asked for anew. */
export const useReadAnew = (): (() => Promise<void>) => {
  const queries = useQueryClient();
  return () =>
    queries.invalidateQueries({ predicate: ({ queryKey: [of] }) => of === 'users' || of === 'subscribedSkus' });
};
