import type { Page } from 'puppeteer-core';
import type { Session } from '../../../clients/console/api/session.ts';

/** A page, or a state of one. */
export type LookedAt = {
  /** Of its picture's file. */
  name: string;
  /** Below /console. */
  path: string;
  /** What is done before it is looked at, such as to open a dialog. */
  prepare?: (page: Page) => Promise<void>;
  /** A list that is open keeps its place when the window changes, so that it is opened anew in each way of looking. */
  keepsPlace?: true;
  /** Roles of whoever looks; a Global Administrator's unless it is said. */
  roles?: readonly string[];
  /** What is different in the session. */
  session?: Partial<Session>;
};
