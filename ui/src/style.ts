// What every element of ours looks like: Fluent's tokens, nothing of our own but distances.
import { css } from "lit";

export const base = css`
  :host { display: block; }
  * { box-sizing: border-box; }
  h1 { font-size: var(--fontSizeBase600); line-height: var(--lineHeightBase600); font-weight: var(--fontWeightSemibold); margin: 0 0 4px; outline: none; }
  h2 { font-size: var(--fontSizeBase400); line-height: var(--lineHeightBase400); font-weight: var(--fontWeightSemibold); margin: 28px 0 8px; }
  h3 { font-size: var(--fontSizeBase300); font-weight: var(--fontWeightSemibold); margin: 16px 0 4px; }
  p { margin: 4px 0 12px; max-width: 44rem; }
  ul { padding-left: 1.2rem; margin: 4px 0 12px; max-width: 44rem; }
  ol { padding-left: 1.4rem; max-width: 44rem; }
  li { margin: 6px 0; }
  a { color: var(--colorBrandForegroundLink); }
  .quiet { color: var(--colorNeutralForeground2); }
  .row { display: flex; flex-wrap: wrap; gap: 8px; align-items: center; }
  .spread { display: flex; gap: 16px; justify-content: space-between; align-items: center; flex-wrap: wrap; }
  .card { border: 1px solid var(--colorNeutralStroke2); border-radius: var(--borderRadiusLarge); padding: 16px 20px; margin: 12px 0; background: var(--colorNeutralBackground1); }
  .list { border: 1px solid var(--colorNeutralStroke2); border-radius: var(--borderRadiusLarge); padding: 0; margin: 8px 0; list-style: none; background: var(--colorNeutralBackground1); max-width: none; }
  .list > li { margin: 0; border-top: 1px solid var(--colorNeutralStroke3); }
  .list > li:first-child { border-top: 0; }
  button.plain { display: flex; gap: 12px; align-items: center; width: 100%; padding: 10px 16px; font: inherit; color: inherit; text-align: left; background: none; border: 0; border-radius: var(--borderRadiusLarge); cursor: pointer; }
  button.plain:hover { background: var(--colorNeutralBackground1Hover); }
  :focus-visible { outline: 2px solid var(--colorStrokeFocus2); outline-offset: 1px; }
  .grow { flex: 1; min-width: 0; }
  .tag { font-size: var(--fontSizeBase200); color: var(--colorNeutralForeground2); border: 1px solid var(--colorNeutralStroke1); border-radius: 999px; padding: 0 8px; white-space: nowrap; }
  .tag.done { color: var(--colorStatusSuccessForeground1); border-color: var(--colorStatusSuccessBorder1); }
  .tag.differs, .tag.undecided, .tag.unseen, .tag.unsettled { color: var(--colorStatusWarningForeground1); border-color: var(--colorStatusWarningBorder1); }
  label, .label { display: block; font-weight: var(--fontWeightSemibold); margin: 16px 0 4px; }
  .field { max-width: 32rem; margin-bottom: 12px; }
  fluent-text-input { width: 100%; max-width: none; }
  select, textarea { font: inherit; color: inherit; background: var(--colorNeutralBackground1); border: 1px solid var(--colorNeutralStroke1); border-radius: var(--borderRadiusMedium); padding: 6px 8px; width: 100%; max-width: 32rem; }
  select { appearance: none; text-overflow: ellipsis; padding-right: 32px; cursor: pointer; background-image: linear-gradient(45deg, transparent 50%, currentcolor 50%), linear-gradient(135deg, currentcolor 50%, transparent 50%); background-size: 5px 5px; background-position: right 17px center, right 12px center; background-repeat: no-repeat; }
  select.long { max-width: 44rem; }
  select.short { width: auto; }
  textarea { min-height: 6rem; font-family: var(--fontFamilyMonospace); }
  table { border-collapse: collapse; width: 100%; margin: 8px 0; }
  th, td { text-align: left; vertical-align: top; padding: 4px 12px 4px 0; border-bottom: 1px solid var(--colorNeutralStroke3); overflow-wrap: anywhere; }
  th { font-weight: var(--fontWeightSemibold); }
  .first-large { display: inline-block; }
  p.first-large { display: block; }
  .first-large::first-letter { text-transform: uppercase; }
  .entry { padding: 10px 16px; }
  .row.end { align-items: end; }
  .for-readers { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
  .actions { margin-top: 20px; }
  /* What has no border begins where the text around it does. */
  .actions > fluent-button[appearance="subtle"]:first-child { min-width: 0; margin-inline-start: -13px; }
  .crumb { margin: 0 0 4px; }
  .beside { display: grid; grid-template-columns: repeat(auto-fit, minmax(20rem, 1fr)); column-gap: 32px; }
  .card > h2:first-child, .card > label:first-child { margin-top: 0; }
  summary { cursor: pointer; padding: 4px 0; }
  .list > li > details > .list { margin: 0 16px 12px; }
  section[tabindex]:focus-visible, h1[tabindex]:focus, h2[tabindex]:focus { outline: none; }
  code { font-family: var(--fontFamilyMonospace); overflow-wrap: anywhere; user-select: all; }
  .note { border-left: 4px solid var(--colorBrandStroke1); padding: 8px 16px; margin: 12px 0; background: var(--colorNeutralBackground2); border-radius: var(--borderRadiusMedium); }
  .note > :last-child { margin-bottom: 0; }
  .note.warning { border-color: var(--colorStatusWarningBorder2); background: var(--colorStatusWarningBackground1); }
  .note.danger { border-color: var(--colorStatusDangerBorder2); background: var(--colorStatusDangerBackground1); }
  .steps { counter-reset: step; list-style: none; padding: 0; margin: 0; max-width: none; }
  .mark { flex: none; width: 20px; height: 20px; border-radius: 50%; border: 1.5px solid var(--colorNeutralStrokeAccessible); display: grid; place-items: center; }
  .mark::after { content: ""; }
  .mark.done { background: var(--colorStatusSuccessForeground1); border-color: var(--colorStatusSuccessForeground1); }
  .mark.done::after { width: 4px; height: 9px; border: solid var(--colorNeutralBackground1); border-width: 0 2px 2px 0; transform: translateY(-1px) rotate(45deg); }
  .mark.differs, .mark.undecided, .mark.unseen, .mark.unsettled { border-color: var(--colorStatusWarningForeground1); border-width: 3px; }
  .mark.now { border-color: var(--colorBrandStroke1); border-width: 6px; }
  .hidden { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
  .columns { display: grid; grid-template-columns: repeat(2, minmax(0, 1fr)); gap: 16px; margin: 16px 0; }
  @media (min-width: 100rem) { .columns { grid-template-columns: repeat(4, minmax(0, 1fr)); } }
  @media (max-width: 40rem) { .columns { grid-template-columns: minmax(0, 1fr); } }
  .columns > .card { margin: 0; }
  .card ul { padding-left: 1.2rem; margin: 4px 0; }
  .lead { font-size: var(--fontSizeBase400); line-height: var(--lineHeightBase400); max-width: 46rem; }
  .far { height: 4px; border-radius: 2px; background: var(--colorNeutralStroke2); overflow: hidden; margin: 8px 0 16px; }
  .far > span { display: block; height: 100%; background: var(--colorBrandBackground); }
  @media (prefers-reduced-motion: reduce) { * { animation: none !important; transition: none !important; scroll-behavior: auto !important; } }
  .note.success { border-color: var(--colorStatusSuccessBorder2); background: var(--colorStatusSuccessBackground1); }
`;

/** The document around our elements. Adopted, as a style sheet of its own would be one more file that the first frame waits for. */
export const page = new CSSStyleSheet();
page.replaceSync("html, body { margin: 0; min-height: 100%; }");
