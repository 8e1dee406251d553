/** What is refused of a file and of its rows; a request may have the faults of a row as well. */
import { type Facts, likeliestIn } from './refusal-facts.ts';

const inTarget = ({ target }: Facts) => (target ? ` in ${target}` : '');

/** Their sentences. */
export const fileSentences = {
  // A whole file
  EmptyFile: () => 'The file is empty. Save the sheet as CSV with a heading row and at least one person.',
  HeaderOnly: () => 'The file has headings but no person below them. Add at least one row.',
  ExcelWorkbook: () =>
    'This workbook cannot be read: it has a password, is damaged, or is of another kind. Save it as .xlsx without a password, or as CSV.',
  FormatUnknown: ({ fact }: Facts) =>
    `This file is no table of people, but ${fact ?? 'something else'}. Open it in a spreadsheet program and save it as .xlsx or CSV.`,
  WorkbookTooLarge: ({ fact }: Facts) => `Unpacked, this workbook is too large: ${fact}. Save it as CSV.`,
  SheetUnknown: ({ target, fact }: Facts) => `The workbook has no sheet named ${target}. It has: ${fact}.`,
  FileTooLarge: ({ fact }: Facts) => `The file is larger than ${fact}. Split it.`,
  CompressedFile: () => 'This file is compressed. Unpack it and upload the CSV inside.',
  BinaryFile: () => 'The file holds bytes that no text has. Save it again as CSV.',
  EncodingUnclear: ({ fact }: Facts) =>
    `It cannot be told for sure how the file's text is encoded: ${fact}. Save it again as UTF-8 ("CSV UTF-8" in Excel), or import it with the option encoding, as in { "encoding": "${likeliestIn(fact)}" }.`,
  UnclosedQuote: ({ fact }: Facts) =>
    `A quoted cell that opens near line ${fact ?? '?'} is never closed. Close the quote or double it inside the cell.`,
  DuplicateHeadings: ({ fact }: Facts) =>
    `These headings occur more than once, or mean the same: ${fact}. Keep one of each, or have the option columns take the others for "ignored".`,
  HeadingMissing: ({ target, fact }: Facts) =>
    `The file lacks a column for ${fact}. Add it, or name the one that has it with the option columns${
      target === 'userPrincipalName'
        ? ', or have user names made by the option userNamePattern, such as "{givenName}.{surname}@contoso.com"'
        : ''
    }.`,
  HeadingsUnknown: ({ fact, proposal }: Facts) =>
    proposal
      ? `These headings are not known: ${fact}. Say what they mean: import the file with the options ${proposal} (mend them first), in the body of POST /v1.0/imports or in NAME.options.json beside the file.`
      : `These headings are not known: ${fact}. Use the headings of the template, or remove the columns.`,
  MappingInvalid: ({ fact }: Facts) => `The mapping of columns cannot be used: ${fact}. Correct it.`,
  UserNamePatternInvalid: ({ fact }: Facts) =>
    `The pattern of user names cannot be used: ${fact}. It has {givenName}, {surname}, {displayName}, {mailNickname} or {employeeId}, {givenName:1} for a first letter, A-Z, a-z, 0-9, ' . - _ ! # ^ ~, and perhaps @ and a domain of the organisation.`,
  CellTooLarge: ({ fact }: Facts) => `A cell near line ${fact ?? '?'} is larger than 1 MiB. Shorten it.`,
  TooManyColumns: ({ fact }: Facts) => `The file has ${fact} columns; at most 400 can be read. Remove the empty ones.`,
  TooManyRows: ({ fact }: Facts) => `The file has more rows than one import can read: ${fact}. Split it.`,
  HeadingsNotFound: ({ fact }: Facts) =>
    `No headings were found in the first ${fact} of the file. Remove the blank lines above them.`,
  HeadingsTooLong: ({ fact }: Facts) => `The headings are too long: ${fact}. Shorten them.`,
  ImportImpossible: () =>
    'The import cannot go on: a part of it is larger than a service of AWS takes, or is refused there. Make smaller files of it, with fewer and shorter cells.',
  FileUnavailable: () => 'The file was changed or deleted before it was read to its end. Upload it again.',
  TooManyRefusals: ({ fact }: Facts) =>
    `${fact} rows were refused, as many as the import was told to stop at. Mend them, or resume the import.`,
  OwnerGone: () =>
    'Somebody whom this import acts for was deleted or blocked, or may not import any more. No further row was done; import the file in your own name.',
  PlanOutdated: ({ fact }: Facts) =>
    `The dry run is no longer true: ${fact}. Nothing was changed; make another dry run.`,
  SynchronizationIncomplete: ({ fact }: Facts) =>
    `The file of this run is not whole: ${fact}. Nothing was changed; the next run reads it again.`,
  WatermarkOutdated: () =>
    'The run does not begin where the last one ended: another one came first, or everybody has to be read. Nothing was changed; begin again from the watermark of now.',
  SourceChanged: ({ fact }: Facts) =>
    `People here come from ${fact}, and this run reads another directory. Nothing was changed; switch synchronisation off and on again to begin anew from it.`,
  SourceEmpty: ({ fact }: Facts) =>
    `The run names nobody, and ${fact} people are known from on premises. Nothing was changed; look at the scope and at what the agent may read.`,
  DeletionsExceedThreshold: ({ fact }: Facts) =>
    `The run would delete ${fact} people, more than may be deleted without a look. Nothing was changed; mend the directory, and the next run goes through, or resume this one to delete them.`,
  CutoverWhileSynchronized: () =>
    'A cutover migration adds people while others come from the directory on premises, and each would be there twice. Switch synchronisation off first, or migrate in stages.',
  BatchTooLarge: ({ fact }: Facts) =>
    `The file has more rows than a migration batch of its kind may have (${fact}). Nobody was added or changed; make several batches.`,
  SynchronizationOff: () => 'Synchronisation from on premises is switched off. Nothing was changed.',
  SynchronizationOnHold: ({ fact }: Facts) =>
    `Synchronisation waits, because run ${fact} was undone. Mend the directory, then let it go on.`,
  SynchronizationRunning: ({ fact }: Facts) =>
    `Another run is not over (${fact}). Nothing was changed; begin again when it is.`,
  OptionsInvalid: ({ fact }: Facts) =>
    `The options of this import cannot be used: ${fact}. Correct them and upload the file again.`,
  // A row or a body
  CellCountWrong: ({ fact }: Facts) =>
    `The row has ${fact}. Give each heading one cell, and quote separators in cells.`,
  EncodingMixed: ({ target, fact }: Facts) =>
    `${target} is not in the encoding of the rest of the file: ${fact}. Correct the cell, and save the file as UTF-8.`,
  UserNameMissing: () => 'The user name is missing. Give one, such as name@domain.',
  UserNameNotMade: ({ fact }: Facts) =>
    `No user name can be made for this row: ${fact}. Give the row a user name of its own, or mend it.`,
  MadeNameTaken: ({ fact }: Facts) =>
    `The user name that was made for this row is taken: ${fact}. The same person has the same employeeId in both places; for somebody else give the row another user name, in the column userPrincipalName.`,
  DisplayNameMissing: () => 'The display name is missing. Give one.',
  UserNameIllegal: ({ fact }: Facts) =>
    `The user name has ${fact ? `the invisible character ${fact}, which` : 'a character that'} is not allowed, or is not name@domain. Before the @ use A-Z, a-z, 0-9 and ' . - _ ! # ^ ~, with no dot first or last.`,
  DomainNotVerified: ({ fact }: Facts) => `The domain ${fact} is not one of the organisation's. Use a verified domain.`,
  ValueTooLong: ({ target, fact }: Facts) => `${target} is longer than ${fact} characters. Shorten it.`,
  ValueMissing: ({ target }: Facts) => `${target} is required. Give it a value.`,
  ValueInvalid: ({ target, fact }: Facts) => `${target} is not valid: ${fact}.`,
  PropertyUnknown: ({ target }: Facts) => `${target} is not a property that can be set. Remove it.`,
  DuplicateInFile: ({ target, fact }: Facts) =>
    `Row ${fact} of this file has the same ${target === 'employeeId' ? 'employee id' : 'user name'}. Keep one of them.`,
  PersonDiffers: ({ fact }: Facts) =>
    `This person exists and differs in ${fact}. Nothing was changed; import with existingPeople "update" to change them.`,
  ChangedSincePlan: ({ fact }: Facts) =>
    `The row would not come out as planned any more: ${fact}. Nothing was changed.`,
  ChangedSinceImport: ({ fact }: Facts) =>
    `The person was changed since this import (${fact}) and is left as they are. Change or delete them by hand.`,
  SignedInSince: () => 'The person has signed in since this import and is left as they are. Delete them by hand.',
  PersonGone: () => 'The person was removed for good since, so there is nothing to undo.',
  UserNameTaken: ({ fact }: Facts) => `${fact ?? 'Somebody'} already has this user name. Choose another one.`,
  EmployeeIdTaken: ({ fact }: Facts) =>
    `${fact ?? 'Somebody'} already has this employee id. Correct it, or take it from them first.`,
  EmployeeIdConflict: ({ fact }: Facts) =>
    `The employee id and the user name belong to two people: ${fact}. Correct the one that is wrong.`,
  UserNameDiffers: ({ fact }: Facts) =>
    `The person of this employee id has the user name ${fact}, which stays. Change it by hand if the file is right.`,
  LicenceUnknown: ({ fact }: Facts) => `The organisation has no licence named ${fact}. See GET /v1.0/subscribedSkus.`,
  RoleUnknown: ({ fact }: Facts) => `There is no administrator role named ${fact}.`,
  RoleNotYours: () =>
    'Only a Global Administrator may give this role; other administrator roles also a Privileged Role Administrator.',
  RoleOwn: () => 'Nobody may give roles to themselves. Ask another administrator.',
  OnPremisesMastered: ({ target }: Facts) =>
    `Unable to update the specified properties for on-premises mastered Directory Sync objects or objects currently undergoing migration${target ? `: ${target}` : ''}. Change them in the directory on premises.`,
  InvalidSoftMatch: ({ fact }: Facts) =>
    `${fact ?? 'Somebody'} has the user name or primary address of this object, and cannot be taken over: they belong to another object on premises, or taking over by names is switched off. Correct the name on one of the two sides.`,
  InvalidHardMatch: ({ fact }: Facts) =>
    `${fact ?? 'Somebody'} has the anchor or objectGUID of this object and belongs to another one, or taking over by anchor is switched off. Correct mS-DS-ConsistencyGuid on premises.`,
  AnchorChanged: ({ fact }: Facts) =>
    `${fact ?? 'The person'} has another anchor than this object has by now. Anchors never change: put the former mS-DS-ConsistencyGuid back.`,
  RecipientSkipped: ({ fact }: Facts) => `This is no mailbox of a person, but a ${fact}. The row was skipped.`,
  MigrationPersonMissing: () =>
    'Nobody has this user name. While people come from the directory on premises, a migration adds nobody: add the person there, and give this row again after the next synchronisation.',
  PersonProtected: () => 'This person is an administrator whom your roles do not allow you to change.',
  LastAdministrator: () =>
    'This is the last Global Administrator who can sign in. Give the role to somebody else first.',
  ServicePlanUnknown: ({ fact }: Facts) => `The licence has no service plan ${fact}. See GET /v1.0/subscribedSkus.`,
  CountryUnknown: (refusal: Facts) =>
    `No country is known for what stands${inTarget(refusal)}: ${refusal.fact}. Give its code of ISO 3166-1, such as NL.`,
  UsageLocationMissing: () => 'A licence needs a usage location (ISO 3166-1, such as NL). Give one.',
  LanguageUnknown: (refusal: Facts) =>
    `${refusal.fact}${inTarget(refusal)} is not a language tag, such as nl or zh-Hans.`,
  MailAddressInvalid: (refusal: Facts) => `A mail address${inTarget(refusal)} is not valid. Correct or remove it.`,
  YesOrNoExpected: ({ target }: Facts) => `${target} must be Yes or No (or True or False).`,
  PasswordLengthWrong: ({ fact }: Facts) => `The password must have ${fact} characters.`,
  PasswordTooSimple: ({ fact }: Facts) => `The password needs ${fact} of: lower case, upper case, digit, symbol.`,
  PasswordContainsName: () => "The password contains part of the person's name. Choose another one.",
  PasswordBanned: () =>
    'The password is too easy to guess: it is a common one, or a well-known word or the name of the organisation with a usual ending. Choose another one, such as four words that have nothing to do with each other.',
  PasswordReplaced: () => 'The password of the file breaks the password rules, so a generated one is mailed instead.',
  DeliveryConflict: () =>
    'Ask either to mail the credentials or to show them, not both; a chosen password is not shown.',
  NoSeatsLeft: ({ target, fact }: Facts) => `No seat of ${target} is left; buy ${fact} more. The person waits for it.`,
  NoSeatForRow: ({ target }: Facts) =>
    `No seat of ${target} is left for this row, and the import was told to refuse such rows. Buy seats and drop the row again.`,
} satisfies Record<string, (refusal: Facts) => string>;
