import { isOfUserName, numbersIn } from '../words/numbers-in.ts';
import type { RowRefusalTexts } from '../words/refusal-texts.ts';

/** Why a row was refused, in simplified Chinese. */
export const chineseRowRefusals: RowRefusalTexts = {
  CellCountWrong: (fact) =>
    `该行的单元格数与标题数不符：${fact}。请使每个标题对应一个单元格，并用引号括住含分隔符的内容。`,
  UserNameMissing: () => '缺少用户名。请提供用户名，例如 name@domain。',
  DisplayNameMissing: () => '缺少显示名称。请提供显示名称。',
  UserNameIllegal: () =>
    "用户名含有不允许的字符，或不是 name@domain 的形式。@ 之前只能使用 A-Z、a-z、0-9 和 ' . - _ ! # ^ ~，且首尾不能是句点。",
  DomainNotVerified: (domain) => `域 ${domain} 不属于本组织。请使用已验证的域。`,
  ValueTooLong: (most, property) =>
    `${property} 超过 ${isOfUserName(most) ? '@ 之前 ' : ''}${numbersIn(most).join(' 个、之后 ')} 个字符。请缩短。`,
  ValueMissing: (_, property) => `${property} 为必填项。请填写。`,
  ValueInvalid: (fact, property) => `${property} 无效：${fact}。`,
  DuplicateInFile: (row, property) =>
    `此文件的第 ${row} 行有相同的${property === 'employeeId' ? '员工编号' : '用户名'}。请只保留其中一行。`,
  PersonDiffers: (properties) =>
    `该用户已存在，且以下内容不同：${properties}。未作任何更改；如要更改该用户，请使用 existingPeople "update" 导入。`,
  ChangedSincePlan: (fact) => `该行的结果将与计划不符：${fact}。未作任何更改。`,
  ChangedSinceImport: (properties) => `该用户在此次导入后已更改（${properties}），因此保留原状。请手动更改或删除。`,
  SignedInSince: () => '该用户在此次导入后已登录，因此保留原状。请手动删除。',
  PersonGone: () => '该用户已被永久删除，没有可撤销的内容。',
  UserNameTaken: (who) => `此用户名已被使用（${who}）。请选择其他用户名。`,
  LicenceUnknown: (licence) => `本组织没有这个名称的许可证：${licence}。`,
  RoleUnknown: (role) => `没有名为 ${role} 的管理员角色。`,
  RoleNotYours: () =>
    '只有 Global Administrator 可以授予此角色；其他管理员角色也可由 Privileged Role Administrator 授予。',
  RoleOwn: () => '不能为自己授予角色。请联系其他管理员。',
  PersonProtected: () => '该用户是管理员，您的角色无权更改。',
  LastAdministrator: () => '这是最后一位可以登录的 Global Administrator。请先将该角色授予他人。',
  CountryUnknown: (country) => `无法识别国家或地区：${country}。请填写 ISO 3166-1 代码（例如 CN）。`,
  UsageLocationMissing: () => '分配许可证需要使用位置（ISO 3166-1，例如 CN）。请填写。',
  LanguageUnknown: (language) => `${language} 不是语言标记（例如 nl 或 zh-Hans）。`,
  MailAddressInvalid: () => '邮箱地址无效。请更正或删除。',
  YesOrNoExpected: (_, property) => `${property} 必须为 Yes 或 No（或 True 或 False）。`,
  PasswordLengthWrong: (length) => `密码必须有 ${numbersIn(length).join(' 到 ')} 个字符。`,
  PasswordTooSimple: (kinds) =>
    `密码须包含以下字符中的 ${numbersIn(kinds).join()} 种：小写字母、大写字母、数字、符号。`,
  PasswordContainsName: () => '密码包含用户姓名的一部分。请另选密码。',
  PasswordBanned: () => '密码太容易被猜中。请另选密码，例如四个互不相关的词。',
  NoSeatForRow: (_, licence) => `许可证 ${licence} 已无余量供此行使用，且导入设置为拒绝此类行。请购买后重新导入该行。`,
  EncodingMixed: (fact, property) =>
    `${property} 与文件其余部分的编码不同：${fact}。请更正该单元格，并将文件另存为 UTF-8。`,
  UserNameNotMade: (fact) => `无法为该行生成用户名：${fact}。请为该行填写用户名，或补全该行。`,
  MadeNameTaken: (fact) =>
    `为该行生成的用户名已被使用：${fact}。如果是同一个人，请在两处填写相同的 employeeId；否则请为该行填写其他用户名。`,
  EmployeeIdTaken: (who) => `该员工编号已被使用（${who}）。请更正。`,
  EmployeeIdConflict: (who) => `员工编号和用户名属于两个不同的人：${who}。请更正有误的一项。`,
  OnPremisesMastered: (_, properties) => `以下属性由本地目录管理：${properties}。请在本地目录中更改。`,
  InvalidSoftMatch: (who) => `${who} 拥有此对象的用户名或主地址，但属于另一个对象。请在其中一方更正名称。`,
  InvalidHardMatch: (who) =>
    `${who} 拥有此对象的定位标记或 objectGUID，但属于另一个对象。请在本地目录中更正 mS-DS-ConsistencyGuid。`,
  RecipientSkipped: (kind) => `这不是个人邮箱，而是 ${kind}。已跳过该行。`,
  MigrationPersonMissing: () =>
    '没有人使用此用户名。当用户来自本地目录时，迁移不会添加任何人：请在本地目录中添加此人，并在下次同步后重新提交该行。',
  AnchorChanged: (who) => `${who} 的定位标记与此对象现在的不同。定位标记永不更改：请恢复原来的 mS-DS-ConsistencyGuid。`,
};
