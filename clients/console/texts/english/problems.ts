/** What is said when a request is not answered as it should be: a title, and what to do. */
export const problems = {
  offline: {
    title: 'No connection',
    way: 'Your browser cannot reach Muster. Check the network and try again; nothing that you typed is lost.',
  },
  unavailable: {
    title: 'Muster cannot answer now',
    way: 'Try again in a minute. If it goes on, tell whoever runs Muster for you.',
  },
  tooMany: { title: 'Too many requests', way: 'Others are busy too. Wait a little, then try again.' },
  tooManyFor: (seconds: string) => `Others are busy too. Try again in ${seconds} seconds.`,
  signedOut: { title: 'Your session has ended', way: 'Sign in again to go on.' },
  forbidden: {
    title: 'You may not do this',
    way: 'It takes a role that you do not have. A Global Administrator can give it to you.',
  },
  changed: {
    title: 'Somebody else changed this in the meantime',
    way: 'Nothing of yours was saved. Look at what is there now, then make your change again.',
  },
  /** Beneath that: what there is now. */
  isNow: (property: string, value: string) => `${property} is now “${value}”`,
  elsewhere: 'Something that is not on this form.',
  notFound: {
    title: 'This is not there any more',
    way: 'Somebody may have removed it. Go back to the list and look again.',
  },
  refused: { title: 'This cannot be done', way: 'Change what is named below, then try again.' },
  toList: 'Go to the list',
  tryAgain: 'Try again',
  showCurrent: 'Show what is there now',
  requestId: (id: string) => `Request ${id}`,
};

export type ProblemsTexts = typeof problems;
