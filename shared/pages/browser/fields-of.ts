import type { TextName } from '../texts/page-texts.ts';

/** The ids of the fields that problems are about. Runs in the browser by itself. */
export const fieldsOf = (problems: readonly TextName[]): string[] => {
  const fields: Partial<Record<TextName, readonly string[]>> = {
    userNameMissing: ['user-name'],
    passwordMissing: ['password'],
    SignInFailed: ['user-name', 'password'],
    PasswordWrong: ['password'],
    tokenMissing: ['operator-token'],
    OperatorTokenInvalid: ['operator-token'],
    currentMissing: ['current-password'],
    currentWrong: ['current-password'],
    PasswordLengthWrong: ['new-password'],
    PasswordTooSimple: ['new-password'],
    PasswordContainsName: ['new-password'],
    PasswordBanned: ['new-password'],
    PasswordRepeated: ['new-password'],
    notAllMet: ['new-password'],
    notSame: ['repeated-password'],
  };
  return problems.flatMap((problem) => fields[problem] ?? []);
};
