/** The dialog for a session that has ended in the midst of something: the page behind it stays as it is. */
import Alert from '@cloudscape-design/components/alert';
import Box from '@cloudscape-design/components/box';
import Button from '@cloudscape-design/components/button';
import FormField from '@cloudscape-design/components/form-field';
import Input from '@cloudscape-design/components/input';
import Link from '@cloudscape-design/components/link';
import Modal from '@cloudscape-design/components/modal';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { useEffect, useRef, useState } from 'react';
import { callOnce, surround } from '../api/call.ts';
import { asProblem, type Problem } from '../api/problem.ts';
import { readSession, type Session } from '../api/session.ts';
import { useTexts } from '../texts/texts-context.tsx';
import { ProblemText } from './problem-alert.tsx';

/** The button lies outside the form. */
const formId = 'sign-in-again';

/** How somebody signs in: a person by user name and password, an operator by their token. */
const signIn = async ({ userPrincipalName }: Session, secret: string): Promise<void> => {
  if (userPrincipalName !== undefined) {
    await callOnce('POST', 'signIn', { body: { userPrincipalName, password: secret } });
  } else {
    await callOnce('POST', 'session', { body: { token: secret } });
  }
};

/** Asks for a new session whenever a request finds that this one has ended. Only whoever had it goes on with it. */
export const SignInAgain = ({ session }: { session: Session }) => {
  const { shell } = useTexts();
  const [secret, setSecret] = useState('');
  const [problem, setProblem] = useState<Problem | 'another'>();
  const [busy, setBusy] = useState(false);
  const [open, setOpen] = useState(false);
  const waiting = useRef<((signedIn: boolean) => void)[]>([]);

  useEffect(() => {
    surround({
      signInAgain: () =>
        new Promise((resolve) => {
          waiting.current.push(resolve);
          setOpen(true);
        }),
    });
    return () => surround({ signInAgain: async () => false });
  }, []);

  const end = (signedIn: boolean) => {
    setSecret('');
    setProblem(undefined);
    setOpen(false);
    for (const resolve of waiting.current.splice(0)) resolve(signedIn);
  };
  const submit = async () => {
    setBusy(true);
    try {
      await signIn(session, secret);
      if ((await readSession()).id === session.id) end(true);
      else setProblem('another');
    } catch (thrown) {
      setProblem(asProblem(thrown));
    } finally {
      setBusy(false);
    }
  };

  if (!open) return null;
  return (
    <Modal
      visible
      header={shell.signInAgainTitle}
      onDismiss={() => end(false)}
      footer={
        <Box float="right">
          <SpaceBetween direction="horizontal" size="xs">
            <Button variant="link" onClick={() => end(false)}>
              {shell.notNow}
            </Button>
            <Button variant="primary" loading={busy} form={formId}>
              {shell.signIn}
            </Button>
          </SpaceBetween>
        </Box>
      }
    >
      <form
        id={formId}
        onSubmit={(event) => {
          event.preventDefault();
          void submit();
        }}
      >
        <SpaceBetween size="m">
          <Box>{shell.signInAgain}</Box>
          {problem && (
            <Alert type="error">{problem === 'another' ? shell.anotherPerson : <Refusal problem={problem} />}</Alert>
          )}
          {session.userPrincipalName !== undefined && (
            <FormField label={shell.userName}>
              <Input value={session.userPrincipalName} readOnly autoComplete="username" />
            </FormField>
          )}
          <FormField label={session.userPrincipalName === undefined ? shell.token : shell.password}>
            <Input
              type="password"
              value={secret}
              autoFocus
              autoComplete="current-password"
              onChange={({ detail }) => setSecret(detail.value)}
            />
          </FormField>
          <Link href="/signin" external>
            {shell.signInElsewhere}
          </Link>
        </SpaceBetween>
      </form>
    </Modal>
  );
};

const Refusal = ({ problem }: { problem: Problem }) => {
  const { shell } = useTexts();
  if (problem.code === 'SignInFailed' || problem.kind === 'signedOut') return shell.signInFailed;
  if (problem.code === 'PasswordChangeRequired') return shell.signInOther;
  return <ProblemText problem={problem} titled />;
};
