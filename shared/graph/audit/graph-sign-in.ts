/** Sign-ins as Microsoft Graph shows them (signIn). */
import type { SignInOutcome, SignInRecord } from '../../domain/passwords/sign-in-record.ts';

/** Entra's codes, and the reason in words. An application's secret is no password. */
const statuses: Readonly<Record<SignInOutcome, { errorCode: number; failureReason: string }>> = {
  SignedIn: { errorCode: 0, failureReason: '' },
  PasswordChangeRequired: { errorCode: 50055, failureReason: 'The password is right, and must be changed first.' },
  SignInFailed: { errorCode: 50126, failureReason: 'The password is wrong.' },
  SignInLocked: {
    errorCode: 50053,
    failureReason: 'Too many wrong passwords in a row: locked until the password is reset.',
  },
  PasswordLapsed: { errorCode: 50055, failureReason: 'The temporary password was not used in time.' },
  AccountBlocked: { errorCode: 50057, failureReason: 'The account is blocked.' },
  UserUnknown: { errorCode: 50034, failureReason: 'Nobody has the user name that was typed.' },
  ClientUnknown: { errorCode: 700016, failureReason: 'No application has the client id that was sent.' },
};

/** Why a sign-in ended as it did: Muster's codes, and that of an application's secret. */
export type SignInReason = SignInOutcome | 'SecretWrong';

const wrongSecret = { errorCode: 7000215, failureReason: 'The client secret is wrong or has expired.' };

/**
 * Graph's signIn. `userAgent` is of its beta version. Where several are counted in one, `createdDateTime` begins the
 * quarter of an hour that they were in, and `additionalDetails` says how many they were.
 */
export const graphSignIn = (record: SignInRecord) => {
  const { id, createdDateTime, subject, source } = record;
  const [person, application] = subject?.kind === 'application' ? [undefined, subject] : [subject, undefined];
  return {
    id,
    createdDateTime,
    correlationId: id,
    userId: person?.id ?? '',
    userDisplayName: person?.displayName ?? '',
    userPrincipalName: person?.principalName ?? '',
    appId: application?.id ?? '',
    appDisplayName: application?.displayName ?? '',
    resourceDisplayName: 'Muster',
    ipAddress: source?.ipAddress ?? '',
    userAgent: source?.userAgent ?? '',
    clientAppUsed: clientOf(record),
    isInteractive: application === undefined && record.outcome !== 'ClientUnknown',
    conditionalAccessStatus: 'notApplied',
    status: statusOf(record),
  };
};

/** Graph's words. Browsers have all called themselves Mozilla for thirty years. */
const clientOf = ({ source }: SignInRecord): string => {
  if (!source) return '';
  return source.isKnownBrowser || /^Mozilla\//.test(source.userAgent) ? 'Browser' : 'Other clients';
};

const statusOf = ({ outcome, subject, source, lockedUntil, count }: SignInRecord) => {
  const isSecret = subject?.kind === 'application' && outcome === 'SignInFailed';
  const details = [
    ...(count === undefined
      ? []
      : [`${count} in this quarter of an hour; address and client are those of the last one.`]),
    ...(source?.isKnownBrowser ? ['From a browser in which the person signed in before.'] : []),
    ...(lockedUntil ? [`The user name was locked until ${lockedUntil}.`] : []),
  ];
  return { ...(isSecret ? wrongSecret : statuses[outcome]), additionalDetails: details.join(' ') };
};

/** The reason of a shown sign-in: two of them share Entra's code. */
export const reasonOf = ({ errorCode, failureReason }: { errorCode: number; failureReason: string }): SignInReason => {
  if (errorCode === wrongSecret.errorCode) return 'SecretWrong';
  const fitting = (Object.keys(statuses) as SignInOutcome[]).filter((each) => statuses[each].errorCode === errorCode);
  const exact = fitting.find((each) => statuses[each].failureReason === failureReason);
  return exact ?? fitting[0] ?? 'SignInFailed';
};

/** What the sentences of `additionalDetails` tell, for whoever tells it in another language. */
export const factsIn = (additionalDetails: string) => {
  const count = /^(\d+) in this quarter/.exec(additionalDetails)?.[1];
  return {
    count: count === undefined ? undefined : Number(count),
    isKnownBrowser: additionalDetails.includes('signed in before'),
    lockedUntil: /locked until (\S+Z)\./.exec(additionalDetails)?.[1],
  };
};
