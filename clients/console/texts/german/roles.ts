import type { RolesTexts } from '../english/roles.ts';

export const roles = {
  title: 'Rollen',
} satisfies RolesTexts;
