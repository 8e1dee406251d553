/** What is refused of requests. */
import type { Facts } from './refusal-facts.ts';

/** Their sentences. */
export const requestSentences = {
  // Signing in and passwords
  SignInFailed: () => 'The user name or the password is wrong.',
  TooManyAttempts: ({ fact }: Facts) =>
    `There were too many attempts with this user name. Try again in ${fact ?? 'some'} seconds.`,
  SignInLocked: () =>
    'Too many wrong passwords were tried with this user name. Sign in with a browser in which you did so before, or ask your administrator to reset the password.',
  PasswordChangeRequired: () => 'The password must be changed before anything else.',
  PasswordLapsed: () => 'This temporary password was not used in time. Ask your administrator for a new one.',
  AccountBlocked: () => 'This account is blocked. Ask your administrator.',
  OperatorTokenInvalid: () =>
    'This is no operator’s token that is good now: it was mistyped, revoked, or has ended. Mint a new one (npm run token).',
  SignInCodeInvalid: () =>
    'This link was used before, or is older than ten minutes. Ask for a new one where you got it.',
  PasswordWrong: () => 'The current password is wrong.',
  PasswordRepeated: () => 'This is your present or your last password. Choose a new one.',
  // Applications
  ClientSecretLimit: () => 'An application has two client secrets at most. Remove one first.',
  ApplicationOwn: () => 'An application cannot change itself. Ask an administrator.',
  // Templates
  TooManyTemplates: ({ fact }: Facts) => `There are ${fact} templates, and no more are kept. Remove one first.`,
  // Imports
  TooManyOpenImports: ({ fact }: Facts) =>
    `You have ${fact} imports that are not over, and nobody may have more. Wait for some, or cancel those that you need no longer.`,
  ImportOver: () => 'The import is over, so there is nothing left to cancel. What it did can be undone.',
  ImportNotOver: () => 'The import is not over yet. Wait for its end, or cancel it first.',
  ImportNotResumable: () =>
    'Only an import that was cancelled, is on hold, or stopped for its file or its refusals can be resumed.',
  NothingToUndo: () => 'The import changed nobody, so there is nothing to undo.',
  NotADryRun: () => 'Only a dry run that succeeded can be applied. Import the file instead.',
  ReadOtherwise: () =>
    'A dry run is applied as it was shown, and the file would be read otherwise. Make another dry run, with these options, and apply that one.',
  UploadOver: () =>
    'The file of this import is there already, or its upload was ended. Look at the import; if it was cancelled, ask for a new one.',
  UploadIncomplete: ({ fact }: Facts) =>
    `${fact === undefined ? 'A part' : `Parts ${fact}`} of the file did not arrive, or arrived otherwise. Read which parts are there, send the others, and complete the upload then.`,
  BatchNotSynced: () =>
    'Only a migration batch that is synced can be completed. Wait until each of its rows has its outcome, or start it again.',
  // Seats
  SeatsBelowAssigned: ({ fact }: Facts) => `${fact} seats are in use, so no lower number can be set. Free some first.`,
  SkuPartNumberTaken: () => 'Another licence has this skuPartNumber. Choose another one.',
  ConcurrentChange: () => 'Somebody changed this at the same moment. Read it again and repeat the request.',
  // HTTP
  PreconditionFailed: () => 'Somebody changed this since you read it (If-Match). Read it again and repeat the request.',
  FilterNotServed: ({ fact }: Facts) =>
    `This cannot be answered without reading the whole directory. What can be asked: ${fact}.`,
  BadJson: () => 'The body is not JSON.',
  BodyNotUtf8: () =>
    'The body is not UTF-8, so that characters such as é would be lost. Send it as UTF-8; in Windows PowerShell: -Body ([Text.Encoding]::UTF8.GetBytes($json)).',
  UnsupportedContentType: ({ fact }: Facts) => `Send the body as ${fact ?? 'application/json'}.`,
  BodyTooLarge: ({ fact }: Facts) => `The body is larger than ${fact} bytes. Import many people by CSV instead.`,
  Unauthenticated: () => 'A valid bearer token is required.',
  Forbidden: () => 'Your roles do not allow this.',
  NotFound: ({ fact }: Facts) =>
    fact === undefined
      ? 'There is nothing at this address.'
      : `Resource not found for the segment '${fact}'. GET /reference has every address that there is.`,
  MethodNotAllowed: ({ fact }: Facts) => `This address takes ${fact}, and no other method.`,
  QueryInvalid: ({ target, fact }: Facts) => `The query option ${target} is not valid: ${fact}.`,
  DependencyFailed: () => 'A request that this one depends on failed, so this one was not made.',
  AnswerTooLarge: ({ fact }: Facts) =>
    `Together the answers are larger than ${fact} bytes. Ask for smaller pages, or for fewer at once.`,
  NotAnswered: () => 'There was no answer in time. Look whether this was done before you repeat it.',
  IdempotencyKeyReused: () => 'This Idempotency-Key was used with another body. Use a new key for a new person.',
  PersonDeleted: ({ fact }: Facts) =>
    `The person whom this request added was deleted since (id ${fact}). Restore them, or use a new Idempotency-Key.`,
  InternalError: () =>
    'Something went wrong on our side. Repeat the request, and report its request-id when it persists.',
} satisfies Record<string, (refusal: Facts) => string>;
