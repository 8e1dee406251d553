/** The colours and letters of everything that people see of the organisation: mails and pages. */

/** Fonts that are on most machines, those of other scripts after those of ours; nothing is fetched. */
export const fonts =
  "'Segoe UI',Roboto,'Helvetica Neue',Arial,'Noto Sans','DejaVu Sans','PingFang SC','Microsoft YaHei','Noto Sans CJK SC',sans-serif";

/** Fonts for what is copied letter by letter. */
export const monospaced = "Consolas,Menlo,'Courier New',monospace";

/** On light ground. Each pair of text and ground has a contrast of 4.5 to 1 or more (WCAG 1.4.3). */
export const light = {
  ground: '#eef1f5',
  card: '#ffffff',
  ink: '#1b2430',
  soft: '#5b6675',
  line: '#dfe4ea',
  link: '#0b57b8',
  warningGround: '#fff5e0',
  warningEdge: '#c77700',
  secretGround: '#f4f6f9',
  secretEdge: '#cdd5de',
} as const;

/** The same in dark mode. */
export const dark = {
  ground: '#11151a',
  card: '#1c222a',
  ink: '#eef2f6',
  soft: '#a9b4c2',
  line: '#3a4450',
  link: '#8ab8ff',
  warningGround: '#3a2c10',
  warningInk: '#fbeccb',
  secretGround: '#11151a',
  secretEdge: '#4a5663',
} as const;
