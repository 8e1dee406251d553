import type { ITableV2 } from 'aws-cdk-lib/aws-dynamodb';
import { Construct } from 'constructs';
import { directoryIndexKinds, directoryKinds } from '../../shared/aws/item-kinds.ts';
import { type Access, accessTo } from '../parts/access.ts';
import { deployedIndexes } from './directory-indexes.ts';
import { type DirectoryRights, directoryRights } from './directory-rights.ts';
import { grantItems } from './item-access.ts';
import { keptTable } from './kept-table.ts';

/**
 * The table of people, their names, licences, audit entries and tokens. Its index `due` is the to-do list of sweeps; its
 * index `people` has those who are not deleted by display name, with what can be asked of them. What each `allow...` gives
 * is in directory-rights.ts.
 */
export class Directory extends Construct {
  readonly table: ITableV2;

  constructor(scope: Construct, id: string, restored?: string) {
    super(scope, id);
    this.table = keptTable(this, 'Table', { indexes: deployedIndexes(this), restored });
  }

  allowResolvingTokens() {
    return this.#allow(directoryRights.resolvingTokens);
  }

  allowReadingSettings() {
    return this.#allow(directoryRights.readingSettings);
  }

  allowIssuingTokens() {
    return this.#allow(directoryRights.issuingTokens);
  }

  allowManagingApplications() {
    return this.#allow(directoryRights.managingApplications);
  }

  allowReadingLicences() {
    return this.#allow(directoryRights.readingLicences);
  }

  allowReadingById() {
    return this.#allow(directoryRights.readingById);
  }

  allowReadingPeople() {
    return this.#allow(directoryRights.readingPeople);
  }

  allowAddingPeople() {
    return this.#allow(directoryRights.addingPeople);
  }

  allowSettingLicences() {
    return this.#allow(directoryRights.settingLicences);
  }

  allowChangingPeople() {
    return this.#allow(directoryRights.changingPeople);
  }

  allowRestoringPeople() {
    return this.#allow(directoryRights.restoringPeople);
  }

  allowAssigningLicences() {
    return this.#allow(directoryRights.assigningLicences);
  }

  allowGivingRoles() {
    return this.#allow(directoryRights.givingRoles);
  }

  allowTellingOfImports() {
    return this.#allow(directoryRights.tellingOfImports);
  }

  allowReservingSeats() {
    return this.#allow(directoryRights.reservingSeats);
  }

  allowProvisioning() {
    return this.#allow(directoryRights.provisioning);
  }

  allowGathering() {
    return this.#allow(directoryRights.gathering);
  }

  allowMailingDigests() {
    return this.#allow(directoryRights.mailingDigests);
  }

  allowMarkingMail() {
    return this.#allow(directoryRights.markingMail);
  }

  allowRecordingDeliveries() {
    return this.#allow(directoryRights.recordingDeliveries);
  }

  allowSigningIn() {
    return this.#allow(directoryRights.signingIn);
  }

  allowResettingPasswords() {
    return this.#allow(directoryRights.resettingPasswords);
  }

  allowEnforcing() {
    return this.#allow(directoryRights.enforcing);
  }

  allowReadingAudits() {
    return this.#allow(directoryRights.readingAudits);
  }

  allowKeepingTemplates() {
    return this.#allow(directoryRights.keepingTemplates);
  }

  allowChangingSettings() {
    return this.#allow(directoryRights.changingSettings);
  }

  #allow({ lookIn = [], ...rights }: DirectoryRights): Access<'DIRECTORY_TABLE'> {
    const { tableArn, tableName } = this.table;
    return accessTo('DIRECTORY_TABLE', tableName, (caller) => [
      ...grantItems(caller, tableArn, directoryKinds, rights),
      ...lookIn.flatMap((index) =>
        grantItems(caller, `${tableArn}/index/${index}`, directoryIndexKinds, { list: [index] }),
      ),
    ]);
  }
}
