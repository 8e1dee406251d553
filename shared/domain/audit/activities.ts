/** What is done that the audit tells of, by its names: Entra's where it has one. */

/**
 * Every `activityDisplayName` that an audit entry can have. Who tells of activities in another language has a text for
 * each by type (`Record<ActivityName, string>`), so that one which is new does not compile until it has one everywhere.
 * Names are never changed: entries that have them are kept for years.
 */
export const activityNames = [
  // People
  'Add user',
  'Update user',
  'Delete user',
  'Restore user',
  'Hard Delete user',
  'Reset user password',
  'Change password (self-service)',
  'Revoke sign-in sessions',
  'Resend credentials',
  'Withhold credentials',
  /** What fell due: a password that lapsed or expired, a mailbox that was disabled, a warning of it. */
  'Enforce policy',
  // Licences
  'Change user license',
  'Assign waiting license',
  'Update subscribed SKU',
  // Roles
  'Add member to role',
  'Remove member from role',
  // Applications and tokens
  'Add application',
  'Update application',
  'Delete application',
  'Add application password',
  'Remove application password',
  'Add operator token',
  'Remove operator token',
  'Sign in with operator token',
  // Settings
  'Update domain',
  'Update organization',
  'Update synchronization',
  /** Runs go on that waited since one was undone. */
  'Resume synchronization',
  'Add user template',
  'Update user template',
  'Delete user template',
  // Imports
  /** An address was given for its file, which may never come. */
  'Request import',
  /** Its file is there, or what it undoes or applies is: rows may be done from now on. */
  'Begin import',
  'Apply import',
  'Undo import',
  'Resume import',
  /** Another file came to its address, and was deleted unread. */
  'Refuse file of import',
  'Cancel import',
  'Send credentials of import',
  /** What becomes of a migration batch beyond its import: it was stopped when it was synced, and it is off the list. */
  'Complete migration batch',
  'Stop migration batch',
  'Delete migration batch',
  'End import',
] as const;

/** The name of something that is done. */
export type ActivityName = (typeof activityNames)[number];
