/** The headings of the Microsoft 365 admin centre's template in each language, each list in the template's own order. */
import type { Column } from './columns.ts';
import { furtherTemplates, type Template } from './further-templates.ts';

/** The 16 columns since February 2023; before, `Alternate email address` was missing. */
export const templateOrder: readonly Column[] = [
  'userPrincipalName',
  'givenName',
  'surname',
  'displayName',
  'jobTitle',
  'department',
  'officeLocation',
  'businessPhones',
  'mobilePhone',
  'faxNumber',
  'otherMails',
  'streetAddress',
  'city',
  'state',
  'postalCode',
  'country',
];

/** The 15 columns of 2020. */
export const templateOrder2020: readonly Column[] = templateOrder.filter((column) => column !== 'otherMails');

/** In each language whose headings are known. */
export const templates: readonly Template[] = [
  {
    language: 'en',
    headings:
      'User Name,First Name,Last Name,Display Name,Job Title,Department,Office Number,Office Phone,Mobile Phone,Fax,Alternate email address,Address,City,State or Province,ZIP or Postal Code,Country or Region',
    also: {
      userPrincipalName: ['Username'],
      officeLocation: ['Office'],
      otherMails: ['Alternate email'],
      faxNumber: ['Fax number'],
      state: ['State'],
      postalCode: ['Postal code', 'ZIP code'],
      country: ['Country/Region', 'Country'],
    },
  },
  {
    // Column 7 has an en dash in the template and is the office number all the same.
    language: 'de',
    headings:
      'Benutzername,Vorname,Nachname,Anzeigename,Position,Abteilung,Telefon – Geschäftlich,Telefon (geschäftlich),Mobiltelefon,Fax,Alternative E-Mail-Adresse,Adresse,Ort,Bundesstaat,Postleitzahl,Land oder Region',
    also: {
      officeLocation: ['Büronummer', 'Büro'],
      businessPhones: ['Rufnummer'],
      faxNumber: ['Faxnummer'],
      state: ['Bundesland oder Kanton', 'Bundesland/Kanton', 'Bundesland'],
      postalCode: ['PLZ'],
      country: ['Land/Region', 'Land'],
      usageLocation: ['Nutzungsstandort', 'Verwendungsort', 'Nutzungsort'],
      licences: ['Lizenzen'],
      password: ['Kennwort', 'Passwort'],
      blockSignIn: ['Anmeldung blockieren'],
      preferredLanguage: ['Bevorzugte Sprache'],
    },
  },
  {
    // The alternate address is our guess: only the template of 15 columns was found.
    language: 'es',
    headings:
      'Nombre de usuario,Nombre,Apellidos,Nombre para mostrar,Puesto,Departamento,Número del trabajo,Teléfono del trabajo,Teléfono móvil,Número de fax,Dirección de correo electrónico alternativa,Dirección,Ciudad,Estado o provincia,Código postal,País o región',
    also: {
      surname: ['Apellido'],
      faxNumber: ['Fax'],
      otherMails: ['Correo electrónico alternativo', 'Dirección de correo alternativa'],
      country: ['País/Región', 'País'],
      usageLocation: ['Ubicación de uso'],
      licences: ['Licencias'],
      password: ['Contraseña'],
    },
  },
  {
    // The alternate address is our guess: the labels are those of the help page, which has 15.
    language: 'nl',
    headings:
      'Gebruikersnaam,Voornaam,Achternaam,Weergavenaam,Functie,Afdeling,Toestelnummer,Zakelijk nummer,Mobiel nummer,Fax,Alternatief e-mailadres,Adres,Plaats,Provincie,Postcode,Land of regio',
    also: {
      jobTitle: ['Functietitel'],
      officeLocation: ['Kantoornummer', 'Kantoor'],
      businessPhones: ['Telefoon werk', 'Zakelijke telefoon'],
      mobilePhone: ['Mobiele telefoon'],
      faxNumber: ['Faxnummer'],
      otherMails: ['Alternatief e-mail', 'Alternatieve e-mail', 'Alternatieve e-mailadres'],
      state: ['Staat of provincie'],
      country: ['Land/regio', 'Land'],
      usageLocation: ['Gebruikslocatie'],
      licences: ['Licenties'],
      password: ['Wachtwoord'],
      blockSignIn: ['Aanmelden blokkeren'],
      preferredLanguage: ['Voorkeurstaal'],
    },
  },
  ...furtherTemplates,
];
