/** The headings of lists that systems of personnel and payroll write, in the languages of the mails and in French. */
import type { Meaning } from './columns.ts';

/** Headings by their meaning, separated by commas: each language has its words for the same few things. */
const words: readonly (readonly [Meaning, string])[] = [
  [
    'userPrincipalName?',
    'Work Email,Work Email Address,Email (Work),Email - Work,Email - Primary Work,Business Email,Business Email Address,Business Email Information Email Address,Company Email,Corporate Email,Office Email,Primary Work Email,Email: Work,Geschäftliche E-Mail,Geschäftliche E-Mail-Adresse,E-Mail geschäftlich,E-Mail (geschäftlich),E-Mail (Arbeit),Dienstliche E-Mail,Firmen-E-Mail,Zakelijk e-mailadres,Zakelijke e-mail,E-mail zakelijk,E-mail werk,Werk e-mail,E-mailadres werk,Correo de trabajo,Correo electrónico de trabajo,Correo corporativo,Correo electrónico corporativo,Email professionnel,E-mail professionnel,Adresse e-mail professionnelle,工作邮箱,企业邮箱,公司邮箱,办公邮箱,工作電子郵件,公司信箱,会社メールアドレス',
  ],
  [
    'userPrincipalName??',
    'Email,Email Address,Mail,Primary Email,E-Mail-Adresse,Mailadresse,E-mailadres,Correo,Correo electrónico,Dirección de correo electrónico,Adresse e-mail,Adresse électronique,Courriel,邮箱,电子邮箱,邮箱地址,电子邮件,电子邮件地址,電子郵件,電子郵件地址,信箱,メールアドレス',
  ],
  ['userPrincipalName', 'UPN'],
  [
    'otherMails',
    'Personal Email,Personal Email Address,Private Email,Home Email,Email (Personal),Email - Home,Secondary Email,Other Email,Private E-Mail,Private E-Mail-Adresse,E-Mail privat,E-Mail (privat),Privé e-mail,Privé e-mailadres,E-mail privé,E-mailadres privé,Correo personal,Correo electrónico personal,Email personnel,E-mail personnel,个人邮箱,私人邮箱,備用電子郵件地址,备用邮箱',
  ],
  [
    'surnameAndGivenName',
    'Last Name, First Name,Payroll Name,Last, First,Lastname, Firstname,Surname, First Name,Nachname, Vorname,Name, Vorname,Achternaam, voornaam,Naam, voornaam,Apellidos, nombre,Nom, prénom',
  ],
  [
    'givenName',
    'First Name,Firstname,Given Name,Forename,Legal First Name,Vorname,Vornamen,Rufname,Voornaam,Roepnaam,Nombre,Nombres,Nombre de pila,Prénom,名,名字',
  ],
  [
    'surname',
    'Last Name,Lastname,Surname,Family Name,Legal Last Name,Nachname,Familienname,Achternaam,Apellido,Apellidos,Nom de famille,姓,姓氏',
  ],
  [
    'displayName?',
    'Full Name,Preferred Full Name,Vollständiger Name,Mitarbeitername,Volledige naam,Naam medewerker,Nombre completo,Nom complet,姓名,员工姓名,全名,氏名',
  ],
  [
    'displayName??',
    'Name,Employee Name,Employee,Worker,Legal Name,Full Legal Name,Mitarbeiter,Naam,Medewerker,Empleado,Salarié',
  ],
  ['displayName', 'Display Name'],
  [
    'employeeId?',
    'Employee #,Employee Number,Employee No,Employee No.,Emp No,Personnel Number,Personnel No,Personnel No.,Staff Number,Personalnummer,Personal-Nr,Personal-Nr.,Pers.-Nr.,PersNr,Mitarbeiternummer,Mitarbeiter-ID,Mitarbeiter-Nr.,Personeelsnummer,Medewerkersnummer,Medewerker-ID,Medewerkernummer,Número de empleado,Nº de empleado,ID de empleado,Código de empleado,Matricule,Numéro de matricule,工号,员工编号,员工工号,员工号,人员编号,人员工号,員工編號,社員番号',
  ],
  ['employeeId??', 'Emp ID,Employee Code,Staff ID,Worker ID,Associate ID,Payroll Number'],
  [
    'jobTitle?',
    'Job Title,Job Information Job Title,Stelle,Stellenbezeichnung,Berufsbezeichnung,Jobtitel,Functie,Functietitel,Functienaam,Puesto,Cargo,Puesto de trabajo,Poste,Fonction,Intitulé du poste,职位,岗位,職稱,役職',
  ],
  ['jobTitle??', 'Title,Business Title,Position,Position Title,Job,Funktion,职务'],
  [
    'department?',
    'Department,Department Name,Home Department,Dept,Abteilung,Abteilungsname,Afdeling,Departamento,Área,Service,Département,部门,部门名称,所属部门,部門,部署',
  ],
  [
    'officeLocation?',
    'Office,Office Location,Büro,Niederlassung,Kantoor,Oficina,Centro de trabajo,Site de travail,Lieu de travail,Établissement,办公地点,办公室,辦公地點',
  ],
  [
    'officeLocation??',
    'Location,Work Location,Site,Workplace,Standort,Arbeitsort,Locatie,Vestiging,Werklocatie,Ubicación,工作地点',
  ],
  [
    'businessPhones',
    'Work Phone,Phone,Telephone,Phone Number,Business Phone,Office Phone,Business Phone Number,Work Telephone,Telefon,Telefonnummer,Telefon geschäftlich,Diensttelefon,Telefoon,Telefoonnummer,Telefoon werk,Zakelijk telefoonnummer,Teléfono,Teléfono de trabajo,Téléphone,Téléphone professionnel,电话,办公电话,座机,电话号码,電話',
  ],
  [
    'mobilePhone?',
    'Mobile,Mobile Phone,Mobile Number,Cell,Cell Phone,Mobile Phone Number,Work Mobile,Mobil,Handy,Handynummer,Mobiltelefon,Mobilnummer,Diensthandy,Mobiel,Mobiele telefoon,Mobiel nummer,Móvil,Teléfono móvil,Portable,Téléphone portable,手机,手机号,手机号码,移动电话,手機,行動電話',
  ],
  [
    'streetAddress?',
    'Street,Street Address,Address Line 1,Address 1,Straße,Strasse,Straße und Hausnummer,Straat,Calle,Rue',
  ],
  ['streetAddress??', 'Address,Adresse,Anschrift,Adres,Dirección,地址'],
  ['city?', 'City,Town,Ort,Stadt,Plaats,Stad,Ciudad,Población,Ville,城市'],
  ['state?', 'State,Province,Region,State/Province,Bundesland,Provincie,Provincia,省份,省'],
  ['postalCode?', 'Postal Code,Postcode,Zip,Zip Code,Postleitzahl,PLZ,Código postal,Code postal,邮编,邮政编码'],
  ['country?', 'Country,Land,País,Pays,国家,国家/地区,國家'],
  [
    'suspended',
    'Status,Employee Status,Position Status,Employment Status,Worker Status,Beschäftigungsstatus,Mitarbeiterstatus,Medewerkerstatus,Estado,Statut,在职状态,员工状态,状态',
  ],
  ['preferredLanguage?', 'Language,Preferred Language,Sprache,Taal,Idioma,Langue,语言'],
];

/** What such lists have besides, and has no use here; some of it is nobody else's business. */
const others =
  "#,No,No.,Nr,Nr.,Lfd. Nr.,Row,序号,Nº,Preferred Name,Nickname,Middle Name,Middle Initial,Initials,Prefix,Suffix,Salutation,Anrede,Titel,Aanhef,Tussenvoegsel,Initialen,英文名,Hire Date,Start Date,Original Hire Date,Rehire Date,Termination Date,End Date,Last Day of Work,Probation End Date,Seniority Date,Contract End Date,Eintrittsdatum,Austrittsdatum,Eintritt,Austritt,Vertragsende,Vertragsbeginn,Probezeitende,Befristet bis,Datum in dienst,Datum uit dienst,In dienst,Uit dienst,Startdatum,Einddatum,Contracttype,Fecha de alta,Fecha de contratación,Fecha de baja,Date d'embauche,Date d'entrée,Date de sortie,入职日期,入职时间,离职日期,转正日期,Reporting to,Reports To,Manager,Manager Name,Manager Email,Manager ID,Supervisor,Supervisor Name,Supervisor Email,Supervisor ID,Line Manager,Direct Manager,Vorgesetzter,Vorgesetzte,Führungskraft,Leidinggevende,Responsable,直属上级,上级,直属主管,主管,Company,Company Name,Company Code,Legal Entity,Organization,Organisation,Business Unit,Division,Team,Teams,Group,Cost Center,Cost Centre,Cost Center Name,Unternehmen,Gesellschaft,Firma,Bereich,Kostenstelle,Kostenstellen,Bedrijf,Team(s),Kostenplaats,Empresa,Société,公司,所属公司,成本中心,组织,Birthday,Birth Date,Date of Birth,Age,Gender,Sex,Nationality,Marital Status,Place of Birth,Ethnicity,Geburtsdatum,Geburtstag,Geburtsort,Geschlecht,Nationalität,Staatsangehörigkeit,Familienstand,Geboortedatum,Geslacht,Nationaliteit,Fecha de nacimiento,Sexo,Género,Nacionalidad,Date de naissance,Sexe,性别,出生日期,民族,身份证号,身份证号码,Employment Type,Employee Type,Worker Type,Contract Type,Type of Employment,Full Time/Part Time,FTE,Weekly Hours,Working Hours,Scheduled Weekly Hours,Beschäftigungsart,Anstellungsart,Vertragsart,Wochenstunden,Wochenarbeitszeit,Dienstverband,Uren per week,Tipo de contrato,Type de contrat,员工类型,合同类型,Salary,Pay Rate,Pay Type,Pay Group,Compensation,Base Salary,Gehalt,Stundenlohn,IBAN,BIC,Bank,Salaris,Salario,Salaire,薪资,SSN,SSN #,TIN #,Tax ID,National ID,Social Security Number,Sozialversicherungsnummer,Steuer-ID,Steueridentifikationsnummer,BSN,NIF,DNI,Job Code,Job Family,Job Profile,Job Level,Grade,Level,职级,Supervisory Organization,Position ID,File Number,User ID,Sys ID,Home Phone,Home Address,Home Phone Number,Wohnort,Woonplaats,Home City,Private Address,Privatadresse,Privéadres,家庭住址,现住址,Telefon privat,Work Phone Ext,Work Phone Ext.,Work Ext.,Extension,Durchwahl,Address Line 2,Address 2,Emergency Contact,Notes,Comments,Remarks,Bemerkung,Bemerkungen,Notiz,Opmerkingen,Observaciones,备注,OU,Org Unit,Organizational Unit,Photo,LinkedIn,Last Modified,Created At,Updated At,Time Zone,Timezone,学历,角色";

/** Cut where no blank follows: a heading may have a comma itself (`Last Name, First Name`). */
const headingsIn = (list: string): string[] => list.split(/,(?! )/);

/** All of them. A list names a person in full, or the parts of the name; employees have a number, and an address at work. */
export const personnelHeadings: Readonly<Record<string, Meaning>> = {
  ...Object.fromEntries(headingsIn(others).map((heading) => [heading, 'ignored' as const])),
  ...Object.fromEntries(words.flatMap(([meaning, list]) => headingsIn(list).map((heading) => [heading, meaning]))),
};

/** Given names, folded, of languages in which the bare word for a name beside one is the surname (`Name;Vorname`). */
export const givenNamesBesideName = new Map([
  ['vorname', 'name'],
  ['vornamen', 'name'],
  ['voornaam', 'naam'],
  ['prénom', 'nom'],
]);
