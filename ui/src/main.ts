import "@fluentui/web-components/button/define.js";
import { setTheme } from "@fluentui/web-components";
import { webDarkTheme, webLightTheme } from "@fluentui/tokens";
import { LitElement, css, html } from "lit";
import { customElement } from "lit/decorators.js";

setTheme(matchMedia("(prefers-color-scheme: dark)").matches ? webDarkTheme : webLightTheme);

/** The window's outermost element. */
@customElement("lia-window")
export class Window extends LitElement {
  static override styles = css`
    :host {
      display: block;
      padding: 2rem;
      font: var(--fontSizeBase300) / var(--lineHeightBase300) var(--fontFamilyBase);
    }
  `;

  override render() {
    return html`<h1>Liaison</h1>
      <fluent-button appearance="primary" data-test="new-setup">New setup</fluent-button>`;
  }
}

document.body.append(document.createElement("lia-window"));
