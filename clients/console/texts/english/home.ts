/** What the pages of pages/home say. */
export const home = {
  title: 'Home',
};

export type HomeTexts = typeof home;
