/** Sessions of a person as they are listed: begun by signing in or by a new password, and gone with their tokens. */
import type { SignInSource } from '../../../shared/domain/passwords/sign-in-record.ts';
import { addSeconds } from '../../../shared/domain/time.ts';
import { tokenIdOf } from '../../../shared/work/access/token-id.ts';
import { monday } from '../../fakes/clock.ts';
import { idOf } from '../../fakes/people.ts';
import { onEveryStore } from '../stores.ts';

const ada = idOf('ada');
const home: SignInSource = { ipAddress: '192.0.2.7', userAgent: 'Firefox', isKnownBrowser: true };
const good = { from: monday, seconds: 3600 };

onEveryStore((open) => {
  const setup = async () => {
    const { tokens, sessions } = await open();
    const mint = (change: object = {}, source?: SignInSource) =>
      tokens.mint({ kind: 'person', userId: ada, generation: 0, ...change }, good, source);
    const listed = async (now = monday) => (await sessions.list(ada, now)).map(({ tokenId }) => tokenId).toSorted();
    return { tokens, sessions, mint, listed };
  };

  test('a session is listed until it ends by itself, with where it was begun', async () => {
    const { mint, sessions, listed } = await setup();
    const token = await mint({ generation: 3 }, home);
    expect(await sessions.list(ada, monday)).toEqual([
      {
        ...{ tokenId: tokenIdOf(token), createdDateTime: monday, endDateTime: addSeconds(monday, 3600), generation: 3 },
        source: { ipAddress: '192.0.2.7', userAgent: 'Firefox' },
      },
    ]);
    expect([await listed(addSeconds(monday, 3599)), await listed(addSeconds(monday, 3600))]).toEqual([
      [tokenIdOf(token)],
      [],
    ]);
  });

  test('what is good for a new password alone is none, nor is what others hold', async () => {
    const { mint, tokens, listed } = await setup();
    await mint({ restrictedTo: 'passwordChange' });
    await mint({ userId: idOf('bob') });
    await tokens.mint({ kind: 'application', applicationId: ada, secretId: 's', roles: [] }, good);
    expect(await listed()).toEqual([]);
  });

  test('one that is signed out, or ended from elsewhere, is gone with its token; twice does no harm', async () => {
    const { mint, tokens, sessions, listed } = await setup();
    const [here, there, other] = [await mint(), await mint(), await mint()];
    for (let time = 0; time < 2; time += 1) {
      await tokens.forget(here, ada);
      await sessions.end(ada, tokenIdOf(there));
    }
    expect(await listed()).toEqual([tokenIdOf(other)]);
    expect([await tokens.read(here, monday), await tokens.read(there, monday)]).toEqual([undefined, undefined]);
    expect(await tokens.until(other, monday)).toBe(addSeconds(monday, 3600));
    expect(await tokens.until(there, monday)).toBeUndefined();
  });
});
