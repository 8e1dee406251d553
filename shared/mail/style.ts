/** How mails look: inline styles, since many mail readers drop a style sheet, and what a style sheet adds where it stays. */

const fonts = "'Segoe UI',Roboto,'Helvetica Neue',Arial,'PingFang SC','Microsoft YaHei','Noto Sans CJK SC',sans-serif";
const monospaced = "Consolas,Menlo,'Courier New',monospace";
const breaking = 'overflow-wrap:anywhere;word-break:break-word';

/** The styles of each part. */
export const style = {
  body: 'margin:0;padding:0;width:100%;background-color:#eef1f5',
  outside: `padding:24px 12px;font-family:${fonts}`,
  card: 'width:100%;max-width:600px;background-color:#ffffff;border-radius:8px',
  sender: `padding:24px 32px 0;font-family:${fonts};font-size:14px;line-height:20px;color:#5b6675;${breaking}`,
  title: `padding:4px 32px 0;font-family:${fonts};font-size:24px;line-height:32px;color:#1b2430;${breaking}`,
  h1: 'margin:0;font-size:24px;line-height:32px;font-weight:600',
  content: `padding:16px 32px 16px;font-family:${fonts}`,
  footer: `padding:16px 32px 24px;font-family:${fonts};border-top:1px solid #dfe4ea;font-size:13px;line-height:20px;color:#5b6675;${breaking}`,
  paragraph: `margin:0 0 16px;font-size:16px;line-height:25px;color:#1b2430;${breaking}`,
  warning: `margin:0 0 16px;padding:12px 16px;border-left:4px solid #c77700;background-color:#fff5e0;font-size:16px;line-height:25px;color:#1b2430;${breaking}`,
  heading: `margin:24px 0 8px;font-size:18px;line-height:26px;font-weight:600;color:#1b2430;${breaking}`,
  facts: 'margin:0 0 16px',
  fact: 'padding:0 0 12px',
  label: `font-size:13px;line-height:20px;color:#5b6675`,
  value: `font-size:16px;line-height:24px;font-weight:600;color:#1b2430;${breaking}`,
  secret: `display:inline-block;padding:6px 10px;border:1px solid #cdd5de;border-radius:4px;background-color:#f4f6f9;font-family:${monospaced};font-size:16px;line-height:24px;font-weight:400;color:#1b2430;white-space:nowrap;-webkit-user-select:all;user-select:all`,
  table: 'margin:0 0 16px;border-collapse:collapse',
  head: `padding:8px 16px 8px 0;border-bottom:2px solid #dfe4ea;font-size:13px;line-height:20px;font-weight:400;color:#5b6675`,
  who: `padding:10px 16px 10px 0;border-bottom:1px solid #dfe4ea;font-size:15px;line-height:22px;color:#1b2430;${breaking}`,
  detail: 'padding:10px 0;border-bottom:1px solid #dfe4ea;font-size:15px;line-height:22px;color:#1b2430',
  counted: `padding:8px 16px 8px 0;border-bottom:1px solid #dfe4ea;font-size:15px;line-height:22px;font-weight:400;color:#1b2430;${breaking}`,
  count:
    'padding:8px 0;border-bottom:1px solid #dfe4ea;font-size:15px;line-height:22px;font-weight:600;color:#1b2430;white-space:nowrap',
  link: 'color:#0b57b8',
} as const;

/** Phones and dark mode, for readers that keep a style sheet. */
export const styleSheet = `
:root { color-scheme: light dark; supported-color-schemes: light dark; }
@media (max-width: 520px) {
  .side { padding-left: 20px !important; padding-right: 20px !important; }
  .outside { padding: 0 !important; }
  .heads { display: none !important; }
  .row { display: block !important; padding: 8px 0 !important; border-bottom: 1px solid #dfe4ea !important; }
  .cell { display: block !important; padding: 3px 0 !important; border: 0 !important; }
}
@media (prefers-color-scheme: dark) {
  .page { background-color: #11151a !important; }
  .card { background-color: #1c222a !important; }
  .ink { color: #eef2f6 !important; }
  .soft { color: #a9b4c2 !important; }
  .line { border-color: #3a4450 !important; }
  .warning { background-color: #3a2c10 !important; color: #fbeccb !important; }
  .secret { background-color: #11151a !important; border-color: #4a5663 !important; color: #eef2f6 !important; }
  .link { color: #8ab8ff !important; }
}
`;
