/** How far somebody is, in a word and with its sign: sign-in, password, mailbox, licences. */
import StatusIndicator from '@cloudscape-design/components/status-indicator';
import { useFormats, useTexts } from '../../texts/texts-context.tsx';
import type { Listed } from './people-search.ts';

export const SignInState = ({ person }: { person: Pick<Listed, 'accountEnabled'> }) => {
  const { people } = useTexts();
  return person.accountEnabled ? (
    <StatusIndicator type="success">{people.allowed}</StatusIndicator>
  ) : (
    <StatusIndicator type="stopped">{people.blocked}</StatusIndicator>
  );
};

type OfPassword = Pick<Listed, 'passwordState' | 'passwordProfile' | 'passwordExpiresDateTime'>;

export const PasswordState = ({ person }: { person: OfPassword }) => {
  const { people } = useTexts();
  const { day } = useFormats();
  const { passwordState, passwordProfile, passwordExpiresDateTime } = person;
  if (passwordState === 'expired') return <StatusIndicator type="error">{people.passwordExpired}</StatusIndicator>;
  if (passwordState === 'lapsed') return <StatusIndicator type="error">{people.passwordLapsed}</StatusIndicator>;
  if (passwordProfile.forceChangePasswordNextSignIn) {
    return <StatusIndicator type="pending">{people.passwordNew}</StatusIndicator>;
  }
  return (
    <span className="whole-moments">
      <StatusIndicator type="success">
        {passwordExpiresDateTime ? people.passwordUntil(day(passwordExpiresDateTime)) : people.passwordValid}
      </StatusIndicator>
    </span>
  );
};

export const MailboxState = ({ person: { mailbox } }: { person: Pick<Listed, 'mailbox'> }) => {
  const { people } = useTexts();
  const { day } = useFormats();
  if (!mailbox) return people.mailboxNone;
  if (mailbox.state === 'active') return <StatusIndicator type="success">{people.mailboxActive}</StatusIndicator>;
  if (mailbox.state === 'disabled') return <StatusIndicator type="stopped">{people.mailboxDisabled}</StatusIndicator>;
  return (
    <StatusIndicator type="warning">
      {mailbox.graceEndsDateTime ? people.mailboxGrace(day(mailbox.graceEndsDateTime)) : people.mailboxActive}
    </StatusIndicator>
  );
};

type Licensed = Pick<Listed, 'assignedLicenses' | 'waitingLicenses'>;

/** Names of licences, and of those that are waited for. */
export const useLicenceWords = (nameOf: (skuId: string) => string): ((person: Licensed) => string) => {
  const { people } = useTexts();
  const { list } = useFormats();
  return ({ assignedLicenses, waitingLicenses }) => {
    const held = assignedLicenses.map(({ skuId }) => nameOf(skuId));
    const waiting = waitingLicenses.map(({ skuId }) => people.waiting(nameOf(skuId)));
    return list([...held, ...waiting]) || people.unlicensed;
  };
};
