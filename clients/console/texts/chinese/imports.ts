import type { ImportsTexts } from '../english/imports.ts';

export const imports = {
  title: '导入',
} satisfies ImportsTexts;
