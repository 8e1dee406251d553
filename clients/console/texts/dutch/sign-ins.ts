import type { SignInsTexts } from '../english/sign-ins.ts';

export const signIns = {
  title: 'Aanmeldingen',
} satisfies SignInsTexts;
