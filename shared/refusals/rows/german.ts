import { isOfUserName, numbersIn } from '../words/numbers-in.ts';
import type { RowRefusalTexts } from '../words/refusal-texts.ts';

/** Why a row was refused, in German. */
export const germanRowRefusals: RowRefusalTexts = {
  CellCountWrong: (fact) =>
    `Die Zeile hat nicht so viele Zellen, wie es Überschriften gibt: ${fact}. Geben Sie jeder Überschrift eine Zelle, und setzen Sie Trennzeichen in Zellen in Anführungszeichen.`,
  UserNameMissing: () => 'Der Benutzername fehlt. Geben Sie einen an, etwa name@domain.',
  DisplayNameMissing: () => 'Der Anzeigename fehlt. Geben Sie einen an.',
  UserNameIllegal: () =>
    "Der Benutzername enthält ein Zeichen, das nicht erlaubt ist, oder ist nicht name@domain. Vor dem @ sind A-Z, a-z, 0-9 und ' . - _ ! # ^ ~ erlaubt, ohne Punkt am Anfang oder Ende.",
  DomainNotVerified: (domain) =>
    `Die Domäne ${domain} gehört nicht zur Organisation. Verwenden Sie eine überprüfte Domäne.`,
  ValueTooLong: (most, property) =>
    `${property} ist länger als ${numbersIn(most).join(' Zeichen vor dem @ und ')} Zeichen${isOfUserName(most) ? ' danach' : ''}. Kürzen Sie den Wert.`,
  ValueMissing: (_, property) => `${property} ist erforderlich. Geben Sie einen Wert an.`,
  ValueInvalid: (fact, property) => `${property} ist nicht gültig: ${fact}.`,
  DuplicateInFile: (row, property) =>
    `Zeile ${row} dieser Datei hat ${property === 'employeeId' ? 'dieselbe Personalnummer' : 'denselben Benutzernamen'}. Behalten Sie nur eine davon.`,
  PersonDiffers: (properties) =>
    `Diese Person gibt es schon, mit Unterschieden in: ${properties}. Es wurde nichts geändert; importieren Sie mit existingPeople "update", um sie zu ändern.`,
  ChangedSincePlan: (fact) => `Die Zeile hätte nicht mehr das geplante Ergebnis: ${fact}. Es wurde nichts geändert.`,
  ChangedSinceImport: (properties) =>
    `Die Person wurde seit diesem Import geändert (${properties}) und blieb, wie sie ist. Ändern oder löschen Sie sie von Hand.`,
  SignedInSince: () =>
    'Die Person hat sich seit diesem Import angemeldet und blieb, wie sie ist. Löschen Sie sie von Hand.',
  PersonGone: () => 'Die Person wurde inzwischen endgültig entfernt; es gibt nichts zurückzunehmen.',
  UserNameTaken: (who) => `Dieser Benutzername ist schon vergeben (${who}). Wählen Sie einen anderen.`,
  LicenceUnknown: (licence) => `Die Organisation hat keine Lizenz mit dem Namen ${licence}.`,
  RoleUnknown: (role) => `Es gibt keine Administratorrolle mit dem Namen ${role}.`,
  RoleNotYours: () =>
    'Nur ein Global Administrator darf diese Rolle vergeben; andere Administratorrollen auch ein Privileged Role Administrator.',
  RoleOwn: () => 'Niemand darf sich selbst Rollen geben. Bitten Sie einen anderen Administrator.',
  PersonProtected: () => 'Diese Person ist ein Administrator, den Sie mit Ihren Rollen nicht ändern dürfen.',
  LastAdministrator: () =>
    'Dies ist der letzte Global Administrator, der sich anmelden kann. Geben Sie die Rolle zuerst jemand anderem.',
  CountryUnknown: (country) =>
    `Kein Land ist bekannt für: ${country}. Geben Sie den Code nach ISO 3166-1 an, wie etwa DE.`,
  UsageLocationMissing: () =>
    'Eine Lizenz braucht einen Nutzungsstandort (ISO 3166-1, wie etwa DE). Geben Sie einen an.',
  LanguageUnknown: (language) => `${language} ist kein Sprachkürzel wie de oder zh-Hans.`,
  MailAddressInvalid: () => 'Eine E-Mail-Adresse ist nicht gültig. Berichtigen oder entfernen Sie sie.',
  YesOrNoExpected: (_, property) => `${property} muss Yes oder No (oder True oder False) sein.`,
  PasswordLengthWrong: (length) => `Das Kennwort muss ${numbersIn(length).join(' bis ')} Zeichen haben.`,
  PasswordTooSimple: (kinds) =>
    `Das Kennwort braucht ${numbersIn(kinds).join()} davon: Kleinbuchstabe, Großbuchstabe, Ziffer, Sonderzeichen.`,
  PasswordContainsName: () => 'Das Kennwort enthält einen Teil des Namens der Person. Wählen Sie ein anderes.',
  PasswordBanned: () =>
    'Das Kennwort ist zu leicht zu erraten. Wählen Sie ein anderes, etwa vier Wörter, die nichts miteinander zu tun haben.',
  NoSeatForRow: (_, licence) =>
    `Für diese Zeile ist keine Lizenz ${licence} mehr frei, und der Import sollte solche Zeilen ablehnen. Kaufen Sie Lizenzen nach, und importieren Sie die Zeile erneut.`,
  EncodingMixed: (fact, property) =>
    `${property} ist nicht in der Zeichenkodierung der übrigen Datei: ${fact}. Berichtigen Sie die Zelle, und speichern Sie die Datei als UTF-8.`,
  UserNameNotMade: (fact) =>
    `Für diese Zeile lässt sich kein Benutzername bilden: ${fact}. Geben Sie ihr einen eigenen Benutzernamen, oder ergänzen Sie sie.`,
  MadeNameTaken: (fact) =>
    `Der Benutzername, der für diese Zeile gebildet wurde, ist vergeben: ${fact}. Ist es dieselbe Person, geben Sie an beiden Stellen dieselbe employeeId an, sonst der Zeile einen anderen Benutzernamen.`,
  EmployeeIdTaken: (who) => `Diese Personalnummer ist schon vergeben (${who}). Berichtigen Sie sie.`,
  EmployeeIdConflict: (who) =>
    `Personalnummer und Benutzername gehören zwei verschiedenen Personen: ${who}. Berichtigen Sie, was nicht stimmt.`,
  OnPremisesMastered: (_, properties) =>
    `Diese Angaben werden im lokalen Verzeichnis verwaltet: ${properties}. Ändern Sie sie dort.`,
  InvalidSoftMatch: (who) =>
    `${who} hat den Benutzernamen oder die primäre Adresse dieses Objekts, gehört aber zu einem anderen. Berichtigen Sie den Namen auf einer der beiden Seiten.`,
  InvalidHardMatch: (who) =>
    `${who} hat den Anker oder die objectGUID dieses Objekts, gehört aber zu einem anderen. Berichtigen Sie mS-DS-ConsistencyGuid im lokalen Verzeichnis.`,
  RecipientSkipped: (kind) => `Das ist kein Postfach einer Person (${kind}). Die Zeile wurde übersprungen.`,
  MigrationPersonMissing: () =>
    'Niemand hat diesen Benutzernamen. Solange Personen aus dem lokalen Verzeichnis kommen, fügt eine Migration niemanden hinzu: Legen Sie die Person dort an und geben Sie diese Zeile nach der nächsten Synchronisierung noch einmal.',
  AnchorChanged: (who) =>
    `${who} hat einen anderen Anker, als dieses Objekt jetzt hat. Ein Anker ändert sich nie: Stellen Sie die frühere mS-DS-ConsistencyGuid wieder her.`,
};
