// How pictures look: the three portals' frames and parts, from Fluent's tokens, so that they follow the window's theme.
//
// What a part is must not rest on colour alone: in forced colours only lines and text are left.
import { css } from "lit";

export const pictureStyle = css`
  :host { container-type: inline-size; user-select: none; }

  .picture { --bar: #0f5ea8; --on-bar: #fff; --accent: var(--colorBrandBackground); --on-accent: var(--colorNeutralForegroundOnBrand); --line: var(--colorBrandForeground1); --link: var(--colorBrandForegroundLink); max-width: 46rem; overflow: hidden; border: 1px solid var(--colorNeutralStroke1); border-radius: var(--borderRadiusLarge); background: var(--colorNeutralBackground1); box-shadow: var(--shadow8); font-size: var(--fontSizeBase200); line-height: 1.4; }
  .picture + .picture { margin-top: 16px; }
  .picture.instance { --bar: #2a3b47; --accent: #4f52bd; --on-accent: #fff; --line: #7376dd; }
  .picture.admin { --bar: #10365c; }
  .picture div, .picture span { overflow-wrap: anywhere; }
  svg { width: 1.25em; height: 1.25em; flex: none; fill: none; stroke: currentColor; stroke-width: 1.3; stroke-linecap: round; stroke-linejoin: round; vertical-align: -0.25em; }
  [data-icon] { white-space: nowrap; }

  /* The top bar, and the ways through a portal. */
  .bar { display: flex; align-items: center; gap: 10px; min-height: 2.9em; padding: 0 12px; color: var(--on-bar); background: var(--bar); border-bottom: 1px solid var(--colorNeutralStroke2); }
  .brand { font-weight: var(--fontWeightSemibold); font-size: var(--fontSizeBase300); }
  .search { display: flex; align-items: center; gap: 6px; flex: 1 1 8rem; max-width: 20rem; margin: 0 auto; padding: 2px 10px; border: 1px solid color-mix(in srgb, var(--on-bar) 45%, transparent); border-radius: var(--borderRadiusMedium); }
  .instance .search { border-radius: 999px; justify-content: center; }
  .admin .search { color: var(--colorNeutralForeground2); background: var(--colorNeutralBackground1); }
  .tools { display: flex; align-items: center; gap: 10px; margin-left: auto; }
  .tools > .wide { display: flex; gap: 14px; }
  .crumbs { display: flex; flex-wrap: wrap; padding: 8px 16px 0; color: var(--link); }
  .crumbs > span + span::before { content: "›"; margin: 0 8px; color: var(--colorNeutralForeground3); }
  .title { padding: 6px 16px 8px; font-size: var(--fontSizeBase400); font-weight: var(--fontWeightSemibold); }
  .page > .title { padding: 0 0 8px; }
  .title > .quiet { font-size: var(--fontSizeBase200); font-weight: var(--fontWeightRegular); }
  .body { display: flex; align-items: stretch; border-top: 1px solid var(--colorNeutralStroke2); }
  .bar + .body { border-top: 0; }
  .page { flex: 1; min-width: 0; padding: 12px 16px 16px; }
  .menu { flex: 0 0 12.5rem; padding: 8px 6px; border-right: 1px solid var(--colorNeutralStroke2); background: var(--colorNeutralBackground2); }
  .menu > div { display: flex; align-items: center; gap: 8px; padding: 3px 8px; border-left: 3px solid transparent; }
  .menu > .group { font-weight: var(--fontWeightSemibold); padding-top: 8px; }
  .menu > .under { padding-left: 28px; }
  .menu > .here { color: var(--colorNeutralForeground1Selected); border-left-color: var(--line); font-weight: var(--fontWeightSemibold); background: var(--colorNeutralBackground1Selected); }
  .instance .menu { background: var(--colorNeutralBackground3); }
  .menu > .field { display: block; padding: 2px 8px 8px; margin: 0; }
  .panel { flex: 0 0 17rem; padding: 4px 16px 12px; border-left: 1px solid var(--colorNeutralStroke1); background: var(--colorNeutralBackground1); box-shadow: var(--shadow16); }
  .panel.wide { flex-basis: 24rem; }
  .panel > .title { padding-left: 0; padding-right: 0; }
  .picture .panel > .label { margin: 4px 0 8px; }
  .dialog { max-width: 34rem; margin: 16px auto; border: 1px solid var(--colorNeutralStroke1); border-radius: var(--borderRadiusMedium); box-shadow: var(--shadow16); background: var(--colorNeutralBackground1); }
  .top { display: flex; flex-wrap: wrap; align-items: center; gap: 4px 10px; padding: 6px 16px; border-bottom: 1px solid var(--colorNeutralStroke2); background: var(--colorNeutralBackground2); }
  .top > .title { flex: 1; padding: 0; font-size: var(--fontSizeBase200); line-height: 1.3; }
  .top > .title > div { font-weight: var(--fontWeightRegular); }
  .commands { display: flex; flex-wrap: wrap; gap: 4px 18px; padding: 7px 16px; border-bottom: 1px solid var(--colorNeutralStroke2); }
  .page > .commands { margin: -12px -16px 12px; }
  .commands > span { display: inline-flex; align-items: center; gap: 5px; padding: 1px 4px; }
  .tabs { display: flex; flex-wrap: wrap; gap: 4px 20px; margin-bottom: 10px; border-bottom: 1px solid var(--colorNeutralStroke2); }
  .tabs > span { padding: 4px 2px; border-bottom: 3px solid transparent; }
  .tabs > .here { border-bottom-color: var(--line); font-weight: var(--fontWeightSemibold); }

  /* What is filled in or chosen. */
  .picture .field { display: grid; grid-template-columns: minmax(7rem, 12rem) minmax(0, 1fr); gap: 2px 12px; align-items: center; max-width: none; margin: 0 0 7px; padding: 2px 4px; }
  .admin .field, .panel .field { grid-template-columns: minmax(0, 1fr); margin-bottom: 10px; }
  .instance .field > .label { text-align: right; }
  .instance .panel .field > .label { text-align: left; }
  .instance .field:has(> .tick) { max-width: 16rem; }
  .picture .label { display: block; margin: 0; font-weight: var(--fontWeightRegular); color: var(--colorNeutralForeground2); }
  .picture .page > .label { margin: 8px 0 6px; color: inherit; font-weight: var(--fontWeightSemibold); }
  .label.must::after { content: " *"; color: var(--colorStatusDangerForeground1); }
  .instance .label.must::before { content: "* "; color: var(--colorStatusDangerForeground1); }
  .instance .label.must::after { content: none; }
  .value { display: flex; align-items: center; justify-content: space-between; gap: 8px; min-height: 1.9em; padding: 2px 8px; border: 1px solid var(--colorNeutralStroke1); border-bottom-color: var(--colorNeutralStrokeAccessible); border-radius: var(--borderRadiusMedium); background: var(--colorNeutralBackground1); }
  .value > span:not([data-icon]) { min-width: 0; }
  .pick::after { content: ""; flex: none; width: 0.45em; height: 0.45em; margin: -0.3em 2px 0 auto; border: solid currentColor; border-width: 0 1.5px 1.5px 0; rotate: 45deg; }
  .page [data-known], .panel [data-known], .title [data-known] { font-weight: var(--fontWeightSemibold); }
  .choice, .tick { position: relative; width: fit-content; min-height: 1.9em; padding: 3px 8px 3px 28px; margin: 2px 0; }
  .choice::before, .tick::before { content: ""; position: absolute; box-sizing: border-box; left: 6px; top: 0.35em; width: 1.2em; height: 1.2em; border: 1px solid var(--colorNeutralStrokeAccessible); border-radius: 50%; }
  .tick::before { border-radius: 2px; }

  .choice.chosen::before { border: 0.35em solid var(--line); }
  .tick.chosen::before { content: "✓"; border-color: var(--line); color: var(--line); line-height: 1.1em; text-align: center; font-weight: bold; }
  .buttons { display: flex; flex-wrap: wrap; gap: 8px; padding: 8px 0 2px; }
  .button { display: inline-block; padding: 3px 14px; border: 1px solid var(--colorNeutralStrokeAccessible); border-radius: var(--borderRadiusMedium); background: var(--colorNeutralBackground1); }
  .button.primary { color: var(--on-accent); background: var(--accent); border-color: var(--accent); }

  /* What is read. */
  .quiet { color: var(--colorNeutralForeground2); }
  .table { margin: 4px 0 8px; border: 1px solid var(--colorNeutralStroke2); border-radius: var(--borderRadiusMedium); }
  .picture .row { display: grid; grid-auto-flow: column; grid-auto-columns: minmax(0, 1fr); gap: 12px; align-items: center; padding: 5px 10px; }
  .row > .button { justify-self: start; }
  .picture .row + .row { border-top: 1px solid var(--colorNeutralStroke3); }
  .picture .row.head { color: var(--colorNeutralForeground2); font-weight: var(--fontWeightSemibold); background: var(--colorNeutralBackground2); }
  /* Sentences of the portal's own are not drawn: bars stand for them. */
  .text { display: block; max-width: 24rem; margin: 6px 0 12px; }
  .text::before, .text::after { content: ""; display: block; height: 0; margin: 6px 0; border-top: 5px solid var(--colorNeutralStroke2); border-radius: 3px; }
  .text::after { width: 62%; }
  .text.short { max-width: 10rem; }
  .text.short::after { content: none; }
  .note { display: flex; gap: 10px; align-items: center; margin: 4px 0 12px; padding: 8px 12px; border: 1px solid var(--colorStatusSuccessBorder1); border-left-width: 4px; border-radius: var(--borderRadiusMedium); color: var(--colorStatusSuccessForeground1); background: var(--colorStatusSuccessBackground1); }
  .steps { display: flex; gap: 6px; margin: 0 0 14px; }
  .steps > span { display: flex; align-items: center; justify-content: center; width: 1.9em; height: 1.9em; border: 1px solid var(--colorNeutralStrokeAccessible); border-radius: 50%; }
  .steps > span + span { margin-left: 14px; position: relative; }
  .steps > span + span::before { content: ""; position: absolute; right: 100%; width: 20px; border-top: 1px solid var(--colorNeutralStrokeAccessible); }
  .steps > .here { color: var(--on-accent); background: var(--accent); border-color: var(--accent); font-weight: var(--fontWeightSemibold); }
  .steps > .passed { color: var(--line); border-color: var(--line); }

  /* Here: a frame and a pointer. */
  .picture [data-mark] { position: relative; z-index: 1; outline: 3px solid #d97706; outline-offset: 2px; border-radius: var(--borderRadiusMedium); }
  [data-mark]::after { all: unset; content: ""; position: absolute; z-index: 1; right: -10px; bottom: -14px; width: 17px; height: 22px; background: #d97706; clip-path: polygon(0 0, 0 80%, 24% 62%, 40% 100%, 58% 92%, 42% 56%, 74% 54%); }

  @container (max-width: 34rem) {
    .body { flex-direction: column; }
    .menu:not(:has([data-mark])), .page:has(+ .panel [data-mark]), .search, .tools > .wide { display: none; }
    .menu, .panel, .panel.wide { flex: none; border: 0; box-shadow: none; }
    .picture .field { grid-template-columns: minmax(0, 1fr); }
    .instance .field > .label { text-align: left; }
  }

  @media (forced-colors: active) {
    .picture [data-mark] { outline-color: Highlight; }
    [data-mark]::after { background: Highlight; forced-color-adjust: none; }
    .menu > .here, .tabs > .here { border-color: Highlight; }
    .menu > div:not(.here), .tabs > span:not(.here) { border-color: Canvas; }
    .button.primary, .steps > .here { border-width: 2px; }
    .text::before, .text::after { border-top: 1px solid GrayText; }
  }
`;
