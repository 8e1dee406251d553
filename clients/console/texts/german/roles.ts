import type { RolesTexts } from '../english/roles.ts';

export const roles = {
  title: 'Rollen',
  what: {
    'Global Administrator': 'Darf hier alles.',
    'Privileged Role Administrator': 'Vergibt und entzieht Rollen und liest die Überwachungsprotokolle.',
    'User Administrator':
      'Fügt Benutzer hinzu, ändert, sperrt und löscht sie, importiert Dateien und weist Lizenzen zu.',
    'License Administrator': 'Weist Lizenzen zu und bestimmt, wie viele es gibt.',
    'Helpdesk Administrator': 'Setzt Kennwörter zurück und beendet Sitzungen von Benutzern ohne höhere Rollen.',
    'Password Administrator': 'Setzt Kennwörter von Benutzern ohne höhere Rollen zurück.',
    'Reports Reader': 'Liest Importe und die Überwachungsprotokolle.',
    'Hybrid Identity Administrator': 'Richtet die Synchronisierung mit einem lokalen Verzeichnis ein.',
    'Directory Synchronization Accounts': 'Nur für den Agenten der Synchronisierung: beginnt Läufe, und sonst nichts.',
    'Directory Readers': 'Liest Benutzer, Lizenzen, Rollen und Einstellungen.',
  },
} satisfies RolesTexts;
