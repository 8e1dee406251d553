import type { RolesTexts } from '../english/roles.ts';

export const roles = {
  title: 'Rollen',
  what: {
    'Global Administrator': 'Mag hier alles.',
    'Privileged Role Administrator': 'Geeft en ontneemt rollen, en leest de controlelogboeken.',
    'User Administrator':
      'Voegt gebruikers toe, wijzigt, blokkeert en verwijdert ze, importeert bestanden en wijst licenties toe.',
    'License Administrator': 'Wijst licenties toe en bepaalt hoeveel er zijn.',
    'Helpdesk Administrator': 'Stelt wachtwoorden opnieuw in en beëindigt sessies van gebruikers zonder hogere rollen.',
    'Password Administrator': 'Stelt wachtwoorden opnieuw in van gebruikers zonder hogere rollen.',
    'Reports Reader': 'Leest imports en de controlelogboeken.',
    'Hybrid Identity Administrator': 'Stelt de synchronisatie met een lokale directory in.',
    'Directory Synchronization Accounts': 'Alleen voor de agent van de synchronisatie: begint runs, en verder niets.',
    'Directory Readers': 'Leest gebruikers, licenties, rollen en instellingen.',
  },
} satisfies RolesTexts;
