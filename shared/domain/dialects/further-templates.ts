/** The headings of the Microsoft 365 admin centre's template in languages in which no mail is written, and in Chinese. */
import type { Column } from './columns.ts';

/** A template of 16 headings, with the further labels that its help page or other versions have. */
export type Template = { language: string; headings: string; also?: Partial<Record<Column, string[]>> };

/** Those of the help pages in each language, unless it is said where else they are from. */
export const furtherTemplates: readonly Template[] = [
  {
    // As a public project writes it; the help page has other labels. The alternate address is our guess.
    language: 'zh-Hans',
    headings:
      '用户名,名字,姓氏,显示名称,职务,部门,办公室号码,办公室电话,移动电话,传真号码,备用电子邮件地址,地址,城市,省/自治区/直辖市,邮政编码,国家或地区',
    also: {
      userPrincipalName: ['用户名称', '用户主体名称', '登录名', '账号', '帐号'],
      givenName: ['名'],
      surname: ['姓'],
      displayName: ['显示名'],
      jobTitle: ['职位', '职称'],
      officeLocation: ['办公室', 'Office 号码', '办公室编号'],
      businessPhones: ['办公电话', '工作电话'],
      mobilePhone: ['手机', '手机号码', 'Mobile Phone － 移动电话'],
      faxNumber: ['传真'],
      otherMails: ['备用电子邮件', '备用邮箱', '备用邮箱地址', '备用电子邮箱', '备用电子邮箱地址', '其他电子邮件地址'],
      streetAddress: ['街道地址', '街道'],
      city: ['市/县', '市'],
      state: ['省', '省份', '州/省', '州或省', '省/市/自治区', '省/市/自治区/直辖市'],
      postalCode: ['邮编', '邮政编码(ZIP)'],
      country: ['国家/地区', '国家'],
      usageLocation: ['使用位置', '使用地点'],
      licences: ['许可证', '产品许可证'],
      employeeId: ['员工 ID', '员工编号', '工号'],
      preferredLanguage: ['首选语言'],
      password: ['密码', '初始密码'],
      roles: ['角色'],
      blockSignIn: ['阻止登录'],
    },
  },
  {
    // The labels of the help page; the alternate address is our guess.
    language: 'zh-Hant',
    headings:
      '使用者名稱,名字,姓氏,顯示名稱,職稱,部門,辦公室號碼,辦公室電話,行動電話,傳真,備用電子郵件地址,地址,城市,省/市,郵遞區號,國家/地區',
    also: {
      userPrincipalName: ['帳號名稱', '帳號'],
      jobTitle: ['職務'],
      officeLocation: ['辦公室'],
      mobilePhone: ['手機'],
      faxNumber: ['傳真號碼'],
      otherMails: ['備用電子郵件', '替代電子郵件地址'],
      state: ['州/省', '省或州', '縣/市'],
      country: ['國家或地區', '國家'],
      usageLocation: ['使用位置'],
      licences: ['授權'],
      password: ['密碼'],
    },
  },
  {
    // From here on, the labels of the help page; the alternate address is our guess.
    language: 'fr',
    headings:
      "Nom d'utilisateur,Prénom,Nom,Nom d'affichage,Poste,Service,Numéro du bureau,Téléphone (bureau),Téléphone mobile,Télécopie,Autre adresse de messagerie,Adresse,Ville,Département ou région,Code postal,Pays ou région",
    also: {
      userPrincipalName: ['Utilisateur', 'Identifiant', 'Identifiant de connexion'],
      surname: ['Nom de famille'],
      displayName: ['Nom complet'],
      jobTitle: ['Fonction', 'Titre'],
      officeLocation: ['Bureau', 'Numéro de bureau'],
      businessPhones: ['Téléphone professionnel', 'Téléphone du bureau', 'Téléphone'],
      mobilePhone: ['Mobile'],
      faxNumber: ['Fax'],
      otherMails: ['Adresse e-mail secondaire', 'Autre adresse e-mail'],
      state: ['État ou province', 'Département'],
      country: ['Pays/Région', 'Pays'],
      password: ['Mot de passe'],
    },
  },
  {
    language: 'it',
    headings:
      'Nome utente,Nome,Cognome,Nome visualizzato,Posizione,Reparto,Numero ufficio,Telefono ufficio,Telefono cellulare,Fax,Indirizzo di posta elettronica alternativo,Indirizzo,Città,Provincia,CAP,Paese o area geografica',
    also: { otherMails: ['Indirizzo e-mail alternativo'], jobTitle: ['Qualifica'] },
  },
  {
    language: 'pt',
    headings:
      'Nome de Usuário,Nome,Sobrenome,Nome de Exibição,Cargo,Departamento,Número Comercial,Telefone Comercial,Telefone Celular,Fax,Endereço de email alternativo,Endereço,Cidade,Estado ou Província,CEP,País ou Região',
    also: {
      userPrincipalName: ['Nome de utilizador'],
      surname: ['Apelido'],
      displayName: ['Nome para exibição', 'Nome a apresentar'],
      password: ['Senha'],
    },
  },
  {
    language: 'ja',
    headings:
      'ユーザー名,名,姓,表示名,役職,部署,事務所番号,会社電話,携帯電話,FAX,連絡用メール アドレス,番地,市区町村,都道府県,郵便番号,国または地域',
    also: {
      otherMails: ['代替メール アドレス', '予備のメール アドレス'],
      faxNumber: ['FAX 番号'],
      password: ['パスワード'],
    },
  },
  {
    language: 'pl',
    headings:
      'Nazwa użytkownika,Imię,Nazwisko,Nazwa wyświetlana,Stanowisko,Dział,Numer biura,Tel. w biurze,Telefon komórkowy,Faks,Alternatywny adres e-mail,Adres,Miasto,Województwo,Kod pocztowy,Kraj lub region',
    also: { businessPhones: ['Telefon służbowy'], password: ['Hasło'] },
  },
];
