/** Files of options that nothing was imported with are found when a day is over, and told of once. */
import { addDays } from '../../../shared/domain/time.ts';
import { tellUnusedOptions } from '../../../shared/work/imports/run/tell-unused-options.ts';
import { monday } from '../../fakes/clock.ts';
import { onEveryStore, type Stores } from '../stores.ts';

const arrived = { key: 'hr/people.options.json', size: 17, dateTime: monday };
const tomorrow = addDays(monday, 1);
const later = addDays(monday, 1.1);

const tell = ({ digests, optionFiles }: Stores) =>
  tellUnusedOptions({ digests, optionFiles, now: () => later, tellLater: async () => undefined });

onEveryStore((open) => {
  test('they are unused from the day after on, and as they first arrived', async () => {
    const { optionFiles } = await open();
    await optionFiles.seen(arrived);
    await optionFiles.seen({ ...arrived, dateTime: tomorrow });
    expect(await optionFiles.unusedSince(monday)).toEqual([]);
    expect(await optionFiles.unusedSince(tomorrow)).toEqual([arrived]);
  });

  test('what was used is not unused, whichever is known first', async () => {
    const { optionFiles } = await open();
    await optionFiles.seen(arrived);
    await optionFiles.settled(arrived.key, monday);
    await optionFiles.settled('other.options.json', monday);
    await optionFiles.seen({ ...arrived, key: 'other.options.json' });
    expect(await optionFiles.unusedSince(later)).toEqual([]);
  });

  test('sweeps at once tell of it once, and later ones never', async () => {
    const stores = await open();
    await stores.optionFiles.seen(arrived);
    await Promise.all([tell(stores), tell(stores), tell(stores)]);
    await tell(stores);
    const { waiting } = await stores.digests.read('optionsNotUsed');
    expect([waiting?.count, waiting?.named]).toEqual([
      1,
      [{ id: `${arrived.key}/${monday}`, object: { kind: 'optionsNotUsed', ...arrived } }],
    ]);
  });
});
