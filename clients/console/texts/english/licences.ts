/** What the pages of pages/licences say. */
export const licences = {
  title: 'Licenses',
};

export type LicencesTexts = typeof licences;
