/** How mails look: inline styles, since many mail readers drop a style sheet, and what a style sheet adds where it stays. */
import { dark, fonts, light, monospaced } from '../html/palette.ts';

const breaking = 'overflow-wrap:anywhere;word-break:break-word';

/** The styles of each part. */
export const style = {
  body: `margin:0;padding:0;width:100%;background-color:${light.ground}`,
  outside: `padding:24px 12px;font-family:${fonts}`,
  card: `width:100%;max-width:600px;background-color:${light.card};border-radius:8px`,
  sender: `padding:24px 32px 0;font-family:${fonts};font-size:14px;line-height:20px;color:${light.soft};${breaking}`,
  title: `padding:4px 32px 0;font-family:${fonts};font-size:24px;line-height:32px;color:${light.ink};${breaking}`,
  h1: 'margin:0;font-size:24px;line-height:32px;font-weight:600',
  content: `padding:16px 32px 16px;font-family:${fonts}`,
  footer: `padding:16px 32px 24px;font-family:${fonts};border-top:1px solid ${light.line};font-size:13px;line-height:20px;color:${light.soft};${breaking}`,
  paragraph: `margin:0 0 16px;font-size:16px;line-height:25px;color:${light.ink};${breaking}`,
  warning: `margin:0 0 16px;padding:12px 16px;border-left:4px solid ${light.warningEdge};background-color:${light.warningGround};font-size:16px;line-height:25px;color:${light.ink};${breaking}`,
  heading: `margin:24px 0 8px;font-size:18px;line-height:26px;font-weight:600;color:${light.ink};${breaking}`,
  facts: 'margin:0 0 16px',
  fact: 'padding:0 0 12px',
  label: `font-size:13px;line-height:20px;color:${light.soft}`,
  value: `font-size:16px;line-height:24px;font-weight:600;color:${light.ink};${breaking}`,
  secret: `display:inline-block;padding:6px 10px;border:1px solid ${light.secretEdge};border-radius:4px;background-color:${light.secretGround};font-family:${monospaced};font-size:16px;line-height:24px;font-weight:400;color:${light.ink};white-space:nowrap;-webkit-user-select:all;user-select:all`,
  table: 'margin:0 0 16px;border-collapse:collapse',
  head: `padding:8px 16px 8px 0;border-bottom:2px solid ${light.line};font-size:13px;line-height:20px;font-weight:400;color:${light.soft}`,
  who: `padding:10px 16px 10px 0;border-bottom:1px solid ${light.line};font-size:15px;line-height:22px;color:${light.ink};${breaking}`,
  detail: `padding:10px 0;border-bottom:1px solid ${light.line};font-size:15px;line-height:22px;color:${light.ink}`,
  counted: `padding:8px 16px 8px 0;border-bottom:1px solid ${light.line};font-size:15px;line-height:22px;font-weight:400;color:${light.ink};${breaking}`,
  count: `padding:8px 0;border-bottom:1px solid ${light.line};font-size:15px;line-height:22px;font-weight:600;color:${light.ink};white-space:nowrap`,
  link: `color:${light.link}`,
  buttons: 'margin:8px 0 8px',
  button: `border-radius:6px;background-color:${light.link}`,
  buttonLink: `display:inline-block;padding:12px 24px;font-family:${fonts};font-size:16px;line-height:24px;font-weight:600;color:${light.card};text-decoration:none;border-radius:6px`,
  beneath: `margin:0 0 16px;font-size:13px;line-height:20px;color:${light.soft};${breaking}`,
} as const;

/** Phones and dark mode, for readers that keep a style sheet. */
export const styleSheet = `
:root { color-scheme: light dark; supported-color-schemes: light dark; }
@media (max-width: 520px) {
  .side { padding-left: 20px !important; padding-right: 20px !important; }
  .outside { padding: 0 !important; }
  .heads { display: none !important; }
  .row { display: block !important; padding: 8px 0 !important; border-bottom: 1px solid ${light.line} !important; }
  .cell { display: block !important; width: auto !important; padding: 3px 0 !important; border: 0 !important; }
}
@media (prefers-color-scheme: dark) {
  .page { background-color: ${dark.ground} !important; }
  .card { background-color: ${dark.card} !important; }
  .ink { color: ${dark.ink} !important; }
  .soft { color: ${dark.soft} !important; }
  .line { border-color: ${dark.line} !important; }
  .warning { background-color: ${dark.warningGround} !important; color: ${dark.warningInk} !important; }
  .secret { background-color: ${dark.secretGround} !important; border-color: ${dark.secretEdge} !important; color: ${dark.ink} !important; }
  .link { color: ${dark.link} !important; }
  .button { background-color: ${dark.link} !important; }
  .buttonlink { color: ${dark.ground} !important; }
}
`;
