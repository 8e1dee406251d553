/** The form of a new person: what it begins with, how it is sent, and what became of it. */
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useMemo, useRef, useState } from 'react';
import { type FieldPath, useForm } from 'react-hook-form';
import { call, read } from '../../api/call.ts';
import { licencesQuery, type Page, type Person } from '../../api/people.ts';
import { placeReasons } from '../../api/place-reasons.ts';
import { asProblem, Problem } from '../../api/problem.ts';
import { takeTyped, useKeepTyped } from '../../shell/keep-typed.ts';
import { useSession } from '../../shell/session-context.tsx';
import { useTexts } from '../../texts/texts-context.tsx';
import { newUserResolver } from './check-new-user.ts';
import { bodyOf, emptyUser, fieldOf, type NewUser } from './new-user.ts';

/** The person as the API answers: with a generated password where it was to be shown, and what has to be bought. */
export type Added = Omit<Person, 'passwordProfile'> & {
  passwordProfile: { forceChangePasswordNextSignIn: boolean; password?: string };
  seatsToBuy?: { skuId: string; skuPartNumber: string; seats: number }[];
};

/** What the form was sent with, beside what came of it. */
export type Outcome = { asked: NewUser; added: Added };

/** Under which name what was typed is kept over an upgrade. */
const formName = 'add-user';

/** Domains of user names, the default one first. */
export const useDomains = () =>
  useQuery({
    queryKey: ['domains'],
    queryFn: async () => (await read<Page<{ id: string }>>('domains')).value.map(({ id }) => id),
    staleTime: 300_000,
  });

const useOrganisationLocation = () =>
  useQuery({
    queryKey: ['organization'],
    queryFn: async () => (await read<Page<{ countryLetterCode: string | null }>>('organization')).value[0],
    staleTime: 300_000,
  });

/** What has to be known before the form is shown. */
export const useBeginning = () => {
  const [domains, organisation, licences] = [useDomains(), useOrganisationLocation(), useQuery(licencesQuery)];
  const error = domains.error ?? organisation.error ?? licences.error;
  const retry = () => void Promise.all([domains, organisation, licences].map((query) => query.refetch()));
  if (!domains.data || organisation.isPending || !licences.data) return { error, retry };
  const location = organisation.data?.countryLetterCode ?? '';
  return { error: null, retry, data: { domains: domains.data, location, licences: licences.data } };
};

/** The form, beginning with what is given. `onAdded` is told of the person. */
export const useNewUser = (
  { domains, location }: { domains: readonly string[]; location: string },
  begin: Partial<NewUser>,
  onAdded: (outcome: Outcome) => void,
) => {
  const session = useSession();
  const { addUser } = useTexts();
  const queries = useQueryClient();
  const rules = session.organization.passwordRules;
  const [typed] = useState(() => takeTyped<Partial<NewUser>>(formName));
  const form = useForm<NewUser>({
    defaultValues: { ...emptyUser(domains[0] ?? '', location), ...begin, ...typed },
    resolver: useMemo(() => newUserResolver(domains, rules, addUser), [domains, rules, addUser]),
    // What was not asked yet is not told to be wrong; what was is judged anew while it is mended.
    reValidateMode: 'onChange',
  });
  useKeepTyped(formName, () => ({ ...form.getValues(), password: '' }));
  const [problem, setProblem] = useState<Problem>();
  const [isSending, setSending] = useState(false);
  const tried = useRef<{ body: string; key: string }>(undefined);

  /** The same request has the same key, so that one which was sent before its answer was lost adds nobody twice. */
  const keyFor = (body: unknown): string => {
    const text = JSON.stringify(body);
    if (tried.current?.body !== text) tried.current = { body: text, key: crypto.randomUUID() };
    return tried.current.key;
  };

  /** Sends the form; the first field that was refused is returned, so that its part can be shown. */
  const send = async (change: Partial<NewUser> = {}): Promise<FieldPath<NewUser> | undefined> => {
    setProblem(undefined);
    setSending(true);
    const asked = { ...form.getValues(), ...change };
    const body = bodyOf(asked);
    try {
      const headers = { 'idempotency-key': keyFor(body) };
      const { body: added } = await call<Added>('POST', 'users', { body, headers });
      for (const queryKey of [['users'], ['subscribedSkus'], ['userName']]) {
        void queries.invalidateQueries({ queryKey });
      }
      onAdded({ asked: { ...asked, password: '' }, added });
      return undefined;
    } catch (thrown) {
      const { kind, status, reasons, seconds, requestId } = asProblem(thrown);
      const left = placeReasons(form, asProblem(thrown), fieldOf);
      if (left.length > 0 || reasons.length === 0) {
        setProblem(new Problem(kind, { status, reasons: left, seconds, requestId }));
      }
      const refused = reasons.map(({ target }) => (target === undefined ? undefined : fieldOf(target)));
      return refused.find((field) => field !== undefined) as FieldPath<NewUser> | undefined;
    } finally {
      setSending(false);
    }
  };
  return { form, rules, send, problem, isSending };
};
