/** The whole console: the session first, then everything in it. */
import Box from '@cloudscape-design/components/box';
import { QueryClient, QueryClientProvider, useQuery } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { asProblem, Problem } from '../api/problem.ts';
import { readSession, type Session } from '../api/session.ts';
import { pageTable } from '../page-table.ts';
import { chosenLanguage, loadLanguage } from '../texts/languages.ts';
import { TextsProvider, useTexts } from '../texts/texts-context.tsx';
import { wasReloaded } from './keep-typed.ts';
import { NotificationsProvider, useNotify } from './notifications.tsx';
import { PageTitleProvider } from './page-title.tsx';
import { ProblemAlert } from './problem-alert.tsx';
import { consoleRouter } from './routes.tsx';
import { SessionContext } from './session-context.tsx';
import { SignInAgain } from './sign-in-again.tsx';

/** Worth asking once more: what passes by itself. */
const passes = (thrown: unknown): boolean => thrown instanceof Problem && thrown.kind === 'unavailable';

const queries = new QueryClient({
  defaultOptions: {
    queries: { retry: (failures, thrown) => failures < 2 && passes(thrown), staleTime: 5_000, networkMode: 'always' },
    mutations: { networkMode: 'always' },
  },
});

/** The language that it will most likely be, asked for beside the session and not after it. */
void loadLanguage(chosenLanguage(navigator.languages)).catch(() => {});

/** What the browser shows. */
export const Console = () => (
  <QueryClientProvider client={queries}>
    <InSession />
  </QueryClientProvider>
);

const InSession = () => {
  const hasCode = window.location.hash.startsWith('#code=');
  const { data, error, refetch } = useQuery({
    ...{ queryKey: ['session'], queryFn: readSession, staleTime: Infinity },
    enabled: !hasCode,
  });
  const isStranger = hasCode || (!data && error !== null && asProblem(error).kind === 'signedOut');
  useEffect(() => {
    if (isStranger) window.location.replace(signInAddress(window.location));
  }, [isStranger]);
  if (isStranger || (!data && !error)) return null;
  return (
    <TextsProvider preferred={[data?.preferredLanguage, data ? undefined : '']}>
      {data ? <SignedIn session={data} /> : <NoSession thrown={error} onRetry={() => void refetch()} />}
    </TextsProvider>
  );
};

/** Where somebody signs in and comes back from; a code that begins a session goes there in the fragment, as it came. */
const signInAddress = ({ pathname, search, hash }: Pick<Location, 'pathname' | 'search' | 'hash'>): string =>
  `/signin?return=${encodeURIComponent(pathname + search)}${hash.startsWith('#code=') ? hash : ''}`;

const NoSession = ({ thrown, onRetry }: { thrown: unknown; onRetry: () => void }) => (
  <Box padding="xxl">
    <h1 className="only-read-out">{useTexts().shell.product}</h1>
    <ProblemAlert thrown={thrown} onRetry={onRetry} />
  </Box>
);

const SignedIn = ({ session }: { session: Session }) => {
  const [router] = useState(() => consoleRouter(pageTable));
  return (
    <SessionContext value={session}>
      <NotificationsProvider>
        <PageTitleProvider>
          <RouterProvider router={router} />
          <SignInAgain session={session} />
          <Upgraded />
        </PageTitleProvider>
      </NotificationsProvider>
    </SessionContext>
  );
};

const Upgraded = () => {
  const { shell } = useTexts();
  const { notify } = useNotify();
  useEffect(() => {
    if (wasReloaded()) notify({ id: 'upgraded', type: 'info', content: shell.upgraded });
  }, [notify, shell]);
  return null;
};
