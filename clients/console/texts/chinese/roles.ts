import type { RolesTexts } from '../english/roles.ts';

export const roles = {
  title: '角色',
} satisfies RolesTexts;
