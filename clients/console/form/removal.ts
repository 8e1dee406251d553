import type { ButtonProps } from '@cloudscape-design/components/button';

/** How a row's button that removes something looks: a word, or in a small window, where long words would break, a sign. */
export const removal = (isSmall: boolean): Pick<ButtonProps, 'variant' | 'iconName'> =>
  isSmall ? { variant: 'icon', iconName: 'remove' } : { variant: 'inline-link' };
