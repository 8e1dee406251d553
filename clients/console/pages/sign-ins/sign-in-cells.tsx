/** What is told of a sign-in: whose, how it ended and why, and from where. */
import Box from '@cloudscape-design/components/box';
import Link from '@cloudscape-design/components/link';
import StatusIndicator from '@cloudscape-design/components/status-indicator';
import { factsIn, reasonOf } from '../../../../shared/graph/audit/graph-sign-in.ts';
import { address, useFollow, useHasPage } from '../../shell/addresses.ts';
import { useFormats, useTexts } from '../../texts/texts-context.tsx';
import type { SignIn } from './sign-in-question.ts';

type Props = { signIn: SignIn };

export const Who = ({ signIn }: Props) => {
  const { signIns: texts } = useTexts();
  const follow = useFollow();
  const hasPage = useHasPage();
  const { userId, userDisplayName, userPrincipalName, appId, appDisplayName, status } = signIn;
  const path = userId ? '/users/$id' : '/applications/$id';
  const name = userDisplayName || appDisplayName;
  if (!userId && !appId) {
    const isApplication = reasonOf(status) === 'ClientUnknown';
    return <Box color="text-body-secondary">{isApplication ? texts.unknownApplication : texts.unknownPerson}</Box>;
  }
  return (
    <>
      {hasPage(path) ? (
        <Link href={address(path.replace('$id', userId || appId))} onFollow={follow}>
          {name}
        </Link>
      ) : (
        name
      )}
      {userPrincipalName && (
        <Box variant="small" display="block">
          {userPrincipalName}
        </Box>
      )}
    </>
  );
};

export const Result = ({ signIn }: Props) => {
  const { signIns: texts } = useTexts();
  const { moment } = useFormats();
  const { status } = signIn;
  const { count, lockedUntil } = factsIn(status.additionalDetails);
  const reason = reasonOf(status);
  const type = reason === 'SignedIn' ? 'success' : reason === 'PasswordChangeRequired' ? 'info' : 'error';
  return (
    <div className="whole-words">
      <StatusIndicator type={type}>{texts.reasons[reason]}</StatusIndicator>
      {count !== undefined && <Box color="text-body-secondary">{texts.counted(count)}</Box>}
      {lockedUntil && <Box color="text-body-secondary">{texts.locked(moment(lockedUntil))}</Box>}
    </div>
  );
};

export const Where = ({ signIn: { ipAddress, clientAppUsed, userAgent, status } }: Props) => {
  const { signIns: texts } = useTexts();
  const { isKnownBrowser } = factsIn(status.additionalDetails);
  const client = clientAppUsed === 'Browser' ? texts.browser : clientAppUsed ? texts.program : '';
  return (
    <>
      {ipAddress || '–'}
      {client && (
        <Box color="text-body-secondary" variant="small" display="block">
          <span title={userAgent}>{isKnownBrowser ? texts.known : client}</span>
        </Box>
      )}
    </>
  );
};
