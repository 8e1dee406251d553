/** Refusals as Microsoft Graph writes errors, with the HTTP status of each code. */
import { type Refusal, type RefusalCode, sentenceOf } from '../../domain/refusals.ts';
import { now } from '../../lambda/clock.ts';
import { clientRequestId, requestId } from '../../lambda/log.ts';
import type { WriteRefusals } from '../../lambda/route.ts';

/** Codes that are not a 400. */
const statuses: Partial<Record<RefusalCode, number>> = {
  Unauthenticated: 401,
  Forbidden: 403,
  RoleNotYours: 403,
  RoleOwn: 403,
  PersonProtected: 403,
  SignInFailed: 401,
  TooManyAttempts: 429,
  SignInLocked: 403,
  PasswordChangeRequired: 403,
  PasswordLapsed: 403,
  AccountBlocked: 403,
  NotFound: 404,
  MethodNotAllowed: 405,
  LastAdministrator: 409,
  ApplicationOwn: 403,
  ClientSecretLimit: 409,
  PreconditionFailed: 412,
  UserNameTaken: 409,
  EmployeeIdTaken: 409,
  SkuPartNumberTaken: 409,
  SeatsBelowAssigned: 409,
  ConcurrentChange: 409,
  OwnerGone: 403,
  TooManyOpenImports: 409,
  ImportOver: 409,
  ImportNotOver: 409,
  ImportNotResumable: 409,
  NothingToUndo: 409,
  NotADryRun: 409,
  SynchronizationOff: 409,
  SynchronizationOnHold: 409,
  SynchronizationRunning: 409,
  WatermarkOutdated: 409,
  IdempotencyKeyReused: 409,
  PersonDeleted: 409,
  BodyTooLarge: 413,
  UnsupportedContentType: 415,
  AnswerTooLarge: 413,
  DependencyFailed: 424,
  NotAnswered: 504,
  InternalError: 500,
};

/** The status of an answer that refuses: that of its first refusal. */
export const statusOf = ([first]: readonly Refusal[]): number => (first && statuses[first.code]) ?? 400;

/** Graph's error body: `date` is UTC, and a request that its client gave no id is called by ours. `details` lists every problem, each with its target, so that all can be mended at once. */
export const graphError = (refusals: readonly Refusal[]) => {
  const [first = { code: 'InternalError' } as const] = refusals;
  return {
    error: {
      ...problem(first),
      ...(refusals.length > 1 || first.target ? { details: refusals.map(problem) } : {}),
      innerError: {
        date: now().slice(0, 19),
        'request-id': requestId(),
        'client-request-id': clientRequestId() ?? requestId(),
      },
    },
  };
};

/** The answer that refuses as Graph does, with the header that belongs to its status. */
export const writeGraphError: WriteRefusals = (refusals) => ({
  status: statusOf(refusals),
  body: graphError(refusals),
  headers: headersOf(refusals[0]),
});

/** Whoever came too often is told when to come back; whoever asked in another way than an address can be asked, how it can. */
const headersOf = ({ code, fact }: Partial<Refusal> = {}): Record<string, string> => {
  if (fact === undefined) return {};
  if (code === 'TooManyAttempts') return { 'retry-after': fact };
  return code === 'MethodNotAllowed' ? { allow: fact } : {};
};

const problem = (refusal: Refusal) => ({
  code: refusal.code,
  message: sentenceOf(refusal),
  ...(refusal.target && { target: refusal.target }),
});
