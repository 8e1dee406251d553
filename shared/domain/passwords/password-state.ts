/** What a person's password is good for. */
import type { Person } from '../person.ts';

/** `lapsed`: a temporary one that was not used in time, which only a reset helps; `expired`: it must be changed. */
export const passwordStates = ['valid', 'lapsed', 'expired'] as const;
export type PasswordState = (typeof passwordStates)[number];

/** The state of a person's password. */
export const passwordStateOf = ({ password }: Pick<Person, 'password'>): PasswordState => {
  if (password.expired) return 'expired';
  return password.lapsed ? 'lapsed' : 'valid';
};
