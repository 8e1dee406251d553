/** What is told of a restored directory. */
import type { RestoredState, RevivedApplication } from './restored-state.ts';
import type { Revived } from './revived.ts';

const perhaps = (is: boolean, text: string): string[] => (is ? [text] : []);

/** What of somebody is back, in a line. */
const revivedLine = ({ userPrincipalName, roles, account, hasFormerPassword, missing }: Revived): string => {
  const facts = [
    ...perhaps(roles.length > 0, `has ${roles.join(', ')} again`),
    ...perhaps(account === 'wasBlocked', 'is no more blocked'),
    ...perhaps(account === 'isGone', 'was deleted, and is there again'),
    ...perhaps(hasFormerPassword, 'signs in by a former password'),
    ...perhaps(missing.length > 0, `was given ${missing.join(', ')} since, and has it no more`),
  ];
  return `  ${userPrincipalName} ${facts.join('; ')}`;
};

const applicationLine = ({ before, after }: RevivedApplication): string => {
  const isBack =
    after === 'remove' ? 'was deleted, and is there again' : 'has secrets or roles again that were taken from it';
  return `  ${before.displayName} (${before.id}) ${isBack}`;
};

/** Lines: tokens that end, what came back to life, and what is lost. */
export const linesOf = (state: RestoredState, imports: readonly string[], isCompared: boolean): string[] => {
  const { operatorTokens, others, signedIn, revived, applications, roleHolders } = state;
  const ending = `${operatorTokens.length} tokens of operators, ${others.length} items of other tokens and sessions, of ${signedIn.length} people`;
  if (!isCompared) {
    const holders = roleHolders.map(({ userPrincipalName, roles }) => `  ${userPrincipalName} has ${roles.join(', ')}`);
    return [
      `To be ended: ${ending}.`,
      'The lost table is not there, so nobody can say what was taken away since. Look through who has a role:',
      ...holders,
      'and reset the passwords of whoever may have lost theirs (muster users reset-password).',
    ];
  }
  const back = [...revived.map(revivedLine), ...applications.map(applicationLine)];
  return [
    `To be ended: ${ending}.`,
    ...(back.length > 0 ? ['Back to life:', ...back] : ['Nothing else came back to life.']),
    ...(imports.length > 0
      ? [
          'Imports that are lost, with the people whom they made; their mails went out. Import the files again:',
          ...imports.map((id) => `  ${id}`),
        ]
      : []),
  ];
};
