/** What the pages' scripts are put together from. */
import type { TextName } from '../texts/page-texts.ts';
import type { askApi } from './ask-api.ts';
import type { clientWords } from './client-words.ts';
import type { createCountdown } from './create-countdown.ts';
import type { createView } from './create-view.ts';
import type { fieldsOf } from './fields-of.ts';
import type { helpTyping } from './help-typing.ts';
import type { judgeChange } from './judge-change.ts';
import type { judgePassword } from './judge-password.ts';
import type { listSessions } from './list-sessions.ts';
import type { outcomeOf } from './outcome-of.ts';
import type { returnAddress } from './return-address.ts';
import type { signOut } from './sign-out.ts';
import type { speakOnClick } from './speak-on-click.ts';
import type { timeLeft } from './time-left.ts';

/** What both pages are made of. Each is a function that needs nothing but what it is given. */
type CommonPieces = {
  askApi: typeof askApi;
  createView: typeof createView;
  fieldsOf: typeof fieldsOf;
  helpTyping: typeof helpTyping;
  judgeChange: typeof judgeChange;
  judgePassword: typeof judgePassword;
  outcomeOf: typeof outcomeOf;
  signOut: typeof signOut;
  speakOnClick: typeof speakOnClick;
  timeLeft: typeof timeLeft;
  toldRefusals: readonly TextName[];
};

/** What the sign-in page has beside that. */
export type Pieces = CommonPieces & { createCountdown: typeof createCountdown; returnAddress: typeof returnAddress };

/** And the account page. */
export type AccountPieces = CommonPieces & { clientWords: typeof clientWords; listSessions: typeof listSessions };
