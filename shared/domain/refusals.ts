/** Everything that Muster refuses, as a closed list of stable codes, each with the sentence that says what to do. */

/** A refusal: its code, where it was found (a property or heading) and the fact that its sentence needs. */
export type Refusal = { readonly code: RefusalCode; readonly target?: string; readonly fact?: string };

/** A stable code. Reports, answers and tests name these; they never change their meaning. */
export type RefusalCode = keyof typeof sentences;

const inTarget = ({ target }: Refusal) => (target ? ` in ${target}` : '');

const sentences = {
  // A whole file
  EmptyFile: () => 'The file is empty. Save the sheet as CSV with a heading row and at least one person.',
  HeaderOnly: () => 'The file has headings but no person below them. Add at least one row.',
  ExcelWorkbook: () => 'This is an Excel workbook with another name. Open it and save it as CSV.',
  CompressedFile: () => 'This file is compressed. Unpack it and upload the CSV inside.',
  BinaryFile: () => 'The file holds bytes that no text has. Save it again as CSV.',
  UnclosedQuote: ({ fact }: Refusal) =>
    `A quoted cell that opens near line ${fact ?? '?'} is never closed. Close the quote or double it inside the cell.`,
  DuplicateHeadings: ({ fact }: Refusal) => `These headings occur more than once: ${fact}. Keep one of each.`,
  HeadingMissing: ({ fact }: Refusal) => `The file lacks a column for ${fact}. Add it.`,
  HeadingsUnknown: ({ fact }: Refusal) =>
    `These headings are not known: ${fact}. Use the headings of the template, or remove the columns.`,
  CellTooLarge: ({ fact }: Refusal) => `A cell near line ${fact ?? '?'} is larger than 1 MiB. Shorten it.`,
  TooManyColumns: ({ fact }: Refusal) =>
    `The file has ${fact} columns; at most 200 can be read. Remove the empty ones.`,
  FileUnavailable: () => 'The file was changed or deleted before it was read to its end. Upload it again.',
  // A row or a body
  CellCountWrong: ({ fact }: Refusal) =>
    `The row has ${fact}. Give each heading one cell, and quote separators in cells.`,
  UserNameMissing: () => 'The user name is missing. Give one, such as name@domain.',
  DisplayNameMissing: () => 'The display name is missing. Give one.',
  UserNameIllegal: () =>
    "The user name has a character that is not allowed, or is not name@domain. Before the @ use A-Z, a-z, 0-9 and ' . - _ ! # ^ ~, with no dot first or last.",
  DomainNotVerified: ({ fact }: Refusal) =>
    `The domain ${fact} is not one of the organisation's. Use a verified domain.`,
  ValueTooLong: ({ target, fact }: Refusal) => `${target} is longer than ${fact} characters. Shorten it.`,
  ValueMissing: ({ target }: Refusal) => `${target} is required. Give it a value.`,
  ValueInvalid: ({ target, fact }: Refusal) => `${target} is not valid: ${fact}.`,
  PropertyUnknown: ({ target }: Refusal) => `${target} is not a property that can be set. Remove it.`,
  DuplicateInFile: ({ fact }: Refusal) => `Row ${fact} of this file has the same user name. Keep one of them.`,
  UserNameTaken: ({ fact }: Refusal) => `${fact ?? 'Somebody'} already has this user name. Choose another one.`,
  LicenceUnknown: ({ fact }: Refusal) => `The organisation has no licence named ${fact}. See GET /v1.0/subscribedSkus.`,
  RoleUnknown: ({ fact }: Refusal) => `There is no administrator role named ${fact}.`,
  RoleNotYours: () =>
    'Only a Global Administrator may give this role; other administrator roles also a Privileged Role Administrator.',
  RoleOwn: () => 'Nobody may give roles to themselves. Ask another administrator.',
  PersonProtected: () => 'This person is an administrator whom your roles do not allow you to change.',
  LastAdministrator: () =>
    'This is the last Global Administrator who can sign in. Give the role to somebody else first.',
  ServicePlanUnknown: ({ fact }: Refusal) => `The licence has no service plan ${fact}. See GET /v1.0/subscribedSkus.`,
  CountryUnknown: (refusal: Refusal) =>
    `${refusal.fact}${inTarget(refusal)} is not a country code of ISO 3166-1, such as NL.`,
  UsageLocationMissing: () => 'A licence needs a usage location (ISO 3166-1, such as NL). Give one.',
  LanguageUnknown: (refusal: Refusal) =>
    `${refusal.fact}${inTarget(refusal)} is not a language tag, such as nl or zh-Hans.`,
  MailAddressInvalid: (refusal: Refusal) => `A mail address${inTarget(refusal)} is not valid. Correct or remove it.`,
  YesOrNoExpected: ({ target }: Refusal) => `${target} must be Yes or No (or True or False).`,
  PasswordLengthWrong: ({ fact }: Refusal) => `The password must have ${fact} characters.`,
  PasswordTooSimple: ({ fact }: Refusal) => `The password needs ${fact} of: lower case, upper case, digit, symbol.`,
  PasswordContainsName: () => "The password contains part of the person's name. Choose another one.",
  PasswordBanned: () => 'The password is too easy to guess: it is built on a banned word. Choose another one.',
  PasswordReplaced: () => 'The password of the file breaks the password rules, so a generated one is mailed instead.',
  DeliveryConflict: () =>
    'Ask either to mail the credentials or to show them, not both; a chosen password is not shown.',
  // Signing in and passwords
  SignInFailed: () => 'The user name or the password is wrong.',
  TooManyAttempts: ({ fact }: Refusal) =>
    `There were too many attempts with this user name. Try again in ${fact ?? 'some'} seconds.`,
  PasswordChangeRequired: () => 'The password must be changed before anything else.',
  PasswordLapsed: () => 'This temporary password was not used in time. Ask your administrator for a new one.',
  AccountBlocked: () => 'This account is blocked. Ask your administrator.',
  PasswordWrong: () => 'The current password is wrong.',
  PasswordRepeated: () => 'This is your present or your last password. Choose a new one.',
  // Applications
  ClientSecretLimit: () => 'An application has two client secrets at most. Remove one first.',
  ApplicationOwn: () => 'An application cannot change itself. Ask an administrator.',
  // Imports
  ImportNotOver: () => 'The import is not over yet. Wait for its end, or cancel it first.',
  // Seats
  NoSeatsLeft: ({ target, fact }: Refusal) =>
    `No seat of ${target} is left; buy ${fact} more. The person waits for it.`,
  SeatsBelowAssigned: ({ fact }: Refusal) =>
    `${fact} seats are in use, so no lower number can be set. Free some first.`,
  SkuPartNumberTaken: () => 'Another licence has this skuPartNumber. Choose another one.',
  ConcurrentChange: () => 'Somebody changed this at the same moment. Read it again and repeat the request.',
  // HTTP
  PreconditionFailed: () => 'Somebody changed this since you read it (If-Match). Read it again and repeat the request.',
  FilterNotServed: ({ fact }: Refusal) =>
    `This cannot be answered without reading the whole directory. What can be asked: ${fact}.`,
  BadJson: () => 'The body is not JSON.',
  UnsupportedContentType: ({ fact }: Refusal) => `Send the body as ${fact ?? 'application/json'}.`,
  BodyTooLarge: ({ fact }: Refusal) => `The body is larger than ${fact} bytes. Import many people by CSV instead.`,
  Unauthenticated: () => 'A valid bearer token is required.',
  Forbidden: () => 'Your roles do not allow this.',
  NotFound: () => 'There is nothing at this address.',
  QueryInvalid: ({ target, fact }: Refusal) => `The query option ${target} is not valid: ${fact}.`,
  DependencyFailed: () => 'A request that this one depends on failed, so this one was not made.',
  AnswerTooLarge: ({ fact }: Refusal) =>
    `Together the answers are larger than ${fact} bytes. Ask for smaller pages, or for fewer at once.`,
  NotAnswered: () => 'There was no answer in time. Look whether this was done before you repeat it.',
  IdempotencyKeyReused: () => 'This Idempotency-Key was used with another body. Use a new key for a new person.',
  PersonDeleted: ({ fact }: Refusal) =>
    `The person whom this request added was deleted since (id ${fact}). Restore them, or use a new Idempotency-Key.`,
  InternalError: () =>
    'Something went wrong on our side. Repeat the request, and report its request-id when it persists.',
} satisfies Record<string, (refusal: Refusal) => string>;

/** The sentence for people: what is wrong, and what to do. It never repeats a password. */
export const sentenceOf = (refusal: Refusal): string => sentences[refusal.code](refusal);

/** Thrown where a whole request or file is refused; `refusals` is never empty, and lists every problem that was found. */
export class Refused extends Error {
  readonly refusals: readonly Refusal[];

  constructor(...refusals: readonly [Refusal, ...Refusal[]]) {
    super(refusals.map(({ code }) => code).join(', '));
    this.name = 'Refused';
    this.refusals = refusals;
  }
}
