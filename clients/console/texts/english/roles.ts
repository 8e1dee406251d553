/** What the pages of pages/roles say. */
export const roles = {
  title: 'Roles',
  /** What each role may do. */
  what: {
    'Global Administrator': 'May do everything here.',
    'Privileged Role Administrator': 'Gives and takes roles, and reads the audit.',
    'User Administrator': 'Adds, changes, blocks and deletes users, imports files, and assigns licenses.',
    'License Administrator': 'Assigns licenses, and says how many there are.',
    'Helpdesk Administrator': 'Resets passwords and ends sessions of users without higher roles.',
    'Password Administrator': 'Resets passwords of users without higher roles.',
    'Reports Reader': 'Reads imports and the audit.',
    'Hybrid Identity Administrator': 'Sets up synchronisation with a directory on premises.',
    'Directory Synchronization Accounts': 'For the agent of synchronisation alone: begins runs, and nothing else.',
    'Directory Readers': 'Reads users, licenses, roles and settings.',
  },
};

export type RolesTexts = typeof roles;
