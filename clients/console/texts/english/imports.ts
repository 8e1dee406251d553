/** What the pages of pages/imports say. */
export const imports = {
  title: 'Imports',
};

export type ImportsTexts = typeof imports;
