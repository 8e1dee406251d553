import type { AddManyTexts } from '../english/add-many.ts';

export const addMany = {
  title: 'Meerdere gebruikers toevoegen',
  description:
    'Voeg gebruikers toe vanuit een spreadsheet. U ziet wat er met elke rij zou gebeuren en beslist dan pas; daarvoor wordt niets gewijzigd.',
  file: 'Bestand met uw gebruikers',
  fileHint: 'Eén rij per gebruiker, met koppen erboven. De kolommen mogen in elke volgorde staan.',
  fileConstraint: 'CSV tot 2 GB, of een Excel-werkmap (.xlsx, .xlsm) tot 512 MB.',
  drop: 'Sleep het bestand hierheen, of',
  choose: 'Bestand kiezen',
  remove: (name) => `${name} verwijderen`,
  sheet: 'Werkblad',
  sheetHint: 'De naam van het werkblad met uw gebruikers. Laat u dit leeg, dan wordt het eerste werkblad gelezen.',
  nothingYet: 'Het bestand wordt geüpload en gecontroleerd. Daardoor wordt niemand toegevoegd of gewijzigd.',
  check: 'Uploaden en controleren',
  templates: 'Sjablonen',
  templatesHint:
    'Lege bestanden met de koppen van Microsoft 365. Vul ze in met een spreadsheetprogramma en sla ze op als CSV.',
  downloadTemplate: (language) => `Het sjabloon downloaden: ${language}`,
  sending: 'Uploaden',
  sentOf: (sent, all) => `${sent} van ${all}`,
  stay: 'Blijf op deze pagina tot het bestand is geüpload. Valt de verbinding weg, dan gaat het uploaden vanzelf verder.',
  stopped: 'Het uploaden is gestopt',
  stoppedWhat:
    'Wat is aangekomen, blijft bewaard. Ga verder zodra de verbinding er weer is; een groot bestand gaat verder waar het was.',
  goOn: 'Verdergaan met uploaden',
  cancelUpload: 'Uploaden annuleren',
  leaveTitle: 'De pagina verlaten terwijl het bestand wordt geüpload?',
  leaveWhat: 'Het uploaden stopt als u deze pagina verlaat. Een groot bestand kan later verdergaan waar het was.',
  leave: 'Pagina verlaten',
  interruptedTitle: (name) => `Het uploaden van ${name} is onderbroken`,
  interrupted: (share) => `${share} ervan is aangekomen. Kies hetzelfde bestand opnieuw, dan gaat het daar verder.`,
  throwAway: 'Upload weggooien',
  uploadOverTitle: 'Dit bestand hoeft niet meer te worden geüpload',
  uploadOver:
    'Het is aangekomen, of het uploaden is geannuleerd. Is er niets van geworden, kies het bestand dan hieronder: het wordt opnieuw verzonden.',
  show: 'Laten zien wat ervan is geworden',
  faults: {
    missing: 'Kies eerst een bestand.',
    otherWorkbook: 'Dit soort werkmap kan niet worden gelezen. Sla de werkmap op als .xlsx of als CSV.',
    otherEnding: 'Kies een bestand dat eindigt op .csv, .tsv, .txt, .xlsx of .xlsm.',
    empty: 'Het bestand is leeg. Kies er een met koppen en gebruikers.',
    another: (name) => `Dit is een ander bestand. Kies ${name} opnieuw, zoals het was, of gooi de upload weg.`,
  },
} satisfies AddManyTexts;
