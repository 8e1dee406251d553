import type { AddManyTexts } from '../english/add-many.ts';

export const addMany = {
  title: '添加多个用户',
} satisfies AddManyTexts;
