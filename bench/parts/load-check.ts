/** Whether, after a load, all that clients and owner were told is so: by the API alone, as they would look. */
import type { Import } from '../../clients/imports/import-api.ts';
import type { Muster } from '../../infra/local/muster.ts';
import { mustBe } from './benchmark.ts';
import { scarce, type Told } from './load-requests.ts';

type Person = {
  id: string;
  userPrincipalName: string;
  passwordState: string;
  credentialMail: { state: string };
  assignedLicenses: { skuId: string }[];
  waitingLicenses: { skuId: string }[];
};
type Sku = { prepaidUnits: { enabled: number }; consumedUnits: number; reservedUnits: number };
type Row = {
  rowNumber: number;
  userPrincipalName: string;
  outcome: string;
  code: string | null;
  personId: string | null;
};

const get = async <Answer>({ url, token }: Muster, address: string): Promise<Answer> => {
  const response = await fetch(address.startsWith('http') ? address : url + address, {
    headers: { authorization: `Bearer ${token}` },
  });
  mustBe(`status of ${address}`, response.status, 200);
  return (await response.json()) as Answer;
};

/** Every item of a list, page by page. */
const all = async <Item>(muster: Muster, path: string): Promise<Item[]> => {
  const items: Item[] = [];
  for (let next: string | undefined = path; next !== undefined; ) {
    const page: { value: Item[]; '@odata.nextLink'?: string } = await get(muster, next);
    items.push(...page.value);
    next = page['@odata.nextLink'];
  }
  return items;
};

/** The people whose names begin so, some properties of each: everybody without a beginning. */
export const peopleNamed = (muster: Muster, beginning = ''): Promise<Person[]> => {
  const $select = 'id,userPrincipalName,passwordState,credentialMail,assignedLicenses,waitingLicenses';
  const $filter = `startswith(userPrincipalName,'${beginning}')`;
  const query = new URLSearchParams({ $top: '999', $select, ...(beginning && { $filter }) });
  return all(muster, `/v1.0/users?${query}`);
};

/** Whether a seat of the scarce licence is free while somebody waits for one. */
export const isAnySeatIdle = async (muster: Muster): Promise<boolean> => {
  const path = `/v1.0/subscribedSkus/${scarce.skuId}`;
  const { prepaidUnits, consumedUnits, seatsToBuy } = await get<Sku & { seatsToBuy: number }>(muster, path);
  return consumedUnits < prepaidUnits.enabled && seatsToBuy > 0;
};

/**
 * Throws unless whoever was told to be there is there, once, and nobody else; each row has one outcome, and the one that
 * the directory shows; and seats are held by as many people as they are counted for. `others` were there before.
 */
export const checkLoad = async (muster: Muster, told: Told, { id, rows }: Import, others: number): Promise<void> => {
  const people = await peopleNamed(muster);
  const byName = new Map(people.map((person) => [person.userPrincipalName, person.id]));
  mustBe('user names that two people have', people.length - byName.size, 0);
  const staying = [...told.people].filter(([personId]) => !told.deleted.has(personId));
  mustBe(
    'people who were promised and are not there',
    staying.filter(([of, name]) => byName.get(name) !== of).length,
    0,
  );
  const missed = [...told.missed].filter((personId) => !told.deleted.has(personId));
  mustBe('people who were not found and not deleted', missed.length, 0);
  const deletedAndThere = people.filter((person) => told.deleted.has(person.id));
  mustBe('people who were deleted and are there', deletedAndThere.length, 0);

  const report = await all<Row>(muster, `/v1.0/imports/${id}/report?$top=1000`);
  mustBe('rows of the report', report.length, rows);
  mustBe('rows that have two outcomes', report.length - new Set(report.map(({ rowNumber }) => rowNumber)).size, 0);
  const created = report.filter(({ outcome }) => outcome === 'created');
  const lost = created.filter(({ userPrincipalName, personId }) => byName.get(userPrincipalName) !== personId);
  mustBe('rows that created somebody who is not there', lost.length, 0);
  const taken = new Set(told.people.values());
  const wronged = report.filter(
    ({ outcome, code, userPrincipalName }) =>
      outcome !== 'created' && !(code === 'UserNameTaken' && taken.has(userPrincipalName)),
  );
  mustBe('rows that were refused for nothing', wronged.length, 0);
  mustBe('people in all', people.length, others + created.length + staying.length);

  const skus = await get<{ value: (Sku & { skuId: string })[] }>(muster, '/v1.0/subscribedSkus');
  for (const { skuId, consumedUnits, reservedUnits, prepaidUnits } of skus.value) {
    const holders = people.filter(({ assignedLicenses }) => assignedLicenses.some((one) => one.skuId === skuId)).length;
    mustBe(`seats of ${skuId} that are taken`, consumedUnits, holders);
    mustBe(`seats of ${skuId} that are reserved`, reservedUnits, 0);
    mustBe(`seats of ${skuId} that were oversold`, Math.max(0, consumedUnits - prepaidUnits.enabled), 0);
  }
};
