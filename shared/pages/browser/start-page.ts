import type { TextName } from '../texts/sign-in-texts.ts';
import type { Step } from './create-view.ts';
import type { PageData } from './page-data.ts';
import type { PageWindow } from './page-window.ts';
import type { Pieces } from './pieces.ts';

/** Brings the page to life: from signing in, by changing the password, on to the guide. Runs in the browser. */
export const startPage = (window: PageWindow, pieces: Pieces): void => {
  const data = JSON.parse(window.document.getElementById('page-data')?.textContent ?? '') as PageData;
  const view = pieces.createView(window, data, pieces.timeLeft);
  const { at } = view;
  const session = pieces.holdSession(window, view, () => window.clearTimeout(leaving));
  const judge = () => pieces.judgePassword(at('new-password').value, at('repeated-password').value, data.rules);
  const typing = pieces.helpTyping(window, view, judge);
  const countdowns = {
    'sign-in': pieces.createCountdown(window, view, 'sign-in', pieces.timeLeft),
    change: pieces.createCountdown(window, view, 'change', pieces.timeLeft),
  };
  type Form = keyof typeof countdowns;

  /** What the change needs from the sign-in before it. Only here, and only until then. */
  let change: { token: string; currentPassword: string } | undefined;
  let lockedName = '';
  let leaving: number | undefined;

  // So long that the heading and the paragraph are read out before the page is left.
  const leavingMilliseconds = 5_000;

  /** The button rests while it runs. */
  const ask = async (form: Form, path: string, body: object, token?: string) => {
    const button = at(`${form}-button`);
    typing.hidePasswords();
    view.clear(form);
    button.disabled = true;
    view.say('working');
    try {
      return await pieces.askApi(window, { path, body, token }, pieces);
    } finally {
      button.disabled = false;
      view.say();
    }
  };

  const fieldsOf: Partial<Record<TextName, readonly string[]>> = {
    userNameMissing: ['user-name'],
    passwordMissing: ['password'],
    SignInFailed: ['user-name', 'password'],
    PasswordWrong: ['password'],
    PasswordLengthWrong: ['new-password'],
    PasswordTooSimple: ['new-password'],
    PasswordContainsName: ['new-password'],
    PasswordBanned: ['new-password'],
    PasswordRepeated: ['new-password'],
    notSame: ['repeated-password'],
  };

  const refuse = (step: Step, problems: readonly TextName[]): void =>
    view.refuse(
      step,
      problems,
      problems.flatMap((problem) => fieldsOf[problem] ?? []),
    );

  const lock = (form: Form, seconds: number): void => {
    lockedName = at('user-name').value;
    countdowns[form].start(seconds);
    view.refuse(form, ['TooManyAttempts'], [], seconds);
  };

  const forget = (): void => {
    change = undefined;
    for (const id of ['password', 'new-password', 'repeated-password']) at(id).value = '';
    typing.settle();
  };

  const chooseNew = (token: string, reason: 'firstSignIn' | 'expired' | 'wanted'): void => {
    session.hold(token);
    change = { token, currentPassword: at('password').value };
    at('change-user-name').value = at('user-name').value.trim();
    view.write(at('change-reason'), reason);
    view.clear('change');
    view.show('change', 'changeTitle');
  };

  const goOn = (title: TextName, token: string): void => {
    session.hold(token);
    forget();
    view.show('done', title);
    const { quickStartUrl } = data;
    if (quickStartUrl) leaving = window.setTimeout(() => window.location.assign(quickStartUrl), leavingMilliseconds);
  };

  const signIn = async (): Promise<void> => {
    const userPrincipalName = at('user-name').value.trim();
    const password = at('password').value;
    const missing: TextName[] = [];
    if (!userPrincipalName) missing.push('userNameMissing');
    if (!password) missing.push('passwordMissing');
    if (missing.length > 0) return refuse('sign-in', missing);

    const outcome = await ask('sign-in', 'v1.0/signIn', { userPrincipalName, password });
    switch (outcome.kind) {
      case 'granted':
        return at('wants-change').checked ? chooseNew(outcome.token, 'wanted') : goOn('signedInTitle', outcome.token);
      case 'changeRequired':
        return chooseNew(outcome.token, outcome.reason);
      case 'locked':
        return lock('sign-in', outcome.seconds);
      case 'refused':
        return refuse('sign-in', outcome.problems);
    }
  };

  const changePassword = async (): Promise<void> => {
    if (!change) return;
    typing.settle();
    const { ruleLength, ruleKinds, ruleSame } = judge();
    const wrong: TextName[] = [];
    if (!ruleLength) wrong.push('PasswordLengthWrong');
    if (!ruleKinds) wrong.push('PasswordTooSimple');
    if (!ruleSame) wrong.push('notSame');
    if (wrong.length > 0) return refuse('change', wrong);

    const { token, currentPassword } = change;
    const body = { currentPassword, newPassword: at('new-password').value };
    const outcome = await ask('change', 'v1.0/me/changePassword', body, token);
    switch (outcome.kind) {
      case 'granted':
        return goOn('changedTitle', outcome.token);
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

  const onSubmit = (form: Form, send: () => Promise<void>): void =>
    at(`${form}-form`).addEventListener('submit', (event) => {
      event.preventDefault();
      if (!at(`${form}-button`).disabled) void send();
    });
  onSubmit('sign-in', signIn);
  onSubmit('change', changePassword);

  // The lock is on a user name, so another one may try.
  at('user-name').addEventListener('input', () => {
    if (!countdowns['sign-in'].isRunning() || at('user-name').value === lockedName) return;
    countdowns['sign-in'].stop();
    view.clear('sign-in');
  });

  for (const link of window.document.querySelectorAll('[data-language]')) {
    link.addEventListener('click', (event) => {
      event.preventDefault();
      const language = link.dataset.language as PageData['language'];
      view.speak(language);
      window.history.replaceState(null, '', `?lang=${language}`);
    });
  }

  at('stay').addEventListener('click', () => {
    window.clearTimeout(leaving);
    view.write(at('done-text'), 'staying');
    at('guide').focus();
    at('stay').hidden = true;
  });
};
