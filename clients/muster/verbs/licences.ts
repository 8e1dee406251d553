/** `muster licences`. */
import { type Command, InvalidArgumentError } from 'commander';
import { withTop } from '../chosen.ts';
import { type Context, verb } from '../context.ts';
import { forEach } from '../each.ts';
import { type Sku, skuOf } from '../input/sku.ts';
import { type Common, whom, withCommon } from '../input/whom.ts';
import { itemsOf, type Wanted } from '../lists.ts';

const columns = {
  Licence: 'skuPartNumber',
  Product: 'displayName',
  Seats: 'prepaidUnits.enabled',
  Used: 'consumedUnits',
  'To buy': 'seatsToBuy',
};

const seatsIn = (text: string): number => {
  if (!/^\d{1,9}$/.test(text)) throw new InvalidArgumentError('Give a whole number.');
  return Number(text);
};

type Assigned = { assignedLicenses: { skuId: string }[] };

/** Gives or takes a licence. Whoever has to wait for a seat is told as waiting. */
const change = async (context: Context<Common>, isGiven: boolean, licence: string, given: string[]): Promise<void> => {
  const { skuId } = await skuOf(context, licence);
  const body = isGiven
    ? { addLicenses: [{ skuId }], removeLicenses: [] }
    : { addLicenses: [], removeLicenses: [skuId] };
  await forEach(context, await whom(context, given), {
    outcome: isGiven ? 'assigned' : 'removed',
    nameOf: (user) => user,
    act: async (user) => {
      const path = `/v1.0/users/${encodeURIComponent(user)}/assignLicense`;
      const { assignedLicenses } = (await context.call('POST', path, body)) as Assigned;
      const isWaiting = isGiven && !assignedLicenses.some((one) => one.skuId === skuId);
      return isWaiting ? { outcome: 'waiting' } : {};
    },
  });
};

type NewSku = { partNumber?: string; mailbox?: true };

/** A licence that is not there yet takes an id and a part number. */
const setSeats = async (context: Context<NewSku>, licence: string, enabled: number): Promise<void> => {
  const { partNumber, mailbox } = context.chosen;
  const sku =
    partNumber === undefined
      ? await skuOf(context, licence)
      : { skuId: licence, skuPartNumber: partNumber, carriesMailbox: mailbox ?? false };
  const { skuId, skuPartNumber, carriesMailbox } = sku satisfies Partial<Sku>;
  const body = { skuPartNumber, carriesMailbox, prepaidUnits: { enabled } };
  await context.print(await context.call('PUT', `/v1.0/subscribedSkus/${encodeURIComponent(skuId)}`, body), columns);
};

/** Adds them to the program. */
export const addLicences = (program: Command): void => {
  const licences = program.command('licences').alias('licenses').description('licences, their seats, and who waits');
  licences
    .command('list')
    .description('list licences with their seats, and how many to buy')
    .action(
      verb(async (context) =>
        context.print(await itemsOf(context, '/v1.0/subscribedSkus', { isPaged: false }), columns),
      ),
    );
  for (const [name, isGiven] of [
    ['assign', true],
    ['remove', false],
  ] as const) {
    withCommon(licences.command(name).description(isGiven ? 'give people a licence' : 'take a licence from people'))
      .argument('<licence>', 'part number, id or product name')
      .argument('[user...]', 'user names or ids; - reads them from standard input')
      .addHelpText('after', `\nExample:\n  muster licences ${name} ENTERPRISEPACK --department Sales`)
      .action(verb<Common>((context, licence: string, given: string[]) => change(context, isGiven, licence, given)));
  }
  licences
    .command('set-seats')
    .description('set how many seats of a licence there are')
    .argument('<licence>', 'part number or id; with --part-number the id of a new one')
    .argument('<seats>', 'how many there are', seatsIn)
    .option('--part-number <name>', 'part number of a licence that is new, or gets another one')
    .option('--mailbox', 'with --part-number: it carries a mailbox')
    .action(verb<NewSku>((context, licence: string, seats: number) => setSeats(context, licence, seats)));
  withTop(licences.command('waiting').description('list who waits for a licence, in the order of the line'))
    .argument('<licence>', 'part number, id or product name')
    .action(
      verb<Wanted>(async (context, licence: string) => {
        const { skuId } = await skuOf(context, licence);
        const line = {
          Place: 'place',
          'User name': 'userPrincipalName',
          Name: 'displayName',
          Since: 'waitingSinceDateTime',
        };
        await context.print(await itemsOf(context, `/v1.0/subscribedSkus/${encodeURIComponent(skuId)}/waiting`), line);
      }),
    );
};
