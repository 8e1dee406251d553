/** Refusals as Microsoft Graph writes errors, with the HTTP status of each code. */
import type { Refusal, RefusalCode } from '../../domain/refusals.ts';
import { now } from '../../lambda/clock.ts';
import { clientRequestId, requestId } from '../../lambda/log.ts';
import type { WriteRefusals } from '../../lambda/route.ts';
import { type Sentence, toldIn } from '../../refusals/sentences-in.ts';

/** Codes that are not a 400. */
const statuses: Partial<Record<RefusalCode, number>> = {
  Unauthenticated: 401,
  Forbidden: 403,
  RoleNotYours: 403,
  RoleOwn: 403,
  PersonProtected: 403,
  SignInFailed: 401,
  OperatorTokenInvalid: 401,
  SignInCodeInvalid: 401,
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
  TooManyTemplates: 409,
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
  BatchNotSynced: 409,
  CutoverWhileSynchronized: 409,
  ReadOtherwise: 409,
  UploadOver: 409,
  UploadIncomplete: 409,
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

/**
 * Graph's error body: `date` is UTC, and a request that its client gave no id is called by ours. `details` lists every
 * problem, each with its target and the fact that its sentence tells, so that all can be mended at once, and told in
 * words of one's own.
 */
export const graphError = (refusals: readonly Refusal[], sentence: Sentence) => {
  const [first = { code: 'InternalError' } as const] = refusals;
  const hasDetails = refusals.length > 1 || first.target !== undefined || first.fact !== undefined;
  return {
    error: {
      ...problem(first, sentence),
      ...(hasDetails && { details: refusals.map((refusal) => detail(refusal, sentence)) }),
      innerError: {
        date: now().slice(0, 19),
        'request-id': requestId(),
        'client-request-id': clientRequestId() ?? requestId(),
      },
    },
  };
};

/** The answer that refuses as Graph does, in the language that the request asks for, with the headers that belong to it. */
export const writeGraphError: WriteRefusals = async (refusals, headers) => {
  const { sentence, headers: language } = await toldIn(headers);
  return {
    status: statusOf(refusals),
    body: graphError(refusals, sentence),
    headers: { ...language, ...headersOf(refusals[0]) },
  };
};

/** Whoever came too often is told when to come back; whoever asked in another way than an address can be asked, how it can. */
const headersOf = ({ code, fact }: Partial<Refusal> = {}): Record<string, string> => {
  if (fact === undefined) return {};
  if (code === 'TooManyAttempts') return { 'retry-after': fact };
  return code === 'MethodNotAllowed' ? { allow: fact } : {};
};

const problem = (refusal: Refusal, sentence: Sentence) => ({
  code: refusal.code,
  message: sentence(refusal),
  ...(refusal.target && { target: refusal.target }),
});

const detail = (refusal: Refusal, sentence: Sentence) => ({
  ...problem(refusal, sentence),
  ...(refusal.fact !== undefined && { fact: refusal.fact }),
});
