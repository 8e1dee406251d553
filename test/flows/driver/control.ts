/** Control over the local engine: its clock and its schedules. */
import { waitFor } from './wait-for.ts';

/** The local engine's control address. */
export type Control = ReturnType<typeof createControl>;

type QueueCount = { name: string; waiting: number; inFlight: number };

const dayMilliseconds = 86_400_000;

/** Speaks to `/_local/`. */
export const createControl = (url: string) => {
  const post = async (path: string, body: object): Promise<unknown> => {
    const response = await fetch(`${url}/_local/${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
    if (!response.ok) throw new Error(`/_local/${path} was answered with ${response.status}: ${await response.text()}`);
    return response.json();
  };

  const now = async (): Promise<Date> => {
    const answer = await fetch(`${url}/_local/clock`);
    return new Date(((await answer.json()) as { now: string }).now);
  };

  /** The address that signs the local administrator in, once. */
  const consoleLink = async (): Promise<string> => ((await post('console-link', {})) as { url: string }).url;

  const clock = async (to: Date): Promise<void> => {
    await post('clock', { now: to.toISOString() });
  };

  const runSchedule = async (): Promise<void> => {
    const answer = await fetch(`${url}/_local/schedules`);
    const { schedules } = (await answer.json()) as { schedules: string[] };
    const [name, ...others] = schedules;
    if (!name || others.length > 0) throw new Error(`One schedule was expected, but there are: ${schedules}`);
    await post(`schedules/${encodeURIComponent(name)}`, {});
  };

  /** Waits until no message waits and none is in a function's hands, in all queues or those whose names fit. */
  const quiet = async (which = /./): Promise<void> => {
    let quietLooks = 0;
    await waitFor(
      'all queues to be empty',
      async () => ((await (await fetch(`${url}/_local/state`)).json()) as { queues: QueueCount[] }).queues,
      (all) => {
        const queues = all.filter(({ name }) => which.test(name));
        // Twice, since a function may be between taking one message and sending the next.
        quietLooks = queues.every(({ waiting, inFlight }) => waiting + inFlight === 0) ? quietLooks + 1 : 0;
        return quietLooks === 2;
      },
      { seconds: 200 },
    );
  };

  /** Moves time so that it is so many days after a moment, and runs the schedule then. */
  const daysAfter = async (moment: Date | string, days: number): Promise<void> => {
    await clock(new Date(new Date(moment).getTime() + days * dayMilliseconds));
    await runSchedule();
  };

  return { consoleLink, now, clock, runSchedule, quiet, daysAfter };
};
