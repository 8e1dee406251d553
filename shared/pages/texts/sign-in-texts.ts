/** Every text of the sign-in page. A language is complete when it has this type. */

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
] as const;

/** The names of all texts. */
export type TextName =
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
  | 'goingOn'
  | 'staying'
  | 'nothingElse'
  | 'guide'
  | 'stay'
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
  | 'notSame'
  | 'changeTooLate'
  | 'unreachable'
  | 'busy'
  | 'failed'
  | 'noScript';

/** The texts of a language. */
export type PageTexts = Readonly<Record<TextName, PageText>>;

/** The texts of a language with their facts in place. */
export type WrittenTexts = Readonly<Record<TextName, string>>;
