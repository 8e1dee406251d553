import type { TextName } from '../texts/page-texts.ts';
import type { Asked } from './ask-api.ts';
import type { ListedSession } from './list-sessions.ts';
import type { PageData } from './page-data.ts';
import type { PageWindow } from './page-window.ts';
import type { AccountPieces } from './pieces.ts';

/** Brings the account page to life: who is signed in, where, with which password, and out again. Runs in the browser. */
export const startAccount = (window: PageWindow, pieces: AccountPieces): void => {
  const data = JSON.parse(window.document.getElementById('page-data')?.textContent ?? '') as PageData;
  const view = pieces.createView(window, data, pieces.timeLeft);
  const { at } = view;
  const judge = () => pieces.judgePassword(at('new-password').value, at('repeated-password').value, data.rules);
  const typing = pieces.helpTyping(window, view, judge);
  let sessions: readonly ListedSession[] = [];

  const ask = (asked: Asked) => pieces.askApi(window, asked, pieces);

  /** Who is signed in nowhere signs in, and comes back. */
  const toSignIn = (): void => {
    const { pathname } = new URL(window.location.href);
    window.location.replace(`signin?lang=${view.language()}&return=${encodeURIComponent(pathname)}`);
  };

  const showSessions = (): void =>
    at('session-list').replaceChildren(
      ...pieces.listSessions(window, view, { sessions, clientWords: pieces.clientWords, end: (id) => void end(id) }),
    );

  const loadSessions = async (): Promise<void> => {
    const outcome = await ask({ path: 'v1.0/me/sessions', method: 'GET' });
    if (outcome.kind !== 'granted') return view.say(outcome.kind === 'refused' ? outcome.problems[0] : 'failed');
    sessions = outcome.body.value as ListedSession[];
    showSessions();
  };

  const end = async (id: string): Promise<void> => {
    const outcome = await ask({ path: `v1.0/me/sessions/${encodeURIComponent(id)}`, method: 'DELETE' });
    await loadSessions();
    at('sessions-title').focus();
    view.say(outcome.kind === 'granted' ? 'sessionEnded' : 'failed');
  };

  const load = async (): Promise<void> => {
    const outcome = await ask({ path: 'v1.0/session', method: 'GET' });
    if (outcome.kind === 'refused' && outcome.over) return toSignIn();
    if (outcome.kind !== 'granted') return view.say(outcome.kind === 'refused' ? outcome.problems[0] : 'failed');
    const { kind, displayName, userPrincipalName, roles } = outcome.body;
    at('person-name').textContent = String(displayName);
    at('person-user-name').textContent = String(userPrincipalName ?? '');
    at('account-user-name').value = String(userPrincipalName ?? '');
    at('to-console').hidden = !(Array.isArray(roles) && roles.length > 0);
    at('change').hidden = kind !== 'person';
    at('sessions').hidden = kind !== 'person';
    at('loaded').hidden = false;
    view.say();
    if (kind === 'person') await loadSessions();
  };

  const refuse = (problems: readonly TextName[]): void => {
    const told = problems.map((name): TextName => (name === 'PasswordWrong' ? 'currentWrong' : name));
    view.refuse('change', told, pieces.fieldsOf(told));
  };

  const changePassword = async (): Promise<void> => {
    const currentPassword = at('current-password').value;
    const wrong: TextName[] = [
      ...(currentPassword ? [] : (['currentMissing'] as const)),
      ...pieces.judgeChange(judge()),
    ];
    typing.settle(wrong.length > 0);
    if (wrong.length > 0) return refuse(wrong);

    typing.hidePasswords();
    view.clear('change');
    view.rest('change', true);
    const body = { currentPassword, newPassword: at('new-password').value };
    const outcome = await ask({ path: 'v1.0/me/changePassword', body });
    view.rest('change', false);
    if (outcome.kind === 'locked') return view.refuse('change', ['TooManyAttempts'], [], outcome.seconds);
    if (outcome.kind === 'changeRequired') return refuse(['failed']);
    if (outcome.kind === 'refused') {
      return outcome.problems.includes('changeTooLate') ? toSignIn() : refuse(outcome.problems);
    }
    at('change-form').reset();
    typing.settle(false);
    await loadSessions();
    at('change-title').focus();
    view.say('passwordChanged');
  };

  const leave = async (isOut: Promise<boolean>): Promise<void> => {
    view.say('working');
    if (await isOut) window.location.assign(`signin?lang=${view.language()}`);
    else view.say('unreachable');
  };
  const everywhere = async (): Promise<boolean> => {
    const outcome = await ask({ path: 'v1.0/me/revokeSignInSessions' });
    return outcome.kind === 'granted' || (outcome.kind === 'refused' && outcome.over);
  };

  at('change-form').addEventListener('submit', (event) => {
    event.preventDefault();
    if (!at('change-button').disabled) void changePassword();
  });
  at('sign-out').addEventListener('click', () => void leave(pieces.signOut(window, pieces)));
  at('end-all').addEventListener('click', () => void leave(everywhere()));
  pieces.speakOnClick(window, view, showSessions);
  view.say('loading');
  void load();
};
