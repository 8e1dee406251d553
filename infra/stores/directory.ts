import {
  AttributeType,
  type GlobalSecondaryIndexPropsV2,
  ProjectionType,
  type TableV2,
} from 'aws-cdk-lib/aws-dynamodb';
import { Grant } from 'aws-cdk-lib/aws-iam';
import { Construct } from 'constructs';
import { type Access, accessTo } from '../parts/access.ts';
import { grantItems, type ItemAction } from './item-access.ts';
import { keptTable } from './kept-table.ts';

/**
 * The table of people, their names, licences, audit entries and tokens. Its index `due` is the to-do list of sweeps; its
 * index `people` has those who are not deleted by display name, with what can be asked of them.
 */
export class Directory extends Construct {
  readonly table: TableV2;

  constructor(scope: Construct, id: string) {
    super(scope, id);
    // Each has the items that carry its keys alone: people with something ahead, people to be listed, audit entries.
    this.table = keptTable(this, 'Table', [
      keysOnly('due', 'dueShard', 'dueAt'),
      keysOnly('audits', 'auditShard', 'auditAt'),
      keysOnly('actors', 'actorShard', 'auditAt'),
      {
        indexName: 'people',
        partitionKey: { name: 'listShard', type: AttributeType.STRING },
        sortKey: { name: 'listName', type: AttributeType.STRING },
        projectionType: ProjectionType.INCLUDE,
        // What filters are tested on, so that only people who match are read. Each of these costs a write when it changes.
        nonKeyAttributes: [
          'userPrincipalName',
          'displayName',
          'department',
          'accountEnabled',
          'assignedLicenses',
          'mailbox',
        ],
      },
    ]);
  }

  /** May look up a token, and the person or application it belongs to. */
  allowResolvingTokens(): Access<'DIRECTORY_TABLE'> {
    return this.#allow('GetItem', 'BatchGetItem');
  }

  /** May read the settings and nothing else: for functions that any stranger may call. */
  allowReadingSettings(): Access<'DIRECTORY_TABLE'> {
    const settings = { 'ForAllValues:StringEquals': { 'dynamodb:LeadingKeys': ['SETTINGS'] } };
    return accessTo('DIRECTORY_TABLE', this.table.tableName, (caller) =>
      Grant.addToPrincipal({
        grantee: caller,
        actions: ['dynamodb:GetItem'],
        resourceArns: [this.table.tableArn],
        conditions: settings,
      }),
    );
  }

  /** May look up an application, put the token that it gets, and count that it did. */
  allowIssuingTokens(): Access<'DIRECTORY_TABLE'> {
    return this.#allow('GetItem', 'PutItem', 'UpdateItem');
  }

  /** May read, list, put and remove applications. */
  allowManagingApplications(): Access<'DIRECTORY_TABLE'> {
    return this.#allow('GetItem', 'BatchGetItem', 'Query', 'PutItem', 'DeleteItem');
  }

  /** May read licences, who holds and who waits for one, and the people by id or name. */
  allowReadingLicences(): Access<'DIRECTORY_TABLE'> {
    return this.#allow('GetItem', 'BatchGetItem', 'Query');
  }

  /** May read people and licences whose ids are known, and cannot look for any. */
  allowReadingById(): Access<'DIRECTORY_TABLE'> {
    return this.#allow('GetItem', 'BatchGetItem');
  }

  /** May read, list and search people, their licences and their audit entries. */
  allowReadingPeople(): Access<'DIRECTORY_TABLE'> {
    return accessTo('DIRECTORY_TABLE', this.table.tableName, (caller) => [
      grantItems(caller, this.table.tableArn, 'GetItem', 'BatchGetItem', 'Query'),
      grantItems(caller, `${this.table.tableArn}/index/people`, 'Query'),
    ]);
  }

  /** May add a person with a name and a licence in one transaction, and cannot remove one. */
  allowAddingPeople(): Access<'DIRECTORY_TABLE'> {
    return this.#allow('GetItem', 'BatchGetItem', 'Query', 'PutItem', 'UpdateItem');
  }

  /** May set a licence of the organisation, with its place in the catalogue, and read what it was. */
  allowSettingLicences(): Access<'DIRECTORY_TABLE'> {
    return this.#allow('GetItem', 'BatchGetItem', 'PutItem', 'UpdateItem', 'DeleteItem');
  }

  /** May change a person together with name, seats, roles and places in lists, and cannot look through any list. */
  allowChangingPeople(): Access<'DIRECTORY_TABLE'> {
    return this.#allow('GetItem', 'BatchGetItem', 'PutItem', 'UpdateItem', 'DeleteItem');
  }

  /** May list the deleted, bring them back with name and seats, and remove them. */
  allowRestoringPeople(): Access<'DIRECTORY_TABLE'> {
    return this.#allow('GetItem', 'BatchGetItem', 'Query', 'PutItem', 'UpdateItem', 'DeleteItem');
  }

  /** May take and free seats of people, and settle who waits. */
  allowAssigningLicences(): Access<'DIRECTORY_TABLE'> {
    return this.#allow('GetItem', 'BatchGetItem', 'Query', 'PutItem', 'UpdateItem', 'DeleteItem');
  }

  /** May give roles to people and take them, and read who holds them. */
  allowGivingRoles(): Access<'DIRECTORY_TABLE'> {
    return this.#allow('GetItem', 'BatchGetItem', 'Query', 'PutItem', 'UpdateItem', 'DeleteItem');
  }

  /** May read the settings, and write audit entries of imports. */
  allowTellingOfImports(): Access<'DIRECTORY_TABLE'> {
    return this.#allow('GetItem', 'PutItem');
  }

  /** May read what a file is checked against and who its owner is now, reserve its seats, and tell of its import. */
  allowReservingSeats(): Access<'DIRECTORY_TABLE'> {
    return this.#allow('GetItem', 'BatchGetItem', 'Query', 'PutItem', 'UpdateItem');
  }

  /** May put people with their names in transactions, and take back what an earlier delivery left. */
  allowProvisioning(): Access<'DIRECTORY_TABLE'> {
    return this.#allow('GetItem', 'BatchGetItem', 'Query', 'PutItem', 'UpdateItem', 'DeleteItem');
  }

  /** May lease, mint and mark what is mailed to people. */
  allowMarkingMail(): Access<'DIRECTORY_TABLE'> {
    return this.#allow('GetItem', 'BatchGetItem', 'Query', 'PutItem', 'PartiQLUpdate');
  }

  /** May note on people what became of their mail. */
  allowRecordingDeliveries(): Access<'DIRECTORY_TABLE'> {
    return this.#allow('GetItem', 'BatchGetItem', 'PutItem', 'PartiQLUpdate');
  }

  /** May count attempts, mint and forget tokens, write the person who signs in with an audit entry, and record sign-ins. */
  allowSigningIn(): Access<'DIRECTORY_TABLE'> {
    return this.#allow('GetItem', 'BatchGetItem', 'PutItem', 'UpdateItem', 'DeleteItem');
  }

  /** May write a person with another password, and what is counted of attempts; mints no token. */
  allowResettingPasswords(): Access<'DIRECTORY_TABLE'> {
    return this.#allow('GetItem', 'BatchGetItem', 'PutItem');
  }

  /** May do what falls due: reads the index `due` and changes, frees or purges what it names. */
  allowEnforcing(): Access<'DIRECTORY_TABLE'> {
    return accessTo('DIRECTORY_TABLE', this.table.tableName, (caller) => [
      grantItems(caller, this.table.tableArn, ...every),
      grantItems(caller, `${this.table.tableArn}/index/due`, 'Query'),
    ]);
  }

  /** May list audit entries by what they tell of, by who acted and by time, and look up the people in them. */
  allowReadingAudits(): Access<'DIRECTORY_TABLE'> {
    return accessTo('DIRECTORY_TABLE', this.table.tableName, (caller) => [
      grantItems(caller, this.table.tableArn, 'GetItem', 'BatchGetItem', 'Query'),
      grantItems(caller, `${this.table.tableArn}/index/audits`, 'Query'),
      grantItems(caller, `${this.table.tableArn}/index/actors`, 'Query'),
    ]);
  }

  /** May read and write what was set in the directory, with the audit entry that tells of it. */
  allowChangingSettings(): Access<'DIRECTORY_TABLE'> {
    return this.#allow('GetItem', 'PutItem');
  }

  #allow(...actions: readonly ItemAction[]): Access<'DIRECTORY_TABLE'> {
    return accessTo('DIRECTORY_TABLE', this.table.tableName, (caller) =>
      grantItems(caller, this.table.tableArn, ...actions),
    );
  }
}

const keysOnly = (indexName: string, partition: string, sort: string): GlobalSecondaryIndexPropsV2 => ({
  indexName,
  partitionKey: { name: partition, type: AttributeType.STRING },
  sortKey: { name: sort, type: AttributeType.STRING },
  projectionType: ProjectionType.KEYS_ONLY,
});

const every = ['GetItem', 'BatchGetItem', 'Query', 'PutItem', 'UpdateItem', 'DeleteItem'] as const;
