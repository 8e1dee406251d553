/** What the pages of pages/applications say. */
export const applications = {
  title: 'Applications',
};

export type ApplicationsTexts = typeof applications;
