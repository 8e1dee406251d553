import type { RequestRefusalTexts } from '../words/refusal-texts.ts';

/** Why a request was refused, in German. */
export const germanRequestRefusals: RequestRefusalTexts = {
  SignInFailed: () => 'Der Benutzername oder das Kennwort ist falsch.',
  TooManyAttempts: ({ fact }) =>
    `Es gab zu viele Anmeldeversuche mit diesem Benutzernamen. Versuchen Sie es ${fact === undefined ? 'später' : `in ${fact} Sekunden`} erneut.`,
  SignInLocked: () =>
    'Mit diesem Benutzernamen wurden zu viele falsche Kennwörter versucht. Melden Sie sich in einem Browser an, in dem Sie das schon getan haben, oder bitten Sie Ihren Administrator, das Kennwort zurückzusetzen.',
  PasswordChangeRequired: () => 'Zuerst muss das Kennwort geändert werden.',
  PasswordLapsed: () =>
    'Dieses vorläufige Kennwort wurde nicht rechtzeitig verwendet. Bitten Sie Ihren Administrator um ein neues.',
  AccountBlocked: () => 'Dieses Konto ist gesperrt. Wenden Sie sich an Ihren Administrator.',
  PasswordWrong: () => 'Das aktuelle Kennwort ist falsch.',
  PasswordRepeated: () => 'Das ist Ihr aktuelles oder Ihr letztes Kennwort. Wählen Sie ein neues.',
  OperatorTokenInvalid: () =>
    'Dies ist kein gültiges Operatortoken: Es wurde falsch eingegeben, widerrufen oder ist abgelaufen. Erstellen Sie ein neues (npm run token).',
  SignInCodeInvalid: () =>
    'Dieser Link wurde bereits verwendet oder ist älter als zehn Minuten. Fordern Sie dort einen neuen an, wo Sie ihn erhalten haben.',
  ClientSecretLimit: () => 'Eine Anwendung hat höchstens zwei Clientgeheimnisse. Entfernen Sie zuerst eines.',
  ApplicationOwn: () => 'Eine Anwendung kann sich nicht selbst ändern. Wenden Sie sich an einen Administrator.',
  TooManyTemplates: ({ fact }) =>
    `Es gibt ${fact} Vorlagen, und mehr werden nicht aufbewahrt. Entfernen Sie zuerst eine.`,
  TooManyOpenImports: ({ fact }) =>
    `Sie haben ${fact} Importe, die noch nicht beendet sind; mehr sind nicht möglich. Warten Sie auf einige, oder brechen Sie ab, was Sie nicht mehr brauchen.`,
  ImportOver: () =>
    'Der Import ist beendet; es gibt nichts mehr abzubrechen. Was er getan hat, kann rückgängig gemacht werden.',
  ImportNotOver: () => 'Der Import ist noch nicht beendet. Warten Sie sein Ende ab, oder brechen Sie ihn zuerst ab.',
  ImportNotResumable: () =>
    'Nur ein Import, der abgebrochen wurde, wartet oder wegen seiner Datei oder abgelehnter Zeilen anhielt, kann fortgesetzt werden.',
  BatchNotSynced: () =>
    'Nur ein synchronisierter Migrationsbatch kann abgeschlossen werden. Warten Sie, bis jede Zeile ihr Ergebnis hat, oder starten Sie ihn erneut.',
  NothingToUndo: () => 'Der Import hat niemanden geändert; es gibt nichts rückgängig zu machen.',
  NotADryRun: () =>
    'Nur ein Probelauf, der erfolgreich war, kann ausgeführt werden. Importieren Sie stattdessen die Datei.',
  ReadOtherwise: () =>
    'Ein Probelauf wird so ausgeführt, wie er gezeigt wurde, und die Datei würde anders gelesen. Machen Sie mit diesen Optionen einen neuen Probelauf, und führen Sie diesen aus.',
  UploadOver: () =>
    'Die Datei dieses Imports ist schon da, oder das Hochladen wurde beendet. Sehen Sie sich den Import an; wurde er abgebrochen, fordern Sie einen neuen an.',
  UploadIncomplete: ({ fact }) =>
    `${fact === undefined ? 'Ein Teil der Datei ist' : `Von der Datei sind die Teile ${fact}`} nicht oder anders angekommen. Fragen Sie ab, welche Teile da sind, senden Sie die übrigen, und schließen Sie das Hochladen dann ab.`,
  SeatsBelowAssigned: ({ fact }) =>
    `${fact} Lizenzen sind in Gebrauch; weniger sind nicht möglich. Geben Sie zuerst einige frei.`,
  SkuPartNumberTaken: () => 'Eine andere Lizenz hat diese skuPartNumber. Wählen Sie eine andere.',
  DeletionsExceedThreshold: ({ fact }) =>
    `Diese Synchronisierung würde ${fact} Personen löschen, mehr als ungeprüft gelöscht werden dürfen. Es wurde nichts geändert. Beheben Sie es im lokalen Verzeichnis, oder lassen Sie die Synchronisierung weitermachen, wenn es so gewollt ist.`,
  ConcurrentChange: () =>
    'Jemand hat dies im selben Augenblick geändert. Lesen Sie es erneut, und wiederholen Sie die Anforderung.',
  PreconditionFailed: () =>
    'Jemand hat dies geändert, seit Sie es gelesen haben (If-Match). Lesen Sie es erneut, und wiederholen Sie die Anforderung.',
  FilterNotServed: ({ fact }) =>
    `Das lässt sich nicht beantworten, ohne das ganze Verzeichnis zu lesen. Gefragt werden kann: ${fact}.`,
  BadJson: () => 'Der Inhalt der Anforderung ist kein JSON.',
  BodyNotUtf8: () =>
    'Der Inhalt der Anforderung ist nicht UTF-8, sodass Zeichen wie é verloren gingen. Senden Sie ihn als UTF-8; in Windows PowerShell: -Body ([Text.Encoding]::UTF8.GetBytes($json)).',
  UnsupportedContentType: ({ fact = 'application/json' }) => `Senden Sie den Inhalt der Anforderung als ${fact}.`,
  BodyTooLarge: ({ fact }) =>
    `Der Inhalt der Anforderung ist größer als ${fact} Bytes. Importieren Sie viele Personen mit einer CSV-Datei.`,
  Unauthenticated: () => 'Ein gültiges Token ist erforderlich. Melden Sie sich an.',
  Forbidden: () => 'Ihre Rollen erlauben das nicht.',
  NotFound: ({ fact }) =>
    fact === undefined
      ? 'Unter dieser Adresse gibt es nichts.'
      : `Für den Teil '${fact}' dieser Adresse gibt es nichts. GET /reference nennt alle Adressen.`,
  MethodNotAllowed: ({ fact }) => `Diese Adresse nimmt ${fact} und keine andere Methode.`,
  QueryInvalid: ({ target, fact }) => `Die Abfrageoption ${target} ist nicht gültig: ${fact}.`,
  DependencyFailed: () =>
    'Eine Anforderung, von der diese abhängt, ist fehlgeschlagen; deshalb wurde diese nicht ausgeführt.',
  AnswerTooLarge: ({ fact }) =>
    `Zusammen sind die Antworten größer als ${fact} Bytes. Fordern Sie kleinere Seiten oder weniger auf einmal an.`,
  NotAnswered: () =>
    'Es kam nicht rechtzeitig eine Antwort. Sehen Sie nach, ob dies ausgeführt wurde, bevor Sie es wiederholen.',
  IdempotencyKeyReused: () =>
    'Dieser Idempotency-Key wurde mit einem anderen Inhalt verwendet. Nehmen Sie für eine neue Person einen neuen Schlüssel.',
  PersonDeleted: ({ fact }) =>
    `Die Person, die diese Anforderung hinzugefügt hat, wurde danach gelöscht (ID ${fact}). Stellen Sie sie wieder her, oder nehmen Sie einen neuen Idempotency-Key.`,
  InternalError: () =>
    'Bei uns ist etwas schiefgegangen. Wiederholen Sie die Anforderung, und melden Sie die request-id, wenn es dabei bleibt.',
  PropertyUnknown: ({ target }) => `${target} ist keine Eigenschaft, die gesetzt werden kann. Entfernen Sie sie.`,
  UserNameDiffers: ({ fact }) =>
    `Die Person mit dieser Personalnummer hat den Benutzernamen ${fact}; er bleibt. Ändern Sie ihn von Hand, wenn die Datei recht hat.`,
  ServicePlanUnknown: ({ fact }) => `Die Lizenz hat keinen Serviceplan ${fact}. Siehe GET /v1.0/subscribedSkus.`,
  PasswordReplaced: () =>
    'Das Kennwort der Datei entspricht nicht den Kennwortregeln; deshalb wird stattdessen ein neu erzeugtes gesendet.',
  DeliveryConflict: () =>
    'Lassen Sie die Anmeldedaten entweder senden oder anzeigen, nicht beides; ein gewähltes Kennwort wird nicht angezeigt.',
  NoSeatsLeft: ({ target, fact }) =>
    `Von der Lizenz ${target} ist keine mehr frei; kaufen Sie ${fact} hinzu. Die Person wartet darauf.`,
  UserNameTaken: ({ fact }) =>
    `Dieser Benutzername ist schon vergeben${fact === undefined ? '' : ` (${fact})`}. Wählen Sie einen anderen.`,
  EmployeeIdTaken: ({ fact }) =>
    `Diese Personalnummer hat schon jemand anders${fact === undefined ? '' : ` (${fact})`}. Korrigieren Sie sie.`,
};
