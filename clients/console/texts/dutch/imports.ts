import type { ImportsTexts } from '../english/imports.ts';

export const imports = {
  title: 'Importen',
} satisfies ImportsTexts;
