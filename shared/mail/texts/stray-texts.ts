/** What administrators are told of objects in the import bucket that were not taken, by language. */
import type { StrayObject, StrayReason } from '../../domain/imports/stray-object.ts';
import type { MailLanguage } from '../../domain/organisation.ts';
import { counting } from '../../refusals/words/counting.ts';

/** Titles by kind; what each object is told by; and what to do. */
export type StrayTexts = Readonly<
  Record<StrayObject['kind'], { title: (count: number) => string; introduction: string }>
> & {
  name: string;
  sizeAndMoment: string;
  whatToDo: string;
  reasons: Readonly<Record<StrayReason, string>>;
  optionsReason: string;
  more: (count: number) => string;
};

const [en, nl, de, zh] = ['en-GB', 'nl', 'de', 'zh-Hans'].map(counting) as [Count, Count, Count, Count];
type Count = ReturnType<typeof counting>;

export const strayTexts: Readonly<Record<MailLanguage, StrayTexts>> = {
  en: {
    objectNotTaken: {
      title: (count) =>
        en(count, {
          one: '# file in the import bucket was not imported',
          other: '# files in the import bucket were not imported',
        }),
      introduction:
        'These files were put into the bucket from which people are imported, and nothing was done with them, because of their names.',
    },
    optionsNotUsed: {
      title: (count) =>
        en(count, {
          one: '# file of options has lain unused for a day',
          other: '# files of options have lain unused for a day',
        }),
      introduction:
        'These files of options lie in the import bucket, and no file of people was imported with them. Options count for a file only that is put there after them.',
    },
    name: 'File',
    sizeAndMoment: 'Size, put there on',
    whatToDo: 'What to do',
    reasons: {
      compressed: 'An archive is not read: unpack it and put the .csv or .xlsx file that is inside.',
      json: 'Options are read only from NAME.options.json, beside the file NAME.csv or NAME.xlsx: give it such a name, and put the file of people after it.',
      unfinished:
        'The name is that of a file that is still being written or copied: put it again under its own name, or delete it.',
      other: 'If it has people, save it as .csv or .xlsx and put that; otherwise delete it.',
    },
    optionsReason:
      'Put the file of people, once more if it was there before, under the same name with .csv or .xlsx; or delete the options.',
    more: (count) => en(count, { one: '# more file; the bucket has it.', other: '# more files; the bucket has them.' }),
  },
  nl: {
    objectNotTaken: {
      title: (count) =>
        nl(count, {
          one: '# bestand in de importbucket is niet geïmporteerd',
          other: '# bestanden in de importbucket zijn niet geïmporteerd',
        }),
      introduction:
        'Deze bestanden zijn in de bucket gezet waaruit personen worden geïmporteerd. Er is niets mee gedaan, vanwege hun naam.',
    },
    optionsNotUsed: {
      title: (count) =>
        nl(count, {
          one: '# optiebestand ligt al een dag ongebruikt',
          other: '# optiebestanden liggen al een dag ongebruikt',
        }),
      introduction:
        'Deze optiebestanden liggen in de importbucket en er is geen bestand met personen mee geïmporteerd. Opties gelden alleen voor een bestand dat erna wordt geplaatst.',
    },
    name: 'Bestand',
    sizeAndMoment: 'Grootte, geplaatst op',
    whatToDo: 'Wat te doen',
    reasons: {
      compressed: 'Een archief wordt niet gelezen: pak het uit en plaats het .csv- of .xlsx-bestand dat erin zit.',
      json: 'Opties worden alleen gelezen uit NAAM.options.json, naast het bestand NAAM.csv of NAAM.xlsx: geef het zo’n naam en plaats daarna het bestand met personen.',
      unfinished:
        'De naam is die van een bestand dat nog wordt geschreven of gekopieerd: plaats het opnieuw onder de eigen naam, of verwijder het.',
      other: 'Bevat het personen, sla het dan op als .csv of .xlsx en plaats dat; verwijder het anders.',
    },
    optionsReason:
      'Plaats het bestand met personen, opnieuw als het er al was, onder dezelfde naam met .csv of .xlsx; of verwijder de opties.',
    more: (count) =>
      nl(count, { one: 'Nog # bestand; het ligt in de bucket.', other: 'Nog # bestanden; ze liggen in de bucket.' }),
  },
  de: {
    objectNotTaken: {
      title: (count) =>
        de(count, {
          one: '# Datei im Import-Bucket wurde nicht importiert',
          other: '# Dateien im Import-Bucket wurden nicht importiert',
        }),
      introduction:
        'Diese Dateien wurden in den Bucket gelegt, aus dem Personen importiert werden. Wegen ihrer Namen ist nichts mit ihnen geschehen.',
    },
    optionsNotUsed: {
      title: (count) =>
        de(count, {
          one: '# Optionsdatei liegt seit einem Tag ungenutzt',
          other: '# Optionsdateien liegen seit einem Tag ungenutzt',
        }),
      introduction:
        'Diese Optionsdateien liegen im Import-Bucket, und keine Datei mit Personen wurde mit ihnen importiert. Optionen gelten nur für eine Datei, die nach ihnen abgelegt wird.',
    },
    name: 'Datei',
    sizeAndMoment: 'Größe, abgelegt am',
    whatToDo: 'Was zu tun ist',
    reasons: {
      compressed: 'Ein Archiv wird nicht gelesen: Entpacken Sie es und legen Sie die .csv- oder .xlsx-Datei darin ab.',
      json: 'Optionen werden nur aus NAME.options.json neben der Datei NAME.csv oder NAME.xlsx gelesen: Benennen Sie die Datei so und legen Sie danach die Datei mit Personen ab.',
      unfinished:
        'Der Name ist der einer Datei, die noch geschrieben oder kopiert wird: Legen Sie sie unter ihrem eigenen Namen erneut ab, oder löschen Sie sie.',
      other:
        'Enthält sie Personen, speichern Sie sie als .csv oder .xlsx und legen Sie diese ab; sonst löschen Sie sie.',
    },
    optionsReason:
      'Legen Sie die Datei mit Personen, falls sie schon da war erneut, unter demselben Namen mit .csv oder .xlsx ab; oder löschen Sie die Optionen.',
    more: (count) =>
      de(count, { one: '# weitere Datei; sie liegt im Bucket.', other: '# weitere Dateien; sie liegen im Bucket.' }),
  },
  'zh-Hans': {
    objectNotTaken: {
      title: (count) => zh(count, { other: '导入存储桶中有 # 个文件未导入' }),
      introduction: '以下文件已放入用于导入用户的存储桶，但由于文件名不符合要求，系统未作任何处理。',
    },
    optionsNotUsed: {
      title: (count) => zh(count, { other: '有 # 个选项文件已闲置一天' }),
      introduction: '以下选项文件位于导入存储桶中，但没有用户文件与其一起导入。选项仅对之后放入的文件生效。',
    },
    name: '文件',
    sizeAndMoment: '大小，放入时间',
    whatToDo: '处理方法',
    reasons: {
      compressed: '无法读取压缩包：请解压，然后放入其中的 .csv 或 .xlsx 文件。',
      json: '选项只从与 NAME.csv 或 NAME.xlsx 同名的 NAME.options.json 中读取：请按此命名，然后再放入用户文件。',
      unfinished: '该名称属于仍在写入或复制的文件：请以其原名重新放入，或将其删除。',
      other: '如果其中包含用户，请另存为 .csv 或 .xlsx 后放入；否则请将其删除。',
    },
    optionsReason: '请以相同名称放入 .csv 或 .xlsx 用户文件（如已存在，请重新放入），或删除该选项文件。',
    more: (count) => zh(count, { other: '另有 # 个文件，均在存储桶中。' }),
  },
};
