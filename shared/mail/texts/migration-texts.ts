/** Every text of the mails about migration batches, in each language. */
import type { MailLanguage } from '../../domain/organisation.ts';
import { counting } from '../../refusals/words/counting.ts';

/** A mail at one of the two moments; `told` is what became of the rows, as mails about imports have it. */
type MomentTexts = {
  subject: (batch: string, told: string) => string;
  title: string;
  introduction: (batch: string, file: string) => string;
};

/** All of them. */
export type MigrationTexts = {
  /** The people of the batch have their mailboxes. */
  synced: MomentTexts;
  /** Somebody said that the mail is over there: the final report. */
  completed: MomentTexts;
  /** Who has no licence yet, and for how many days that works; where they are listed. */
  grace: (days: number) => string;
  graceList: string;
  /** Above the request by which a batch is completed. */
  complete: string;
  /** What is said beside the day in a list of mailboxes in their grace. */
  ofBatch: (batch: string) => string;
};

const english = counting('en-GB');
const dutch = counting('nl');
const german = counting('de');
const chinese = counting('zh-Hans');

const texts: Readonly<Record<MailLanguage, MigrationTexts>> = {
  en: {
    synced: {
      subject: (batch, told) => `Migration batch ${batch}: ${told}`,
      title: 'The mailboxes of the migration batch are made',
      introduction: (batch, file) =>
        `The people of the migration batch ${batch} (${file}) have their accounts and mailboxes. Muster moves no mail: move it with the tool of your choice, and complete the batch when it is over.`,
    },
    completed: {
      subject: (batch, told) => `Migration batch ${batch} is complete: ${told}`,
      title: 'Final report of the migration batch',
      introduction: (batch, file) => `The migration batch ${batch} (${file}) was completed. This is its final report.`,
    },
    grace: (days) =>
      english(days, {
        one: 'Mailboxes without a licence are disabled after # day. Give their people licences before that.',
        other: 'Mailboxes without a licence are disabled after # days. Give their people licences before that.',
      }),
    graceList: 'Whose days run',
    complete: 'When the mail is over',
    ofBatch: (batch) => `migration batch ${batch}`,
  },
  nl: {
    synced: {
      subject: (batch, told) => `Migratiebatch ${batch}: ${told}`,
      title: 'De postvakken van de migratiebatch zijn gemaakt',
      introduction: (batch, file) =>
        `De mensen van migratiebatch ${batch} (${file}) hebben hun account en postvak. Muster verplaatst geen mail: doe dat met een hulpmiddel naar keuze en voltooi de batch wanneer alles over is.`,
    },
    completed: {
      subject: (batch, told) => `Migratiebatch ${batch} is voltooid: ${told}`,
      title: 'Eindrapport van de migratiebatch',
      introduction: (batch, file) => `Migratiebatch ${batch} (${file}) is voltooid. Dit is het eindrapport.`,
    },
    grace: (days) =>
      dutch(days, {
        one: 'Postvakken zonder licentie worden na # dag uitgeschakeld. Wijs voor die tijd licenties toe.',
        other: 'Postvakken zonder licentie worden na # dagen uitgeschakeld. Wijs voor die tijd licenties toe.',
      }),
    graceList: 'Wie nog een licentie nodig heeft',
    complete: 'Wanneer alle mail over is',
    ofBatch: (batch) => `migratiebatch ${batch}`,
  },
  de: {
    synced: {
      subject: (batch, told) => `Migrationsbatch ${batch}: ${told}`,
      title: 'Die Postfächer des Migrationsbatches sind angelegt',
      introduction: (batch, file) =>
        `Die Personen des Migrationsbatches ${batch} (${file}) haben ihre Konten und Postfächer. Muster verschiebt keine E-Mails: Tun Sie das mit einem Werkzeug Ihrer Wahl, und schließen Sie den Batch ab, wenn alles übertragen ist.`,
    },
    completed: {
      subject: (batch, told) => `Migrationsbatch ${batch} ist abgeschlossen: ${told}`,
      title: 'Abschlussbericht des Migrationsbatches',
      introduction: (batch, file) =>
        `Der Migrationsbatch ${batch} (${file}) wurde abgeschlossen. Dies ist der Abschlussbericht.`,
    },
    grace: (days) =>
      german(days, {
        one: 'Postfächer ohne Lizenz werden nach # Tag deaktiviert. Weisen Sie vorher Lizenzen zu.',
        other: 'Postfächer ohne Lizenz werden nach # Tagen deaktiviert. Weisen Sie vorher Lizenzen zu.',
      }),
    graceList: 'Wer noch eine Lizenz braucht',
    complete: 'Wenn alle E-Mails übertragen sind',
    ofBatch: (batch) => `Migrationsbatch ${batch}`,
  },
  'zh-Hans': {
    synced: {
      subject: (batch, told) => `迁移批处理 ${batch}：${told}`,
      title: '迁移批处理的邮箱已建立',
      introduction: (batch, file) =>
        `迁移批处理 ${batch}（${file}）中的用户已有帐户和邮箱。Muster 不移动邮件：请用您选择的工具移动，完成后再将该批处理标为完成。`,
    },
    completed: {
      subject: (batch, told) => `迁移批处理 ${batch} 已完成：${told}`,
      title: '迁移批处理的最终报告',
      introduction: (batch, file) => `迁移批处理 ${batch}（${file}）已完成。这是最终报告。`,
    },
    grace: (days) => chinese(days, { other: '没有许可证的邮箱将在 # 天后停用。请在此之前分配许可证。' }),
    graceList: '仍需许可证的用户',
    complete: '邮件全部移动之后',
    ofBatch: (batch) => `迁移批处理 ${batch}`,
  },
};

/** The texts of a language. */
export const migrationTextsIn = (language: MailLanguage): MigrationTexts => texts[language];
