/** What the pages of pages/sign-ins say. */
export const signIns = {
  title: 'Sign-ins',
};

export type SignInsTexts = typeof signIns;
