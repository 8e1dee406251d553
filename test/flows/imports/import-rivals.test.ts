/** Several imports and many requests want the same user names and the same seats, all at once. */
import type { Answer } from '../driver/api.ts';
import { gathered } from '../driver/api.ts';
import { type Crowd, holdersAmong, newCrowd, peopleOf, seatsOf } from '../driver/crowd.ts';
import type { Muster } from '../driver/muster.ts';
import { newLicence, unique } from '../driver/names.ts';
import { followed } from '../driver/requested-imports.ts';
import type { Import, Licence, ReportLine, RequestedImport, User } from '../driver/resources.ts';
import { sharedMuster } from '../driver/shared-muster.ts';
import { waitFor } from '../driver/wait-for.ts';

let muster: Muster;
let plan: Licence;
let crowd: Crowd;
const count = 200;
/** Fewer than people. */
const seats = 120;
const minutes = 60_000;
/** Rows whose names single requests want, too: some of every chunk. */
const asked = Array.from({ length: 50 }, (_, index) => 4 * index + 1);

type Winner = { row: number; user: string; displayName: string };
let imports: { ended: Import; lines: ReportLine[] }[];
let answers: Answer[];
let people: User[];
const looks: Awaited<ReturnType<typeof seatsOf>>[] = [];

/** A key makes it harmless to ask again, where a machine had too much to do to answer. */
const post = (row: number) =>
  muster.api.ask(
    'POST',
    '/v1.0/users',
    {
      userPrincipalName: crowd.nameOf(row),
      displayName: `Single ${row}`,
      usageLocation: 'NL',
      assignedLicenses: [{ skuId: plan.skuId }],
    },
    { headers: { 'idempotency-key': unique() } },
  );

beforeAll(async () => {
  muster = await sharedMuster();
  plan = await newLicence(muster, seats);
  crowd = newCrowd(count, plan);
  let isOver = false;
  const watch = async () => {
    while (!isOver) looks.push(await seatsOf(muster, plan));
  };
  const watching = watch();
  const others = crowd.file((row) => ({ 'Display Name': `Other ${row}` }));
  const contents = [crowd.file(), crowd.file(), others];
  const waiting = await Promise.all(contents.map(() => muster.api.requestImport({ fileName: `${crowd.run}.csv` })));
  // They begin when their files are there: all at once, and with the requests.
  const imported = async (asked: RequestedImport, content: string): Promise<Import> => {
    await muster.files.upload(asked, content);
    return followed(muster, asked);
  };
  const rivals = Promise.all(waiting.map((asked, index) => imported(asked, contents[index] ?? '')));
  const [ended, answered] = await Promise.all([rivals, Promise.all(asked.map(post))]).finally(() => {
    isOver = true;
  });
  await watching;
  answers = answered;
  imports = await Promise.all(ended.map(async (one) => ({ ended: one, lines: await muster.api.report(one.id) })));
  // What the losers had set aside comes free, and goes to who waits.
  await waitFor(
    'every seat to have its holder',
    () => seatsOf(muster, plan),
    ({ consumed, reserved }) => consumed === seats && reserved === 0,
  );
  people = await peopleOf(muster, crowd);
}, 10 * minutes);
afterAll(() => muster.close());

/** Whoever came about, by whom. */
const winners = (): Winner[] => [
  ...imports.flatMap(({ lines }, index) =>
    lines.flatMap(({ outcome, rowNumber, personId }) =>
      outcome === 'created'
        ? [{ row: rowNumber, user: personId ?? '', displayName: `${index === 2 ? 'Other' : 'Person'} ${rowNumber}` }]
        : [],
    ),
  ),
  ...answers.flatMap(({ status, body }, index) => {
    const row = asked[index] ?? 0;
    return status === 201 ? [{ row, user: (body as User).id, displayName: `Single ${row}` }] : [];
  }),
];

test('each name has come about exactly once, as its winner wanted it (cases 13, 14)', () => {
  expect(people.map(({ userPrincipalName }) => userPrincipalName)).toEqual(crowd.names);
  const won = winners().toSorted((one, other) => one.row - other.row);
  expect(won).toEqual(people.map(({ id, displayName }, index) => ({ row: index + 1, user: id, displayName })));
});

test('every loser is told: as the same person, as a name that is taken, or with 409 (cases 13, 14)', () => {
  for (const [index, { ended, lines }] of imports.entries()) {
    expect(ended).toMatchObject({ status: 'succeeded', rows: count });
    expect(lines.map(({ rowNumber }) => rowNumber)).toEqual(crowd.rowNumbers);
    const named = index === 2 ? 'Other' : 'Person';
    for (const { rowNumber, outcome, code, personId } of lines) {
      const holder = people[rowNumber - 1];
      if (outcome === 'created') continue;
      const isSame = holder?.displayName === `${named} ${rowNumber}`;
      if (isSame) expect({ outcome, personId }).toEqual({ outcome: 'unchanged', personId: holder.id });
      else expect([rowNumber, outcome, code]).toEqual([rowNumber, 'refused', 'UserNameTaken']);
    }
  }
  const lost = answers.filter(({ status }) => status !== 201);
  expect(lost.filter(({ status }) => status !== 409)).toEqual([]);
  for (const { body } of lost) expect(body).toMatchObject({ error: { code: 'UserNameTaken' } });
});

test('at no look were more seats taken than there are, and at the end each has its holder', async () => {
  expect(looks.length).toBeGreaterThan(3);
  expect(looks.filter(({ enabled, consumed, reserved }) => consumed + reserved > enabled)).toEqual([]);
  expect(await seatsOf(muster, plan)).toEqual({ enabled: seats, consumed: seats, reserved: 0 });
  expect(holdersAmong(people)).toEqual({ holding: seats, waiting: count - seats });
});

test('who has no licence waits for it in the order of the rows', async () => {
  const rows = new Map(people.map(({ id }, index) => [id, index + 1]));
  for (const { lines } of imports) {
    const created = lines.filter(({ outcome }) => outcome === 'created').map(({ rowNumber }) => rowNumber);
    const isHolder = (row: number) => (people[row - 1]?.assignedLicenses.length ?? 0) > 0;
    const held = created.filter(isHolder);
    const waiting = created.filter((row) => !isHolder(row));
    if (held.length > 0 && waiting.length > 0) expect(Math.max(...held)).toBeLessThan(Math.min(...waiting));
  }
  type Waiting = { id: string; waitingSinceDateTime: string };
  const line = await gathered(muster.api.walk<Waiting>(`/v1.0/subscribedSkus/${plan.skuId}/waiting?$top=50`));
  expect(line).toHaveLength(count - seats);
  const places = line.map(({ id, waitingSinceDateTime }) => ({ since: waitingSinceDateTime, row: rows.get(id) ?? 0 }));
  expect(places).toEqual(places.toSorted((one, other) => one.since.localeCompare(other.since) || one.row - other.row));
});
