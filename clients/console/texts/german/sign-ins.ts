import type { SignInsTexts } from '../english/sign-ins.ts';

export const signIns = {
  title: 'Anmeldungen',
} satisfies SignInsTexts;
