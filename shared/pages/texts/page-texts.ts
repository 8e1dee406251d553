/** Every text of the pages. A language is complete when it has these types. */

/** The facts that texts may name. */
export type PageFacts = {
  organisation: string;
  /** Fewest and most characters of a password, and how many of the four kinds it needs. */
  least: number;
  most: number;
  kinds: number;
};

/** A text, or how it is made of facts. `{time}` stands for the time left, which the browser fills in. */
export type PageText = string | ((facts: PageFacts) => string);

/** Names of the refusals of the API that a person can do something about; each is told by a text of that name. */
export const toldRefusals = [
  'SignInFailed',
  'TooManyAttempts',
  'SignInLocked',
  'PasswordLapsed',
  'AccountBlocked',
  'PasswordLengthWrong',
  'PasswordTooSimple',
  'PasswordContainsName',
  'PasswordBanned',
  'PasswordRepeated',
  'PasswordWrong',
  'OperatorTokenInvalid',
  'SignInCodeInvalid',
] as const;

/** The names of the texts of the sign-in page. */
export type SignInTextName =
  | (typeof toldRefusals)[number]
  // Names of fields and buttons; the `…Label` of a button is what a screen reader says, and begins with what is seen.
  | 'userName'
  | 'password'
  | 'newPassword'
  | 'repeatedPassword'
  | 'show'
  | 'hide'
  | 'showLabel'
  | 'hideLabel'
  | 'language'
  // Signing in
  | 'signInTitle'
  | 'signInIntroduction'
  | 'wantsChange'
  | 'signIn'
  | 'forgotten'
  // With an operator's token
  | 'useOperatorToken'
  | 'operatorTitle'
  | 'operatorIntroduction'
  | 'operatorToken'
  | 'usePassword'
  // Choosing a password; why, and what it must be like
  | 'changeTitle'
  | 'firstSignIn'
  | 'expired'
  | 'wanted'
  | 'rules'
  | 'ruleLength'
  | 'ruleKinds'
  | 'ruleSame'
  | 'ruleOther'
  | 'met'
  | 'unmet'
  | 'allMet'
  | 'stillMissing'
  | 'change'
  // Done
  | 'signedInTitle'
  | 'changedTitle'
  | 'nothingElse'
  | 'toConsole'
  | 'guide'
  | 'toAccount'
  | 'signOut'
  | 'signedOut'
  // What happens meanwhile, told politely
  | 'working'
  | 'passwordShown'
  | 'passwordHidden'
  | 'capsLock'
  | 'timeLeft'
  | 'tryAgainNow'
  // What is wrong, beside the refusals of the API
  | 'userNameMissing'
  | 'passwordMissing'
  | 'tokenMissing'
  | 'notAllMet'
  | 'notSame'
  | 'changeTooLate'
  | 'unreachable'
  | 'busy'
  | 'failed'
  | 'noScript';

/** The names of the texts that the account page has beside them. */
export type AccountTextName =
  | 'accountTitle'
  | 'passwordSection'
  | 'currentPassword'
  | 'passwordChanged'
  | 'currentMissing'
  | 'currentWrong'
  // Sessions
  | 'sessionsSection'
  | 'sessionsIntroduction'
  | 'thisSession'
  | 'unknownClient'
  | 'since'
  | 'end'
  | 'endAll'
  | 'sessionEnded'
  | 'loading';

/** The names of all texts. */
export type TextName = SignInTextName | AccountTextName;

/** The texts of a language. */
export type PageTexts = Readonly<Record<SignInTextName, PageText>>;
export type AccountTexts = Readonly<Record<AccountTextName, string>>;

/** The texts of a language with their facts in place; those of the account where the page has them. */
export type WrittenTexts = Readonly<Record<SignInTextName, string>> &
  Readonly<Partial<Record<AccountTextName, string>>>;
