/** How fast mail may leave, as the mail service's account has it now. */

/** What the account may send: mails a second, and how many more in these 24 hours (`Infinity` where nothing limits them). */
export type MailQuota = { mailsPerSecond: number; mailsLeft: number };

/** For how long an answer is good, and for how long nobody asks again after none came. */
const goodMilliseconds = 60_000;

/** While the account cannot be asked: the rate of an account in the sandbox, which every account may send. */
const safe: MailQuota = { mailsPerSecond: 1, mailsLeft: Number.POSITIVE_INFINITY };

/**
 * The account's quota, asked when it is needed and at most once a minute. Whoever asks while no answer comes gets the
 * safe rate, and `report` hears the code of what was in the way. `milliseconds` is a clock that is never set back.
 */
export const accountPace = (
  ask: () => Promise<MailQuota>,
  report: (code: string) => void,
  milliseconds: () => number = () => performance.now(),
): (() => Promise<MailQuota>) => {
  let known: { quota: Promise<MailQuota>; at: number } | undefined;
  const askAnew = () =>
    ask().catch((error: unknown) => {
      report(error instanceof Error ? error.name : 'Unknown');
      return safe;
    });
  return () => {
    const at = milliseconds();
    if (!known || at - known.at >= goodMilliseconds) known = { quota: askAnew(), at };
    return known.quota;
  };
};
