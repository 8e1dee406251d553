/** What the first page asks, beside licences and reports. */
import { roleIds } from '../../../../shared/domain/access/roles.ts';
import { read } from '../../api/call.ts';
import { type Page, type Person, pathOfLink } from '../../api/people.ts';

/** What the first page tells of an import. */
export type ImportSeen = {
  id: string;
  kind: 'import' | 'undo';
  status: 'notStarted' | 'running' | 'onHold' | 'succeeded' | 'failed' | 'cancelled';
  /** What people call the file. */
  fileName: string;
  options: { dryRun: boolean };
  undoes: string | null;
  created: number;
  updated: number;
  unchanged: number;
  refused: number;
  licences: { seatsToBuy: number }[];
  error: { message: string } | null;
  createdDateTime: string;
};

/** The newest imports. */
export const importsQuery = {
  queryKey: ['imports', 'home'],
  queryFn: async () => (await read<Page<ImportSeen>>('imports?$top=50')).value,
  staleTime: 0,
};

/** People whose credential mail came back; `isAll` is false where only some of the people were looked at. */
export type Bounced = { people: Pick<Person, 'id' | 'displayName'>[]; isAll: boolean };

/** The API goes through everybody for it, some hundreds to an answer: a first page does not wait for the whole of a large directory. */
const mostAnswers = 5;

const firstOfBounced = `users?${new URLSearchParams({
  $filter: "credentialMail/deliveryStatus eq 'bounced'",
  $select: 'id,displayName',
  $top: '100',
})}`;

export const bouncedQuery = {
  queryKey: ['users', 'bounced'],
  queryFn: async ({ signal }: { signal: AbortSignal }): Promise<Bounced> => {
    const people: Bounced['people'] = [];
    let path: string | undefined = firstOfBounced;
    for (let answers = 0; path !== undefined && answers < mostAnswers; answers += 1) {
      const page: Page<Bounced['people'][number]> = await read(path, { signal });
      people.push(...page.value);
      const link = page['@odata.nextLink'];
      path = link && pathOfLink(link);
    }
    return { people, isAll: path === undefined };
  },
  staleTime: 60_000,
};

/** How many people there are. */
export const countQuery = {
  queryKey: ['users', 'count'],
  queryFn: async () => (await read<Page<unknown>>('users?$top=1&$count=true&$select=id'))['@odata.count'] ?? 0,
  staleTime: 0,
};

/** Whether somebody is a Global Administrator. */
export const administratorQuery = {
  queryKey: ['users', 'administrators'],
  queryFn: async () =>
    (await read<Page<unknown>>(`directoryRoles/${roleIds['Global Administrator']}/members`)).value.length > 0,
  staleTime: 0,
};
