/** Properties that Microsoft Graph's users have and people here do not: whoever asks for one is told that it is empty. */

const texts = [
  ...['aboutMe', 'ageGroup', 'authorizationInfo', 'birthday', 'companyName', 'consentProvidedForMinor', 'creationType'],
  ...['customSecurityAttributes', 'deviceEnrollmentLimit', 'employeeHireDate', 'employeeLeaveDateTime'],
  ...['employeeOrgData', 'employeeType', 'externalUserState', 'externalUserStateChangeDateTime', 'hireDate'],
  ...['identityParentId', 'isManagementRestricted', 'isResourceAccount', 'legalAgeGroupClassification'],
  ...['mailboxSettings', 'mySite', 'onPremisesExtensionAttributes', 'preferredDataLocation', 'preferredName', 'print'],
  'securityIdentifier',
  'showInAddressList',
];

const lists = [
  ...['assignedPlans', 'identities', 'imAddresses', 'interests', 'licenseAssignmentStates', 'pastProjects'],
  ...['provisionedPlans', 'responsibilities', 'schools'],
  ...['serviceProvisioningErrors', 'skills'],
];

/** What each is of everybody: null, or an empty list. */
export const absentProperties: Readonly<Record<string, null | readonly never[]>> = {
  ...Object.fromEntries(texts.map((name) => [name, null])),
  ...Object.fromEntries(lists.map((name) => [name, []])),
};

const byName = new Map(Object.keys(absentProperties).map((name) => [name.toLowerCase(), name]));

/** The property of a name in any case; undefined when Graph's users have none of that name, or people here have it too. */
export const absentPropertyNamed = (name: string): string | undefined => byName.get(name.trim().toLowerCase());
