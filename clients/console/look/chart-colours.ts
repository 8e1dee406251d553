/** Colours of charts, by what they stand for; as custom properties, so that they follow light and dark. */
import { dark, light } from '../../../shared/html/palette.ts';

/**
 * Each has a contrast of 3 to 1 or more with the card that it stands on (WCAG 1.4.11), and no two that stand beside each
 * other differ by hue alone. Free seats and what stayed as it was are quiet: blue, and paler than what was given.
 */
const colours = {
  main: { light: light.link, dark: dark.link },
  quiet: { light: '#5f90d2', dark: '#4f7fc4' },
  beside: { light: light.soft, dark: dark.soft },
  attention: { light: light.warningEdge, dark: light.warningEdge },
};

/** A colour, by what it stands for. */
export type ChartColour = keyof typeof colours;

const names = Object.keys(colours) as ChartColour[];

/** For `color` of a chart's series. */
export const chartColour = (name: ChartColour): string => `var(--chart-${name})`;

/** The style sheet that says what they are. */
export const chartStylesheet = (): string => {
  const as = (look: 'light' | 'dark') => names.map((name) => `--chart-${name}:${colours[name][look]}`).join(';');
  return `body{${as('light')}}.awsui-dark-mode{${as('dark')}}`;
};
