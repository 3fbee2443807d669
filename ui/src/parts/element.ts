// What our elements share: one request at a time, its problem shown, and events from Rust.
import { html, nothing } from "lit";
import { state } from "lit/decorators.js";
import { asProblem } from "../host";
import type { Event as Happened, Problem } from "../gen/api";
import { EVENT } from "../navigate";
import { base } from "../style";
import "./problem";
import { Worded } from "./worded";

export abstract class Element extends Worded {
  static override styles = [base];

  /** A request is under way: buttons wait, and keep the focus meanwhile. */
  @state() protected busy = false;
  @state() protected problem: Problem | null = null;

  /** Called with every event while the element is shown. */
  protected happened?(event: Happened): void;

  private readonly onEvent = (event: globalThis.Event) => this.happened?.((event as CustomEvent<Happened>).detail);

  override connectedCallback(): void {
    super.connectedCallback();
    window.addEventListener(EVENT, this.onEvent);
  }

  override disconnectedCallback(): void {
    window.removeEventListener(EVENT, this.onEvent);
    super.disconnectedCallback();
  }

  /** Does `work` unless something is under way; what goes wrong is shown in place. */
  protected async attempt(work: () => Promise<void>): Promise<void> {
    if (this.busy) return;
    this.busy = true;
    this.problem = null;
    await this.beside(work);
    this.busy = false;
  }

  /** Does `work` whatever else is under way; what goes wrong is shown in place. */
  protected async beside(work: () => Promise<void>): Promise<void> {
    try {
      await work();
    } catch (error) {
      this.problem = asProblem(error);
    }
  }

  protected problemIfAny() {
    return this.problem ? html`<lia-problem .problem=${this.problem}></lia-problem>` : nothing;
  }
}
