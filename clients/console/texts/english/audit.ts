/** What the pages of pages/audit say. */
export const audit = {
  title: 'Audit log',
};

export type AuditTexts = typeof audit;
