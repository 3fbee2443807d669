// What says something: shown anew when another language is spoken.
import { LitElement } from "lit";
import { SPOKEN } from "../words";

export abstract class Worded extends LitElement {
  private readonly onSpoken = () => this.requestUpdate();

  override connectedCallback(): void {
    super.connectedCallback();
    window.addEventListener(SPOKEN, this.onSpoken);
  }

  override disconnectedCallback(): void {
    window.removeEventListener(SPOKEN, this.onSpoken);
    super.disconnectedCallback();
  }
}
