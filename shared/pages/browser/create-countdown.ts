import type { Step, View } from './create-view.ts';
import type { PageWindow } from './page-window.ts';
import type { timeLeft } from './time-left.ts';

/** Shows how long a step is locked, and keeps its button from being pressed meanwhile. */
export type Countdown = ReturnType<typeof createCountdown>;

/** Makes the countdown of a step. Runs in the browser by itself. */
export const createCountdown = (window: PageWindow, view: View, step: Step, tell: typeof timeLeft) => {
  let end = 0;
  let timer: number | undefined;

  const secondsLeft = () => Math.ceil((end - window.performance.now()) / 1000);

  /** Opens the step again before its time: for another user name, say. */
  const stop = (): void => {
    window.clearTimeout(timer);
    end = 0;
    view.at(`${step}-wait`).hidden = true;
    view.at(`${step}-button`).disabled = false;
  };

  const release = (): void => {
    stop();
    view.clear(step);
    view.say('tryAgainNow');
  };

  // The clock is seen and not read out each second: what is read out are the problem before and the all-clear after.
  const tick = (): void => {
    const seconds = secondsLeft();
    if (seconds > 0) {
      view.at(`${step}-time`).textContent = tell(seconds, view.language()).clock;
      timer = window.setTimeout(tick, 250);
    } else release();
  };

  const start = (seconds: number): void => {
    stop();
    end = window.performance.now() + seconds * 1000;
    view.at(`${step}-wait`).hidden = false;
    view.at(`${step}-button`).disabled = true;
    tick();
  };

  return { start, stop, isRunning: () => end > 0 };
};
