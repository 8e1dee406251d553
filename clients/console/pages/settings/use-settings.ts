/** Settings, read and read anew. */
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { read } from '../../api/call.ts';
import type { Page } from '../../api/people.ts';
import type { Domain, Organization } from '../../api/settings.ts';

/** The one organisation as it is now. Throws a `Problem`. */
export const readOrganization = async (): Promise<Organization> =>
  (await read<Page<Organization>>('organization')).value[0] as Organization;

/** A domain as it is now. Throws a `Problem`. */
export const readDomain = (id: string): Promise<Domain> => read<Domain>(`domains/${encodeURIComponent(id)}`);

/** The one organisation. */
export const useOrganization = () =>
  useQuery({
    queryKey: ['settings', 'organization'],
    queryFn: readOrganization,
  });

/** The domains, the default one first. */
export const useDomains = () =>
  useQuery({
    queryKey: ['settings', 'domains'],
    queryFn: async () => (await read<Page<Domain>>('domains')).value,
  });

/** After a change: whatever follows from settings is asked for anew, the name at the head of the page too. */
export const useReadSettingsAnew = (): (() => Promise<void>) => {
  const queries = useQueryClient();
  const following = ['settings', 'organization', 'domains', 'session'];
  return () => queries.invalidateQueries({ predicate: ({ queryKey: [of] }) => following.includes(String(of)) });
};
