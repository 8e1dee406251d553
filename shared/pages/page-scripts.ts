import { hash } from 'node:crypto';
import { askApi } from './browser/ask-api.ts';
import { clientWords } from './browser/client-words.ts';
import { createCountdown } from './browser/create-countdown.ts';
import { createView } from './browser/create-view.ts';
import { fieldsOf } from './browser/fields-of.ts';
import { helpTyping } from './browser/help-typing.ts';
import { judgeChange } from './browser/judge-change.ts';
import { judgePassword } from './browser/judge-password.ts';
import { listSessions } from './browser/list-sessions.ts';
import { outcomeOf } from './browser/outcome-of.ts';
import type { AccountPieces, Pieces } from './browser/pieces.ts';
import { returnAddress } from './browser/return-address.ts';
import { signOut } from './browser/sign-out.ts';
import { speakOnClick } from './browser/speak-on-click.ts';
import { startAccount } from './browser/start-account.ts';
import { startPage } from './browser/start-page.ts';
import { timeLeft } from './browser/time-left.ts';
import { toldRefusals } from './texts/page-texts.ts';

const common = {
  ...{
    askApi,
    createView,
    fieldsOf,
    helpTyping,
    judgeChange,
    judgePassword,
    outcomeOf,
    signOut,
    speakOnClick,
    timeLeft,
  },
  toldRefusals,
};
const pieces: Pieces = { ...common, createCountdown, returnAddress };
const accountPieces: AccountPieces = { ...common, clientWords, listSessions };

const asText = (piece: unknown): string => (typeof piece === 'function' ? String(piece) : JSON.stringify(piece));

const scriptOf = (start: unknown, all: object): string => {
  const object = Object.entries(all).map(([name, piece]) => `${name}:${asText(piece)}`);
  return `'use strict';(${String(start)})(window,{${object.join(',\n')}});`;
};

/**
 * A page's script, the same whatever the page tells: the functions of browser/ as text, handed to the first of them. So
 * they are checked, linted and tested like all code, and nothing has to be built; what it costs is that they import types
 * alone, which test/boundaries holds.
 */
export const signInScript = scriptOf(startPage, pieces);

/** That of the account page, in the same way. */
export const accountScript = scriptOf(startAccount, accountPieces);

/** How a Content-Security-Policy names an inline script or style. */
export const cspHash = (text: string): string => `'sha256-${hash('sha256', text, 'base64')}'`;
