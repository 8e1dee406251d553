import { AttributeType, ProjectionType, type TableV2 } from 'aws-cdk-lib/aws-dynamodb';
import { Construct } from 'constructs';
import { type Access, accessTo } from '../parts/access.ts';
import { grantItems, type ItemAction } from './item-access.ts';
import { keptTable } from './kept-table.ts';

/** The table of people, their names, licences, audit entries and tokens; its index `due` is the to-do list of sweeps. */
export class Directory extends Construct {
  readonly table: TableV2;

  constructor(scope: Construct, id: string) {
    super(scope, id);
    this.table = keptTable(this, 'Table', [
      {
        indexName: 'due',
        partitionKey: { name: 'dueShard', type: AttributeType.STRING },
        sortKey: { name: 'dueAt', type: AttributeType.STRING },
        projectionType: ProjectionType.KEYS_ONLY,
      },
    ]);
  }

  /** May look up a token, and the person or application it belongs to. */
  allowResolvingTokens(): Access<'DIRECTORY_TABLE'> {
    return this.#allow('GetItem', 'BatchGetItem');
  }

  /** May look up an application, and put the token that it gets. */
  allowIssuingTokens(): Access<'DIRECTORY_TABLE'> {
    return this.#allow('GetItem', 'PutItem');
  }

  /** May read, list, put and remove applications. */
  allowManagingApplications(): Access<'DIRECTORY_TABLE'> {
    return this.#allow('GetItem', 'BatchGetItem', 'Query', 'PutItem', 'DeleteItem');
  }

  /** May read and list people, their licences and their audit entries. */
  allowReadingPeople(): Access<'DIRECTORY_TABLE'> {
    return this.#allow('GetItem', 'BatchGetItem', 'Query');
  }

  /** May add a person with a name and a licence in one transaction, and cannot remove one. */
  allowAddingPeople(): Access<'DIRECTORY_TABLE'> {
    return this.#allow('GetItem', 'BatchGetItem', 'Query', 'PutItem', 'UpdateItem', 'ConditionCheckItem');
  }

  /** May take and free seats, keep the licences an organisation has, and settle those who wait. */
  allowAssigningLicences(): Access<'DIRECTORY_TABLE'> {
    return this.#allow('GetItem', 'BatchGetItem', 'Query', 'PutItem', 'UpdateItem', 'DeleteItem');
  }

  /** May read what a file is checked against and reserve its seats, and cannot write a person. */
  allowReservingSeats(): Access<'DIRECTORY_TABLE'> {
    return this.#allow('GetItem', 'BatchGetItem', 'Query', 'UpdateItem');
  }

  /** May put people with their names in transactions, and take back what an earlier delivery left. */
  allowProvisioning(): Access<'DIRECTORY_TABLE'> {
    return this.#allow('GetItem', 'BatchGetItem', 'Query', 'PutItem', 'UpdateItem', 'DeleteItem');
  }

  /** May lease, mint and mark what is mailed to people. */
  allowMarkingMail(): Access<'DIRECTORY_TABLE'> {
    return this.#allow('GetItem', 'BatchGetItem', 'Query', 'PutItem', 'UpdateItem');
  }

  /** May do what falls due: reads the index `due` and changes, frees or purges what it names. */
  allowEnforcing(): Access<'DIRECTORY_TABLE'> {
    return accessTo('DIRECTORY_TABLE', this.table.tableName, (caller) => [
      grantItems(caller, this.table.tableArn, ...every),
      grantItems(caller, `${this.table.tableArn}/index/due`, 'Query'),
    ]);
  }

  #allow(...actions: readonly ItemAction[]): Access<'DIRECTORY_TABLE'> {
    return accessTo('DIRECTORY_TABLE', this.table.tableName, (caller) =>
      grantItems(caller, this.table.tableArn, ...actions),
    );
  }
}

const every = [
  'GetItem',
  'BatchGetItem',
  'Query',
  'PutItem',
  'UpdateItem',
  'DeleteItem',
  'ConditionCheckItem',
] as const;
