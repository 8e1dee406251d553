/** What stands around every page. */
export const shell = {
  product: 'Muster',
  navigation: 'Pages',
  closeNavigation: 'Close the list of pages',
  openNavigation: 'Open the list of pages',
  notifications: 'Notifications',
  cancel: 'Cancel',
  dismiss: 'Dismiss',
  breadcrumbs: 'Where you are',
  skip: 'Go to the content',
  sections: { users: 'Users', billing: 'Billing', access: 'Access', organisation: 'Organization', records: 'Records' },
  account: 'My account',
  language: 'Language',
  softwareLicences: 'Software licences',
  signOut: 'Sign out',
  operator: 'Operator',
  working: 'One moment please …',
  /** Instead of a page whose address nobody knows. */
  noPageTitle: 'There is no such page',
  noPage: 'The address may be mistyped, or what it led to was removed.',
  /** Instead of a page that the person's roles do not open. */
  noRightTitle: 'You may not see this page',
  noRight: (page: string) =>
    `“${page}” takes a role that you do not have. A Global Administrator of your organization can give it to you.`,
  /** Instead of a page that failed. */
  failedTitle: 'This page has failed',
  failed:
    'It is our fault, not yours. Nothing that was saved is lost. Load the page again; if it fails once more, tell whoever runs Muster for you.',
  reload: 'Load the page again',
  home: 'Go to the first page',
  /** The dialog that is shown when the session has ended. */
  signInAgainTitle: 'Sign in again',
  signInAgain: 'Your session has ended. Sign in again, and go on where you were: what you typed is still there.',
  userName: 'User name',
  password: 'Password',
  token: 'Token',
  signIn: 'Sign in',
  signInElsewhere: 'Open the sign-in page in a new tab',
  notNow: 'Not now',
  signInFailed: 'The user name or the password is wrong.',
  signInOther: 'Go to the sign-in page: this account cannot sign in here.',
  anotherPerson: 'You are signed in as somebody else now. Load the page again.',
  /** After a reload that an upgrade made necessary. */
  upgraded:
    'Muster was upgraded, so the page was loaded again. What you typed is still there; passwords have to be typed again.',
};

export type ShellTexts = typeof shell;
