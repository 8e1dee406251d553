/** What the page's script is put together from. */
import type { TextName } from '../texts/sign-in-texts.ts';
import type { askApi } from './ask-api.ts';
import type { createCountdown } from './create-countdown.ts';
import type { createView } from './create-view.ts';
import type { helpTyping } from './help-typing.ts';
import type { holdSession } from './hold-session.ts';
import type { judgePassword } from './judge-password.ts';
import type { outcomeOf } from './outcome-of.ts';
import type { timeLeft } from './time-left.ts';

/** What the page is made of. Each is a function that needs nothing but what it is given. */
export type Pieces = {
  askApi: typeof askApi;
  createCountdown: typeof createCountdown;
  createView: typeof createView;
  helpTyping: typeof helpTyping;
  holdSession: typeof holdSession;
  judgePassword: typeof judgePassword;
  outcomeOf: typeof outcomeOf;
  timeLeft: typeof timeLeft;
  toldRefusals: readonly TextName[];
};
