/** People looked for: by the beginning of a name, user name or employee id, and by filters, a page at a time. */
import { read } from '../../api/call.ts';
import { type Page, type Person, pathOfLink } from '../../api/people.ts';

/** What is looked for; an empty text asks for nothing. */
export type Wanted = {
  text: string;
  department: string;
  skuId: string;
  blocked: '' | 'blocked' | 'allowed';
  state: '' | StateId;
};

export const everybody: Wanted = { text: '', department: '', skuId: '', blocked: '', state: '' };

/** A month as forecasts have it. */
const daysAhead = 30;

/** What somebody needs or is about to lose, with what the API is asked for it. */
const states = {
  bounced: () => ["credentialMail/deliveryStatus eq 'bounced'"],
  passwordExpired: () => ["passwordState eq 'expired'"],
  passwordLapsed: () => ["passwordState eq 'lapsed'"],
  passwordEnds: () => between('passwordExpiresDateTime'),
  mailboxEnds: () => between('mailbox/graceEndsDateTime'),
} satisfies Record<string, () => string[]>;

export type StateId = keyof typeof states;

export const stateIds = Object.keys(states) as StateId[];

/** From today to the end of the last day that is foretold, in UTC. */
const between = (property: string): string[] => {
  const day = (ahead: number) => `${new Date(Date.now() + ahead * 86_400_000).toISOString().slice(0, 10)}T00:00:00Z`;
  return [`${property} ge ${day(0)}`, `${property} lt ${day(daysAhead)}`];
};

/** What an address of the list asks for, such as `/users?state=bounced`; what it does not name is not looked for. */
export const wantedOf = (query: URLSearchParams): Wanted => {
  const asked = (name: string) => query.get(name) ?? '';
  const state = stateIds.find((id) => id === asked('state')) ?? '';
  const wanted: Wanted = { ...everybody, department: asked('department'), skuId: asked('license'), state };
  return JSON.stringify(wanted) === JSON.stringify(everybody) ? everybody : wanted;
};

/** What a list shows of a person. */
export type Listed = Pick<
  Person,
  | 'id'
  | 'displayName'
  | 'userPrincipalName'
  | 'accountEnabled'
  | 'assignedLicenses'
  | 'waitingLicenses'
  | 'passwordState'
  | 'passwordExpiresDateTime'
  | 'passwordProfile'
  | 'mailbox'
  | 'department'
  | 'employeeId'
  | 'roles'
>;

const shown: readonly (keyof Listed)[] = [
  ...(['id', 'displayName', 'userPrincipalName', 'accountEnabled', 'assignedLicenses', 'waitingLicenses'] as const),
  ...(['passwordState', 'passwordExpiresDateTime', 'passwordProfile', 'mailbox'] as const),
  ...(['department', 'employeeId', 'roles'] as const),
];

/**
 * Where the next page begins: what is left of each list, in their order. A list is one question to the API, which cannot
 * be asked for names and user names in one; `path` is its next page, undefined at its end, and `ready` what it has
 * answered that is not shown yet.
 */
export type Cursor<One = Listed> = readonly { readonly path: string | undefined; readonly ready: readonly One[] }[];

/** A page; `next` is where the one after it begins, and `count` how many people there are, where the API has said so. */
export type FoundPage<One = Listed> = { people: One[]; next: Cursor<One> | undefined; count?: number | undefined };

/** A text as a filter has it. */
export const quoted = (text: string): string => `'${text.replaceAll("'", "''")}'`;

const filtersOf = ({ department, skuId, blocked, state }: Wanted): string[] => [
  ...(department ? [`startswith(department,${quoted(department)})`] : []),
  ...(skuId ? [`assignedLicenses/any(s:s/skuId eq ${quoted(skuId)})`] : []),
  ...(blocked ? [`accountEnabled eq ${blocked === 'allowed'}`] : []),
  ...(state ? states[state]() : []),
];

/** The lists in which people are looked for; who is in an earlier one is not shown again of a later one. */
const listsOf = ({ text }: Wanted): string[] =>
  text === ''
    ? ['']
    : [
        `startswith(displayName,${quoted(text)})`,
        `startswith(userPrincipalName,${quoted(text)})`,
        `employeeId eq ${quoted(text)}`,
      ];

/** Where the first page begins. */
export const firstCursor = (wanted: Wanted, size: number): Cursor =>
  listsOf(wanted).map((list) => {
    const filter = [...(list ? [list] : []), ...filtersOf(wanted)].join(' and ');
    const query = new URLSearchParams({ $top: String(size), $select: shown.join(',') });
    if (filter) query.set('$filter', filter);
    else query.set('$count', 'true');
    return { path: `users?${query}`, ready: [] };
  });

/**
 * The page at a cursor. A filter may leave answers short, or empty, with a link to the next: they are followed until the
 * page is full or everything was looked at, and `onLooking` hears of each further question.
 */
export const pageAt = async <One extends Named = Listed>(
  cursor: Cursor<One>,
  { text }: Pick<Wanted, 'text'>,
  { size, signal, onLooking }: { size: number; signal?: AbortSignal; onLooking?: () => void },
): Promise<FoundPage<One>> => {
  let lists = cursor;
  let count: number | undefined;
  const people: One[] = [];
  for (let asked = 0; ; asked += 1) {
    const full = () => people.length >= size;
    lists = lists.map(({ path, ready }, at) => {
      // A later list waits until those before it are at their end, so that the order stays.
      const waits = lists.slice(0, at).some((before) => before.path !== undefined);
      if (waits || full()) return { path, ready };
      const taken = ready.slice(0, size - people.length);
      people.push(...taken);
      return { path, ready: ready.slice(taken.length) };
    });
    const isOver = lists.every(({ path, ready }) => path === undefined && ready.length === 0);
    if (isOver) return { people, next: undefined, count };
    if (full()) return { people, next: lists, count };
    if (asked > 0) onLooking?.();
    lists = await Promise.all(
      lists.map(async ({ path, ready }, at) => {
        if (path === undefined || ready.length > 0) return { path, ready };
        const page = await read<Page<One>>(path, signal ? { signal } : {});
        count ??= page['@odata.count'];
        const link = page['@odata.nextLink'];
        const found = page.value.filter((person) => !isInEarlier(person, text, at));
        return { path: link && pathOfLink(link), ready: found };
      }),
    );
  }
};

type Named = Pick<Person, 'displayName' | 'userPrincipalName'>;

/** Whether a person was in a list before this one: of the user names, whoever's name begins so as well. */
const isInEarlier = ({ displayName, userPrincipalName }: Named, text: string, list: number): boolean => {
  const begins = (value: string) => value.toLowerCase().startsWith(text.toLowerCase());
  return (list > 0 && begins(displayName)) || (list > 1 && begins(userPrincipalName));
};
