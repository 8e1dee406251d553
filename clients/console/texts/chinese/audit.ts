import type { AuditTexts } from '../english/audit.ts';

export const audit = {
  title: '审核日志',
} satisfies AuditTexts;
