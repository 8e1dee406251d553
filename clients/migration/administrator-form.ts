/** User names by which an administrator signs in for somebody else. */

const forms = [
  // Dovecot, Cyrus and the like: user*administrator.
  /^[^*]+\*[^*]+$/,
  // Exchange: domain/administrator/user.
  /^[^/]+\/[^/]+\/[^/]+$/,
  // Mirapoint: #user@domain#administrator#.
  /^#[^#]+#[^#]+#$/,
];

/**
 * Whether a user name is of such a form. Then it is the administrator's password that is tried, and a server may open an
 * empty mailbox for somebody who does not exist.
 */
export const isAdministratorForm = (userName: string): boolean => forms.some((form) => form.test(userName));
