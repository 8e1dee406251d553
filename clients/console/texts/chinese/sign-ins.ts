import type { SignInsTexts } from '../english/sign-ins.ts';

export const signIns = {
  title: '登录记录',
} satisfies SignInsTexts;
