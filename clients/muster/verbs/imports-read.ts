/** What there is of imports: lists, rows, the report, and the columns of a file. */
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { type Command, Option } from 'commander';
import { rowOutcomes } from '../../../shared/domain/imports/import-progress.ts';
import { ApiError } from '../../imports/api-error.ts';
import { withTop } from '../chosen.ts';
import { type Context, verb } from '../context.ts';
import { itemsOf, type Wanted } from '../lists.ts';
import { connection } from '../profile/connection.ts';
import { importColumns, named } from './imports-run.ts';

const rowColumns = {
  Row: 'rowNumber',
  'User name': 'userPrincipalName',
  Outcome: 'outcome',
  Code: 'code',
  'What to do': 'message',
};

/** What became of an import's mails, in a table. */
const deliveryColumns = {
  'Mails held back': 'delivery.held',
  'Mails to go': 'delivery.owed',
  'Mails sent': 'delivery.sent',
  'Mails delivered': 'delivery.delivered',
  'Mails bounced': 'delivery.bounced',
  'Mails reported as spam': 'delivery.complaint',
};

/** The columns of the Microsoft 365 template, and those that may stand beside them. */
const template =
  'User Name,First Name,Last Name,Display Name,Job Title,Department,Office Number,Office Phone,Mobile Phone,Fax,' +
  'Alternate email address,Address,City,State or Province,ZIP or Postal Code,Country or Region,Usage Location,Licenses,' +
  'Preferred Language,Employee ID';

/** Prints the whole report as it lies in the bucket. Its address is signed: the token does not go there. */
const report = async ({ chosen }: Context, id: string): Promise<void> => {
  const { url, token } = await connection(chosen);
  const path = `/v1.0/imports/${encodeURIComponent(id)}/reportFile`;
  const led = await fetch(url + path, { headers: { authorization: `Bearer ${token}` }, redirect: 'manual' });
  const { status, headers } = led;
  const address = headers.get('location');
  if (address === null) throw new ApiError({ method: 'GET', path, status, text: await led.text() });
  const file = await fetch(address);
  if (!file.ok || file.body === null) throw new Error(`The report was answered with ${file.status}.`);
  await pipeline(Readable.fromWeb(file.body), process.stdout, { end: false });
};

/** Adds them to `imports`. */
export const addReadingOfImports = (imports: Command): void => {
  withTop(imports.command('list').description('list imports, newest first')).action(
    verb<Wanted>(async (context) => context.print((await itemsOf(context, '/v1.0/imports')).map(named), importColumns)),
  );
  imports
    .command('status')
    .description('say how far an import is')
    .argument('<id>', 'id of the import')
    .option('--delivery', 'also how many credential mails have gone, wait or came back')
    .action(
      verb<{ delivery?: true }>(async ({ call, print, chosen }, id: string) => {
        const path = `/v1.0/imports/${encodeURIComponent(id)}`;
        if (!chosen.delivery) return print(named(await call('GET', path)), importColumns);
        const told = await call('GET', `${path}?$expand=delivery`);
        return print(named(told), { ...importColumns, ...deliveryColumns });
      }),
    );
  withTop(imports.command('rows').description('say what became of each row'))
    .argument('<id>', 'id of the import')
    .addOption(new Option('--outcome <outcome>', 'rows that came to this').choices(rowOutcomes))
    .action(
      verb<Wanted & { outcome?: string }>(async (context, id: string) => {
        const { outcome } = context.chosen;
        const path = `/v1.0/imports/${encodeURIComponent(id)}/report`;
        await context.print(await itemsOf(context, path, { query: { outcome } }), rowColumns);
      }),
    );
  imports
    .command('report')
    .description('print the report as CSV, with the columns of the file: its refused rows can be mended and imported')
    .argument('<id>', 'id of the import')
    .addHelpText('after', '\nExample:\n  muster imports report 0d1c… > report.csv')
    .action(verb(report));
  imports
    .command('template')
    .description('print the first line of a file of people; every other heading that is known goes as well')
    .action(() => void process.stdout.write(`${template}\r\n`));
};
