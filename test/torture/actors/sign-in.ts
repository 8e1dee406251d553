/** People who sign in with what was mailed to them, and choose a password of their own. */

import { passwordsIn } from '../../flows/driver/mailbox.ts';
import { unique } from '../../flows/driver/names.ts';
import type { SignInBody } from '../../flows/driver/signing-in.ts';
import type { Chance } from '../chance.ts';
import type { Known } from '../people.ts';
import type { World } from '../world.ts';

const nobody = { authorization: undefined };

/** Signs in; the answer is a session, a token to choose a password, or a refusal. */
export const signInAs = (world: World, { userPrincipalName }: Known, password: string) =>
  world.ask('sign in', {
    method: 'POST',
    path: '/v1.0/signIn',
    body: { userPrincipalName, password },
    headers: nobody,
  });

/** The password that was mailed to a person's own address last, where one was. */
export const lastMailed = async ({ muster }: World, { address }: Known) => {
  const mails = await muster.mailbox.find({ to: address });
  return mails.flatMap(({ text }) => passwordsIn(text)).at(-1);
};

/** Signs in with the mailed password, which may have been replaced by a later one, and chooses another. */
export const signInAtFirst = async (world: World, chance: Chance): Promise<void> => {
  await world.people.withOne(
    chance,
    ({ isDeleted, password }) => !isDeleted && password === undefined,
    async (person) => {
      const mailed = await lastMailed(world, person);
      const answer = mailed && (await signInAs(world, person, mailed));
      const { passwordChange } = (answer && (answer.body as SignInBody)) || {};
      if (!mailed || !passwordChange) return;
      const newPassword = `Own-${unique()}-Quokka7`;
      const changed = await world.ask('choose a password', {
        method: 'POST',
        path: '/v1.0/me/changePassword',
        body: { currentPassword: mailed, newPassword },
        token: passwordChange.token,
      });
      if (changed !== undefined && changed.status < 300) person.password = newPassword;
      // Whoever asks again after the answer was lost is told that the token has done its work.
      else person.isUncertain = true;
    },
  );
};

/** Signs in with the own password. */
export const signInAgain = async (world: World, chance: Chance): Promise<void> => {
  await world.people.withOne(
    chance,
    ({ isDeleted, password }) => !isDeleted && password !== undefined,
    async (person) => {
      const answer = await signInAs(world, person, person.password ?? '');
      if (answer !== undefined && answer.status !== 200) {
        world.findings.push(`${person.id} could not sign in with the password that was chosen: ${answer.status}`);
      }
    },
  );
};
