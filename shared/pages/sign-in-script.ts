import { hash } from 'node:crypto';
import { askApi } from './browser/ask-api.ts';
import { createCountdown } from './browser/create-countdown.ts';
import { createView } from './browser/create-view.ts';
import { helpTyping } from './browser/help-typing.ts';
import { holdSession } from './browser/hold-session.ts';
import { judgePassword } from './browser/judge-password.ts';
import { outcomeOf } from './browser/outcome-of.ts';
import type { Pieces } from './browser/pieces.ts';
import { startPage } from './browser/start-page.ts';
import { timeLeft } from './browser/time-left.ts';
import { toldRefusals } from './texts/sign-in-texts.ts';

const pieces: Pieces = {
  askApi,
  createCountdown,
  createView,
  helpTyping,
  holdSession,
  judgePassword,
  outcomeOf,
  timeLeft,
  toldRefusals,
};

const asText = (piece: Pieces[keyof Pieces]): string =>
  typeof piece === 'function' ? String(piece) : JSON.stringify(piece);

const object = Object.entries(pieces).map(([name, piece]) => `${name}:${asText(piece)}`);

/**
 * The page's script, the same on every page: the functions of browser/ as text, handed to the first of them. So they
 * are checked, linted and tested like all code, and nothing has to be built; what it costs is that they import types
 * alone, which test/boundaries holds.
 */
export const signInScript = `'use strict';(${String(startPage)})(window,{${object.join(',\n')}});`;

/** How a Content-Security-Policy names an inline script or style. */
export const cspHash = (text: string): string => `'sha256-${hash('sha256', text, 'base64')}'`;
