/** The headings of lists that Microsoft's own tools write. */
import type { Meaning } from './columns.ts';

const ignored = (headings: string): Record<string, Meaning> =>
  Object.fromEntries(headings.split(',').map((heading) => [heading, 'ignored']));

/**
 * `Export users` of the Microsoft 365 admin centre, and `Get-MsolUser`, which has the same properties. Licences are named
 * as products, with a plus between two.
 */
export const exportedUserHeadings: Readonly<Record<string, Meaning>> = {
  'User principal name': 'userPrincipalName',
  'Sign-in name': 'userPrincipalName?',
  'Display name': 'displayName',
  'First name': 'givenName',
  'Last name': 'surname',
  'Block credential': 'blockSignIn',
  City: 'city',
  'Country/Region': 'country',
  'Country or Region': 'country',
  CountryOrRegion: 'country',
  Country: 'country',
  Department: 'department',
  Fax: 'faxNumber',
  'Fax number': 'faxNumber',
  Licenses: 'licences',
  'Mobile phone': 'mobilePhone',
  Office: 'officeLocation',
  'Phone number': 'businessPhones',
  'Office phone': 'businessPhones',
  'Postal code': 'postalCode',
  'Preferred language': 'preferredLanguage',
  State: 'state',
  'State or province': 'state',
  StateOrProvince: 'state',
  'Street address': 'streetAddress',
  Title: 'jobTitle',
  'Usage location': 'usageLocation',
  'Alternate email address': 'otherMails',
  'Alternate email addresses': 'otherMails',
  ...ignored(
    'DirSyncEnabled,Last dirsync time,Last password change time stamp,License assignment details,Oath token metadata,Oath token meta data,Object Id,Password never expires,Preferred data location,Proxy addresses,Release track,Soft deletion time stamp,Strong password required,When created,Is licensed,Sign-in status,Sync type,Sync status,Company,Manager,Last sign-in,Multifactor authentication status,MFA status,User type,ExtensionData,AlternateMobilePhones,AlternativeSecurityIds,CloudAnchor,CloudExchangeRecipientDisplayType,DeletionDateTime,DirSyncProvisioningErrors,Errors,GraphDeviceObject,ImmutableId,IndirectLicenseErrors,IsBlackberryUser,LicenseReconciliationNeeded,LiveId,MSExchRecipientTypeDetails,MSRtcSipDeploymentLocator,MSRtcSipPrimaryUserAddress,OverallProvisioningStatus,PasswordResetNotRequiredDuringActivate,PortalSettings,ReleaseTrack,ServiceInformation,SignInName,SoftDeletionTimestamp,StrongAuthenticationMethods,StrongAuthenticationPhoneAppDetails,StrongAuthenticationProofupTime,StrongAuthenticationRequirements,StrongAuthenticationUserDetails,StsRefreshTokensValidFrom,UserLandingPageIdentifierForO365Shell,UserThemeIdentifierForO365Shell,ValidationStatus',
  ),
};

/**
 * What else a user has in Graph, in the download of Entra and in `Get-MgUser`. The address of the mailbox is the user
 * name where a list has no other; relationships and what only the service sets have no use here.
 */
export const exportedGraphHeadings: Readonly<Record<string, Meaning>> = {
  mail: 'userPrincipalName??',
  ...ignored(
    'id,objectId,aboutMe,activities,additionalProperties,ageGroup,agreementAcceptances,appRoleAssignments,assignedPlans,authentication,authenticationAlternativePhoneNumber,authenticationEmail,authenticationPhoneNumber,authorizationInfo,birthday,calendar,calendarGroups,calendarView,calendars,chats,cloudClipboard,companyName,consentProvidedForMinor,contactFolders,contacts,createdDateTime,createdObjects,creationType,customSecurityAttributes,deletedDateTime,dataSecurityAndGovernance,deviceEnrollmentLimit,deviceManagementTroubleshootingEvents,directReports,directorySynced,dirSyncEnabled,drive,drives,employeeExperience,employeeHireDate,employeeLeaveDateTime,employeeOrgData,employeeType,events,extensions,externalUserState,externalUserStateChangeDateTime,followedSites,hireDate,identities,identityIssuer,inferenceClassification,insights,interests,invitationState,isManagementRestricted,isResourceAccount,isLicensed,joinedTeams,lastPasswordChangeDateTime,lastSignIn,lastSignInDateTime,lastNonInteractiveSignInDateTime,lastSuccessfulSignInDateTime,lastLogon,lastLogonDate,lastActivityDate,legalAgeGroupClassification,licenseAssignmentStates,licenseDetails,mailFolders,mailboxSettings,managedAppRegistrations,managedDevices,manager,memberOf,messages,mySite,oauth2PermissionGrants,onPremisesDistinguishedName,onPremisesDomainName,onPremisesExtensionAttributes,onPremisesImmutableId,onPremisesLastSyncDateTime,onPremisesProvisioningErrors,onPremisesSamAccountName,onPremisesSecurityIdentifier,onPremisesSyncEnabled,onPremisesUserPrincipalName,onenote,onlineMeetings,outlook,ownedDevices,ownedObjects,passwordPolicies,pastProjects,people,permissionGrants,photo,photos,planner,preferredDataLocation,preferredName,presence,print,provisionedPlans,proxyAddresses,refreshTokensValidFromDateTime,registeredDevices,responsibilities,schools,scopedRoleMemberOf,securityIdentifier,serviceProvisioningErrors,settings,showInAddressList,signInActivity,signInSessionsValidFromDateTime,skills,solutions,sponsors,teamwork,todo,transitiveMemberOf,userType',
  ),
};

/**
 * Exchange's `Get-Mailbox` and `Get-Recipient`, as PowerShell writes them: the user name of a person who moves is the
 * primary address, as a cutover migration has it, whatever they sign in with on premises.
 */
export const exchangeRecipientHeadings: Readonly<Record<string, Meaning>> = {
  PrimarySmtpAddress: 'userPrincipalName',
  UserPrincipalName: 'userPrincipalName?',
  WindowsLiveID: 'ignored',
  MicrosoftOnlineServicesID: 'ignored',
  WindowsEmailAddress: 'userPrincipalName??',
  DisplayName: 'displayName',
  Name: 'displayName?',
  FirstName: 'givenName',
  LastName: 'surname',
  Alias: 'mailNickname',
  Title: 'jobTitle',
  Department: 'department',
  Office: 'officeLocation',
  Phone: 'businessPhones',
  City: 'city',
  StateOrProvince: 'state',
  PostalCode: 'postalCode',
  CountryOrRegion: 'country',
  RecipientTypeDetails: 'recipientKind',
  ...ignored('EmailAddresses,RecipientType,HiddenFromAddressListsEnabled,Identity,Company,Manager'),
};

/** What only a list of recipients has, folded. */
export const exchangeRecipientMark = /^(?:primarysmtpaddress|recipienttypedetails)$/;

/** Exchange's `Get-MigrationUser`: the people of a batch elsewhere, and how far their mail is, which is no matter here. */
export const exchangeMigrationUserHeadings: Readonly<Record<string, Meaning>> = {
  Identity: 'userPrincipalName',
  ...ignored(
    'MailboxEmailAddress,BatchId,Status,StatusSummary,RecipientType,ErrorSummary,SyncedItemCount,SkippedItemCount',
  ),
};

/** What only a list of migration users has, folded. */
export const exchangeMigrationUserMark = /^batchid$/;
