import type { RolesTexts } from '../english/roles.ts';

export const roles = {
  title: '角色',
  what: {
    'Global Administrator': '可以执行此处的所有操作。',
    'Privileged Role Administrator': '授予和撤销角色，并查看审核日志。',
    'User Administrator': '添加、更改、阻止和删除用户，导入文件，并分配许可证。',
    'License Administrator': '分配许可证，并设置其数量。',
    'Helpdesk Administrator': '为没有更高角色的用户重置密码并结束会话。',
    'Password Administrator': '为没有更高角色的用户重置密码。',
    'Reports Reader': '查看导入和审核日志。',
    'Hybrid Identity Administrator': '设置与本地目录的同步。',
    'Directory Synchronization Accounts': '仅供同步代理使用：启动同步，不能执行其他操作。',
    'Directory Readers': '查看用户、许可证、角色和设置。',
  },
} satisfies RolesTexts;
