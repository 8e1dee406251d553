import type { RequestRefusalTexts } from '../words/refusal-texts.ts';

/** Why a request was refused, in Dutch. */
export const dutchRequestRefusals: RequestRefusalTexts = {
  SignInFailed: () => 'De gebruikersnaam of het wachtwoord is onjuist.',
  TooManyAttempts: ({ fact }) =>
    `Er is te vaak geprobeerd met deze gebruikersnaam aan te melden. Probeer het ${fact === undefined ? 'later' : `over ${fact} seconden`} opnieuw.`,
  SignInLocked: () =>
    'Met deze gebruikersnaam zijn te veel onjuiste wachtwoorden geprobeerd. Meld u aan in een browser waarin u dat eerder deed, of vraag uw beheerder het wachtwoord opnieuw in te stellen.',
  PasswordChangeRequired: () => 'Het wachtwoord moet eerst worden gewijzigd.',
  PasswordLapsed: () => 'Dit tijdelijke wachtwoord is niet op tijd gebruikt. Vraag uw beheerder om een nieuw.',
  AccountBlocked: () => 'Dit account is geblokkeerd. Vraag uw beheerder.',
  PasswordWrong: () => 'Het huidige wachtwoord is onjuist.',
  PasswordRepeated: () => 'Dit is uw huidige of uw vorige wachtwoord. Kies een nieuw.',
  OperatorTokenInvalid: () =>
    'Dit is geen geldig operatortoken: het is verkeerd getypt, ingetrokken of verlopen. Maak een nieuw (npm run token).',
  SignInCodeInvalid: () =>
    'Deze koppeling is al gebruikt, of ouder dan tien minuten. Vraag een nieuwe waar u haar hebt gekregen.',
  ClientSecretLimit: () => 'Een toepassing heeft ten hoogste twee clientgeheimen. Verwijder er eerst een.',
  ApplicationOwn: () => 'Een toepassing kan zichzelf niet wijzigen. Vraag een beheerder.',
  TooManyTemplates: ({ fact }) => `Er zijn ${fact} sjablonen, en meer worden er niet bewaard. Verwijder er eerst een.`,
  TooManyOpenImports: ({ fact }) =>
    `U hebt ${fact} imports die nog niet klaar zijn; meer kunnen het er niet zijn. Wacht op enkele, of annuleer wat u niet meer nodig hebt.`,
  ImportOver: () =>
    'De import is klaar; er valt niets meer te annuleren. Wat hij gedaan heeft, kan ongedaan worden gemaakt.',
  ImportNotOver: () => 'De import is nog niet klaar. Wacht tot hij klaar is, of annuleer hem eerst.',
  ImportNotResumable: () =>
    'Alleen een import die is geannuleerd, wacht, of door zijn bestand of zijn geweigerde rijen is gestopt, kan verdergaan.',
  BatchNotSynced: () =>
    'Alleen een gesynchroniseerde migratiebatch kan worden voltooid. Wacht tot elke rij haar uitkomst heeft, of start de batch opnieuw.',
  NothingToUndo: () => 'De import heeft niemand gewijzigd; er valt niets ongedaan te maken.',
  NotADryRun: () =>
    'Alleen een proefimport die is geslaagd, kan worden uitgevoerd. Importeer in plaats daarvan het bestand.',
  ReadOtherwise: () =>
    'Een proefimport wordt uitgevoerd zoals die is getoond, en het bestand zou anders worden gelezen. Doe met deze opties een nieuwe proefimport, en voer die uit.',
  UploadOver: () =>
    'Het bestand van deze import is er al, of het uploaden is beëindigd. Bekijk de import; is die geannuleerd, vraag dan een nieuwe aan.',
  UploadIncomplete: ({ fact }) =>
    `${fact === undefined ? 'Een deel van het bestand is' : `Van het bestand zijn de delen ${fact}`} niet of anders aangekomen. Vraag welke delen er zijn, stuur de andere, en sluit het uploaden dan af.`,
  SeatsBelowAssigned: ({ fact }) =>
    `Er zijn ${fact} licenties in gebruik; minder kan niet. Maak er eerst een paar vrij.`,
  SkuPartNumberTaken: () => 'Een andere licentie heeft deze skuPartNumber al. Kies een andere.',
  DeletionsExceedThreshold: ({ fact }) =>
    `Deze synchronisatie zou ${fact} personen verwijderen, meer dan zonder controle mag. Er is niets gewijzigd. Herstel de lokale directory, of laat de synchronisatie verdergaan als het de bedoeling is.`,
  ConcurrentChange: () => 'Iemand heeft dit op hetzelfde moment gewijzigd. Lees het opnieuw en herhaal het verzoek.',
  PreconditionFailed: () =>
    'Iemand heeft dit gewijzigd nadat u het las (If-Match). Lees het opnieuw en herhaal het verzoek.',
  FilterNotServed: ({ fact }) =>
    `Dit kan niet worden beantwoord zonder de hele adreslijst te lezen. Wat wel gevraagd kan worden: ${fact}.`,
  BadJson: () => 'De inhoud van het verzoek is geen JSON.',
  BodyNotUtf8: () =>
    'De inhoud van het verzoek is geen UTF-8, zodat tekens als é verloren zouden gaan. Stuur ze als UTF-8; in Windows PowerShell: -Body ([Text.Encoding]::UTF8.GetBytes($json)).',
  UnsupportedContentType: ({ fact = 'application/json' }) => `Stuur de inhoud van het verzoek als ${fact}.`,
  BodyTooLarge: ({ fact }) =>
    `De inhoud van het verzoek is groter dan ${fact} bytes. Importeer veel mensen met een CSV-bestand.`,
  Unauthenticated: () => 'Er is een geldig token nodig. Meld u aan.',
  Forbidden: () => 'Uw rollen staan dit niet toe.',
  NotFound: ({ fact }) =>
    fact === undefined
      ? 'Op dit adres is niets.'
      : `Er is niets voor het deel '${fact}' van dit adres. GET /reference heeft alle adressen die er zijn.`,
  MethodNotAllowed: ({ fact }) => `Dit adres neemt ${fact}, en geen andere methode.`,
  QueryInvalid: ({ target, fact }) => `De queryoptie ${target} is niet geldig: ${fact}.`,
  DependencyFailed: () => 'Een verzoek waarvan dit afhangt, is mislukt; daarom is dit niet gedaan.',
  AnswerTooLarge: ({ fact }) =>
    `Samen zijn de antwoorden groter dan ${fact} bytes. Vraag kleinere pagina's, of minder tegelijk.`,
  NotAnswered: () => 'Er kwam niet op tijd antwoord. Kijk of dit gedaan is voordat u het herhaalt.',
  IdempotencyKeyReused: () =>
    'Deze Idempotency-Key is met een andere inhoud gebruikt. Gebruik voor een nieuwe persoon een nieuwe sleutel.',
  PersonDeleted: ({ fact }) =>
    `De persoon die met dit verzoek is toegevoegd, is daarna verwijderd (id ${fact}). Herstel de persoon, of gebruik een nieuwe Idempotency-Key.`,
  InternalError: () => 'Er ging bij ons iets mis. Herhaal het verzoek, en meld de request-id als het niet overgaat.',
  PropertyUnknown: ({ target }) => `${target} is geen eigenschap die kan worden ingesteld. Verwijder die.`,
  UserNameDiffers: ({ fact }) =>
    `De persoon met dit personeelsnummer heeft de gebruikersnaam ${fact}; die blijft. Wijzig hem met de hand als het bestand gelijk heeft.`,
  ServicePlanUnknown: ({ fact }) => `De licentie heeft geen serviceplan ${fact}. Zie GET /v1.0/subscribedSkus.`,
  PasswordReplaced: () =>
    'Het wachtwoord van het bestand voldoet niet aan de wachtwoordregels; daarom wordt een nieuw wachtwoord gemaakt en gemaild.',
  DeliveryConflict: () =>
    'Laat de aanmeldgegevens mailen of tonen, niet beide; een gekozen wachtwoord wordt niet getoond.',
  NoSeatsLeft: ({ target, fact }) =>
    `Er is geen licentie ${target} meer over; koop er ${fact} bij. De persoon wacht daarop.`,
  UserNameTaken: ({ fact }) =>
    `Deze gebruikersnaam is al in gebruik${fact === undefined ? '' : ` (${fact})`}. Kies een andere.`,
  EmployeeIdTaken: ({ fact }) =>
    `Dit personeelsnummer is al van iemand anders${fact === undefined ? '' : ` (${fact})`}. Verbeter het.`,
};
