/** Settings, as the API shows them. */
import { useQuery, useQueryClient } from '@tanstack/react-query';
import type { Cloud } from '../../../../shared/domain/settings/cloud.ts';
import type { graphDomain, graphOrganization } from '../../../../shared/graph/settings/graph-settings.ts';
import { read } from '../../api/call.ts';
import type { OnWire } from '../../api/on-wire.ts';
import type { Page } from '../../api/people.ts';

/** The organisation; `cloud` says how people are added, where the API has it. */
export type Organization = OnWire<ReturnType<typeof graphOrganization>> & { cloud?: Cloud };

/** A domain at which user names can end, with how long passwords live there. */
export type Domain = OnWire<ReturnType<typeof graphDomain>>;

/** The one organisation. */
export const useOrganization = () =>
  useQuery({
    queryKey: ['settings', 'organization'],
    queryFn: async () => (await read<Page<Organization>>('organization')).value[0] as Organization,
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
