// Who gets the roles: the list, and what became of it in the instance.
import { html, nothing } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import type { Observed, PeopleView, Person } from "../gen/api";
import { ask } from "../host";
import { changed } from "../navigate";
import { say } from "../words";
import { Element } from "./element";

/** Rows of people shown at once. */
const MOST = 200;

interface Unresolved {
  n: number;
  user: string;
  /** Ends the message id `people-why-…`. */
  why: string;
}

interface Granted {
  people: number;
  granted: number;
  unresolved: Unresolved[];
  /** How many of them there are; the first are in `unresolved`. */
  open: number;
}

/** Words of lines that mean somebody who has the role, or is to get it. */
const MEANT = ["granted", "inherited", "repeated", "missing"];

/** How far the role is given, once that was looked at. */
export function grantedOf(observed: Observed | null): Granted | null {
  if (observed?.is !== "differs" && observed?.is !== "matches") return null;
  const { people, granted, unresolved, words } = observed.object.fields as Partial<Granted> & { words?: Record<string, number> };
  if (people === undefined || granted === undefined) return null;
  const open = Object.entries(words ?? {}).reduce((sum, [word, count]) => (MEANT.includes(word) ? sum : sum + count), 0);
  return { people, granted, unresolved: unresolved ?? [], open };
}

const cell = (text: string) => (/[",;]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);

/** The list as it is typed; nothing where it is longer than what is known of it. */
export function asTyped({ count, first }: PeopleView): string {
  if (count > first.length) return "";
  return first.map(({ user, roles }) => [user, ...roles].map(cell).join(", ")).join("\n");
}

@customElement("lia-people")
export class People extends Element {
  @property() setup = "";
  @property() step = "";
  @property({ attribute: false }) observed: Observed | null = null;

  /** Part of a page that has said what this is. */
  @property({ type: Boolean }) quiet = false;

  @state() private list: PeopleView | null = null;
  @state() private text = "";
  @state() private saved = false;

  override firstUpdated(): void {
    void this.beside(async () => {
      this.list = await ask({ do: "people-show", setup: this.setup });
      // Whoever typed meanwhile keeps what they typed.
      if (this.text === "") this.text = asTyped(this.list);
    });
  }

  private take(list: PeopleView): void {
    this.list = list;
    this.text = asTyped(list);
  }

  /** Keeps the list, if another one was typed. */
  async keep(): Promise<void> {
    if (this.saved || this.text.trim() === (this.list ? asTyped(this.list) : "")) return;
    this.take(await ask({ do: "people-list", setup: this.setup, text: this.text }));
    this.saved = true;
    changed(this);
  }

  private readonly save = () => this.attempt(() => this.keep());

  override render() {
    const type = (event: Event) => {
      this.saved = false;
      this.text = (event.target as HTMLTextAreaElement).value;
    };
    return html`<h2 class=${this.quiet ? "hidden" : ""}>${say("window-people")}</h2>
      <p id="what">${say("window-people-what")}</p>
      <label for="text">${say("window-people-text")}</label>
      <textarea id="text" data-test="people-text" aria-describedby="what" spellcheck="false" .value=${this.text} @input=${type}></textarea>
      ${this.problemIfAny()}
      <div class="row actions">
        <fluent-button data-test="people-save" ?disabled-focusable=${this.busy} @click=${this.save}>${say("window-people-save")}</fluent-button>
        ${this.saved ? html`<span role="status" class="quiet">${say("window-saved")}</span>` : nothing}
      </div>
      ${this.listed()} ${this.granted()}`;
  }

  private listed() {
    const { list } = this;
    // Its line is kept free, so that nothing moves away from under a pointer when it comes.
    if (!list) return html`<p class="quiet">\u00a0</p>`;
    if (list.count === 0) return html`<p class="quiet" data-test="people-count">${say("window-people-count", { count: 0 })}</p>`;
    const left = list.count - list.first.length;
    return html`<details>
      <summary data-test="people-count">${say("window-people-count", { count: list.count })}</summary>
      <ul class="list" data-test="people-first">${list.first.map((person) => this.person(person))}</ul>
      ${left > 0 ? html`<p class="quiet">${say("window-more", { count: left })}</p>` : nothing}
    </details>`;
  }

  private person({ user, roles }: Person) {
    return html`<li class="row entry">
      <span class="grow">${user}</span>
      <span class="quiet">${roles.length === 0 ? say("window-people-all-roles") : roles.join(", ")}</span>
    </li>`;
  }

  private granted() {
    const found = grantedOf(this.observed);
    if (!found) return nothing;
    const { people, granted, unresolved, open } = found;
    const first = unresolved.slice(0, MOST);
    const left = open - first.length;
    return html`<p role="status" data-test="people-granted">${say("window-people-granted", { granted, people })}</p>
      ${unresolved.length === 0
        ? nothing
        : html`<h3>${say("window-people-unresolved", { count: open })}</h3>
            <table data-test="people-unresolved">
              <tr><th>${say("window-people-place")}</th><th>${say("window-people-user")}</th><th>${say("window-people-why")}</th></tr>
              ${first.map(({ n, user, why }) => html`<tr><td>${n}</td><td>${user}</td><td>${say(`people-why-${why}`)}</td></tr>`)}
            </table>
            ${left > 0 ? html`<p class="quiet">${say("window-more", { count: left })}</p>` : nothing}`}
      <lia-save .request=${{ do: "people-seen-save", setup: this.setup, step: this.step }} says="window-people-seen-save" test="people-seen-save"></lia-save>`;
  }
}
