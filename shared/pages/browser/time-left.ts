/** How long somebody still has to wait: in words of a language, and as a clock shows it. */
export type TimeLeft = { words: string; clock: string };

/** Tells a number of seconds. Runs in the browser by itself. */
export const timeLeft = (seconds: number, language: string): TimeLeft => {
  const [hours, minutes, rest] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60];
  const parts = [
    { unit: 'hour', count: hours },
    { unit: 'minute', count: minutes },
    { unit: 'second', count: rest },
  ].filter(({ count }, at) => count > 0 || (seconds === 0 && at === 2));
  const words = parts.map(({ unit, count }) =>
    new Intl.NumberFormat(language, { style: 'unit', unit, unitDisplay: 'long' }).format(count),
  );
  const padded = [minutes, rest].map((count) => String(count).padStart(2, '0'));
  const clock = hours > 0 ? [hours, ...padded] : [minutes, padded[1]];
  return { words: words.join(' '), clock: clock.join(':') };
};
