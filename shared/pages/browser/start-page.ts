import type { TextName } from '../texts/page-texts.ts';
import type { Asked } from './ask-api.ts';
import type { Step } from './create-view.ts';
import type { PageData } from './page-data.ts';
import type { PageWindow } from './page-window.ts';
import type { Pieces } from './pieces.ts';

/**
 * Brings the sign-in page to life: from signing in, by changing the password, on to the console, the account or the guide.
 * The session is in a cookie, which no script sees. Runs in the browser.
 */
export const startPage = (window: PageWindow, pieces: Pieces): void => {
  const data = JSON.parse(window.document.getElementById('page-data')?.textContent ?? '') as PageData;
  const view = pieces.createView(window, data, pieces.timeLeft);
  const { at } = view;
  const judge = () => pieces.judgePassword(at('new-password').value, at('repeated-password').value, data.rules);
  const typing = pieces.helpTyping(window, view, judge);
  const countdowns = {
    'sign-in': pieces.createCountdown(window, view, 'sign-in', pieces.timeLeft),
    change: pieces.createCountdown(window, view, 'change', pieces.timeLeft),
  };

  /** The password that was used, for the change. Only here, and only until then. */
  let currentPassword: string | undefined;
  let lockedName = '';

  /** The button rests while it runs. */
  const ask = async (form: Step, asked: Asked) => {
    typing.hidePasswords();
    view.clear(form);
    view.rest(form, true);
    try {
      return await pieces.askApi(window, asked, pieces);
    } finally {
      view.rest(form, false);
    }
  };

  const refuse = (step: Step, problems: readonly TextName[]): void =>
    view.refuse(step, problems, pieces.fieldsOf(problems));

  const lock = (form: keyof typeof countdowns, seconds: number): void => {
    lockedName = at('user-name').value;
    countdowns[form].start(seconds);
    view.refuse(form, ['TooManyAttempts'], [], seconds);
  };

  const forget = (): void => {
    currentPassword = undefined;
    for (const id of ['password', 'new-password', 'repeated-password', 'operator-token']) at(id).value = '';
    typing.settle(false);
  };

  const chooseNew = (reason: 'firstSignIn' | 'expired' | 'wanted'): void => {
    currentPassword = at('password').value;
    at('change-user-name').value = at('user-name').value.trim();
    view.write(at('change-reason'), reason);
    view.clear('change');
    view.show('change', 'changeTitle');
  };

  /** On to where somebody wanted, or belongs; after a change it is said first, and nobody is sent anywhere by themselves. */
  const goOn = (title: TextName, { roles }: Readonly<Record<string, unknown>>): void => {
    forget();
    const mayAdminister = Array.isArray(roles) && roles.length > 0;
    at('to-console').hidden = !mayAdminister;
    view.show('done', title);
    if (title === 'signedInTitle') window.location.assign(pieces.returnAddress(window.location.href, mayAdminister));
  };

  const arrive = async (form: Step, title: TextName): Promise<void> => {
    const outcome = await ask(form, { path: 'v1.0/session', method: 'GET' });
    goOn(title, outcome.kind === 'granted' ? outcome.body : {});
  };

  const signIn = async (): Promise<void> => {
    const userPrincipalName = at('user-name').value.trim();
    const password = at('password').value;
    const missing: TextName[] = [];
    if (!userPrincipalName) missing.push('userNameMissing');
    if (!password) missing.push('passwordMissing');
    if (missing.length > 0) return refuse('sign-in', missing);

    const outcome = await ask('sign-in', { path: 'v1.0/signIn', body: { userPrincipalName, password } });
    switch (outcome.kind) {
      case 'granted':
        return at('wants-change').checked ? chooseNew('wanted') : arrive('sign-in', 'signedInTitle');
      case 'changeRequired':
        return chooseNew(outcome.reason);
      case 'locked':
        return lock('sign-in', outcome.seconds);
      case 'refused':
        return refuse('sign-in', outcome.problems);
    }
  };

  /** With what an operator has: a token, or the code of a link. */
  const begin = async (body: { token: string } | { code: string }): Promise<void> => {
    const outcome = await ask('operator', { path: 'v1.0/session', body });
    if (outcome.kind === 'granted') return goOn('signedInTitle', outcome.body);
    refuse('operator', outcome.kind === 'refused' ? outcome.problems : ['failed']);
  };

  const beginByToken = async (): Promise<void> => {
    const token = at('operator-token').value.trim();
    return token ? begin({ token }) : refuse('operator', ['tokenMissing']);
  };

  const changePassword = async (): Promise<void> => {
    if (currentPassword === undefined) return;
    const wrong = pieces.judgeChange(judge());
    typing.settle(wrong.length > 0);
    if (wrong.length > 0) return refuse('change', wrong);

    const body = { currentPassword, newPassword: at('new-password').value };
    const outcome = await ask('change', { path: 'v1.0/me/changePassword', body });
    switch (outcome.kind) {
      case 'granted':
        return arrive('change', 'changedTitle');
      case 'locked':
        return lock('change', outcome.seconds);
      case 'changeRequired':
        return refuse('change', ['failed']);
      case 'refused':
        if (!outcome.over) return refuse('change', outcome.problems);
        forget();
        view.show('sign-in', 'signInTitle');
        return refuse('sign-in', outcome.problems);
    }
  };

  const signOut = async (): Promise<void> => {
    at('sign-out').disabled = true;
    view.say('working');
    const isOut = await pieces.signOut(window, pieces);
    at('sign-out').disabled = false;
    if (!isOut) return view.say('unreachable');
    at('wants-change').checked = false;
    view.show('sign-in', 'signInTitle');
    view.say('signedOut');
  };

  const onSubmit = (form: Step, send: () => Promise<void>): void =>
    at(`${form}-form`).addEventListener('submit', (event) => {
      event.preventDefault();
      if (!at(`${form}-button`).disabled) void send();
    });
  onSubmit('sign-in', signIn);
  onSubmit('operator', beginByToken);
  onSubmit('change', changePassword);
  at('sign-out').addEventListener('click', () => void signOut());
  at('use-operator-token').addEventListener('click', () => view.show('operator', 'operatorTitle'));
  at('use-password').addEventListener('click', () => view.show('sign-in', 'signInTitle'));

  // The lock is on a user name, so another one may try.
  at('user-name').addEventListener('input', () => {
    if (!countdowns['sign-in'].isRunning() || at('user-name').value === lockedName) return;
    countdowns['sign-in'].stop();
    view.clear('sign-in');
  });

  pieces.speakOnClick(window, view, () => undefined);

  // The code of a link is good once: it goes out of the address, and out of what the browser remembers, before it is used.
  const [, code] = /^#code=([\w-]{20,200})$/.exec(window.location.hash) ?? [];
  if (code !== undefined) {
    const { pathname, search } = new URL(window.location.href);
    window.history.replaceState(null, '', pathname + search);
    view.show('operator', 'operatorTitle');
    void begin({ code });
  }
};
