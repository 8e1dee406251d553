/** An import is taken back, and that is taken back in turn. */
import { type Crowd, holdersAmong, mailsAbout, newCrowd, peopleOf, seatsOf, whenMailed } from '../driver/crowd.ts';
import { importedRows as count } from '../driver/how-many.ts';
import type { Muster } from '../driver/muster.ts';
import { administrator, newLicence } from '../driver/names.ts';
import { nobody, tally } from '../driver/outcomes.ts';
import { followed, importRequested } from '../driver/requested-imports.ts';
import type { Import, Licence, User } from '../driver/resources.ts';
import { sharedMuster } from '../driver/shared-muster.ts';
import { signInAtFirst } from '../driver/signing-in.ts';
import { waitFor } from '../driver/wait-for.ts';

let muster: Muster;
let plan: Licence;
let crowd: Crowd;
let done: Import;
let people: User[];
let undone: Import;
/** Fewer than rows, so that some wait. */
const seats = count - 10;
const minutes = 60_000;

beforeAll(async () => {
  muster = await sharedMuster();
  plan = await newLicence(muster, seats);
  crowd = newCrowd(count, plan);
  done = await importRequested(muster, `${crowd.run}.csv`, crowd.file());
  people = await whenMailed(muster, crowd);
}, 15 * minutes);
afterAll(() => muster.close());

test(
  'undone: all go but who signed in or was changed since, their seats are free, and nobody is mailed',
  async () => {
    await signInAtFirst(muster, crowd.nameOf(1), crowd.addressOf(1));
    expect((await muster.api.ask('PATCH', `/v1.0/users/${crowd.nameOf(2)}`, { jobTitle: 'Pilot' })).status).toBe(204);
    expect((await muster.api.ask('DELETE', `/v1.0/users/${crowd.nameOf(3)}`)).status).toBe(204);
    await waitFor(
      'the seat of the deleted person to go to who waits',
      () => seatsOf(muster, plan),
      ({ consumed }) => consumed === seats,
    );
    const mails = await mailsAbout(muster, crowd);
    undone = await followed(muster, await muster.api.askOfImport(done.id, 'undo'));
    expect(undone).toMatchObject({ status: 'succeeded', kind: 'undo', undoes: done.id, rows: count });
    expect(undone).toMatchObject({ ...nobody, deleted: count - 3, refused: 2, unchanged: 1 });
    expect((await muster.api.askOfImport(done.id, 'undo')).id).toBe(undone.id);
    expect(tally(await muster.api.report(undone.id, '?$top=1000'))).toEqual({
      'refused SignedInSince': [1],
      'refused ChangedSinceImport': [2],
      unchanged: [3],
      deleted: crowd.rowNumbers.slice(3),
    });
    await muster.mailbox.mails({ to: administrator, about: `${crowd.run}.csv` }, 2);
    expect((await peopleOf(muster, crowd)).map(({ userPrincipalName }) => userPrincipalName)).toEqual(
      [1, 2].map(crowd.nameOf),
    );
    expect(await seatsOf(muster, plan)).toEqual({ enabled: seats, consumed: 2, reserved: 0 });
    const deleted = await muster.api.ask('GET', `/v1.0/directory/deletedItems/${people.at(-1)?.id}`);
    expect(deleted).toMatchObject({ status: 200, body: { userPrincipalName: crowd.nameOf(count) } });
    expect((await mailsAbout(muster, crowd)).credentials).toBe(mails.credentials);
  },
  10 * minutes,
);

test(
  'undoing the undo brings them back, with licences and with passwords that work',
  async () => {
    const back = await followed(muster, await muster.api.askOfImport(undone.id, 'undo'));
    expect(back).toMatchObject({ status: 'succeeded', kind: 'undo', undoes: undone.id });
    expect(back).toMatchObject({ ...nobody, restored: count - 3, unchanged: 3 });
    // Seats that were reserved for rows which needed none go to those who wait, a moment after the import's end.
    await waitFor(
      'every seat to be held',
      () => seatsOf(muster, plan),
      ({ consumed, reserved }) => consumed === seats && reserved === 0,
    );
    const now = await whenMailed(muster, crowd);
    expect(now.map(({ id }) => id)).toEqual(people.filter((_, index) => index !== 2).map(({ id }) => id));
    expect(holdersAmong(now)).toEqual({ holding: seats, waiting: 9 });
    await signInAtFirst(muster, crowd.nameOf(4), crowd.addressOf(4));
  },
  15 * minutes,
);
