/** Messages at the head of the page, which stay over a change of page and are read out. */
import Flashbar, { type FlashbarProps } from '@cloudscape-design/components/flashbar';
import { createContext, type ReactNode, useCallback, useContext, useMemo, useState } from 'react';
import { asProblem } from '../api/problem.ts';
import { useTexts } from '../texts/texts-context.tsx';
import { ProblemText } from './problem-alert.tsx';

/** A message; never a secret, since it stays. One with the `id` of another takes its place. */
export type Notice = {
  id?: string;
  type: 'success' | 'info' | 'warning' | 'error' | 'in-progress';
  header?: string;
  content?: ReactNode;
  action?: ReactNode;
};

type Notify = {
  notify: (notice: Notice) => string;
  /** Tells of what was thrown by a request. */
  notifyProblem: (thrown: unknown) => void;
  dismiss: (id: string) => void;
};

const NotifyContext = createContext<Notify | undefined>(undefined);
const NoticesContext = createContext<readonly (Notice & { id: string })[]>([]);

let made = 0;

/** Around everything that tells something. */
export const NotificationsProvider = ({ children }: { children: ReactNode }) => {
  const [notices, setNotices] = useState<readonly (Notice & { id: string })[]>([]);
  const dismiss = useCallback((id: string) => setNotices((all) => all.filter((one) => one.id !== id)), []);
  const notify = useCallback((notice: Notice) => {
    made += 1;
    const told = { id: `notice-${made}`, ...notice };
    setNotices((all) => [told, ...all.filter(({ id }) => id !== told.id)]);
    return told.id;
  }, []);
  const notifyProblem = useCallback(
    (thrown: unknown) => {
      const problem = asProblem(thrown);
      notify({ id: `problem-${problem.kind}`, type: 'error', content: <ProblemText problem={problem} titled /> });
    },
    [notify],
  );
  const value = useMemo(() => ({ notify, notifyProblem, dismiss }), [notify, notifyProblem, dismiss]);
  return (
    <NotifyContext value={value}>
      <NoticesContext value={notices}>{children}</NoticesContext>
    </NotifyContext>
  );
};

/** How a page tells something. */
export const useNotify = (): Notify => {
  const value = useContext(NotifyContext);
  if (!value) throw new Error('There are no notifications around this component.');
  return value;
};

/** The messages themselves. */
export const Notifications = () => {
  const { shell } = useTexts();
  const { dismiss } = useNotify();
  const items = useContext(NoticesContext).map(
    ({ id, type, header, content, action }): FlashbarProps.MessageDefinition => ({
      id,
      type: type === 'in-progress' ? 'info' : type,
      loading: type === 'in-progress',
      header,
      content,
      action,
      ariaRole: type === 'error' || type === 'warning' ? 'alert' : 'status',
      dismissible: type !== 'in-progress',
      dismissLabel: shell.dismiss,
      onDismiss: () => dismiss(id),
    }),
  );
  return <Flashbar items={items} i18nStrings={{ ariaLabel: shell.notifications }} />;
};
