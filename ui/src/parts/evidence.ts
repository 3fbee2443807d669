// What a person keeps of a step: a note, and pictures that are blacked out where nobody should look.
import { css, html, nothing } from "lit";
import { customElement, property, query, state } from "lit/decorators.js";
import type { EvidenceView, PictureView, PixelsView } from "../gen/api";
import { ask } from "../host";
import { changed } from "../navigate";
import { base } from "../style";
import { say, time } from "../words";
import "./blackout";
import type { Blackout } from "./blackout";
import { Element } from "./element";

/** A picture that was pasted, dropped or chosen and is not kept yet. */
interface Draft {
  /** As it came, in base64. */
  file: string;
  picture: PixelsView;
}

@customElement("lia-evidence")
export class Evidence extends Element {
  static override styles = [
    base,
    css`
      .drop { border: 1.5px dashed var(--colorNeutralStrokeAccessible); border-radius: var(--borderRadiusLarge); padding: 16px; margin: 8px 0; }
      .drop.over { border-color: var(--colorBrandStroke1); background: var(--colorNeutralBackground1Hover); }
      input[type="file"] { position: absolute; width: 1px; height: 1px; opacity: 0; }
      img { display: block; max-width: 100%; height: auto; margin: 8px 0; border: 1px solid var(--colorNeutralStroke2); }
      label.row { font-weight: inherit; margin: 8px 0; }
      textarea { min-height: 4rem; font-family: inherit; }
    `,
  ];

  @property() setup = "";
  @property() step = "";
  @property({ attribute: false }) evidence!: EvidenceView;

  @state() private text: string | null = null;
  @state() private inReport: boolean | null = null;
  @state() private saved = false;
  @state() private draft: Draft | null = null;
  @state() private over = false;
  /** Pictures that are shown, by id. */
  @state() private shown: Record<string, string> = {};

  @query("input[type=file]") private chooser!: HTMLInputElement;
  @query("lia-blackout") private blackout!: Blackout | null;

  override connectedCallback(): void {
    super.connectedCallback();
    window.addEventListener("paste", this.paste);
  }

  override disconnectedCallback(): void {
    window.removeEventListener("paste", this.paste);
    super.disconnectedCallback();
  }

  /** A picture that is pasted here, or where no field takes it. */
  private readonly paste = (event: ClipboardEvent) => {
    const files = event.clipboardData?.files;
    const from = event.composedPath();
    const isMeant = from.includes(this) || from[0] === document.body;
    if (event.defaultPrevented || !files?.length || !isMeant || !this.renderRoot.querySelector("details")?.open) return;
    event.preventDefault();
    void this.take(files);
  };

  private readonly keepNote = () =>
    this.attempt(async () => {
      const { note } = this.evidence;
      const text = this.text ?? note?.text ?? "";
      const in_report = this.inReport ?? note?.in_report ?? false;
      this.evidence = (await ask({ do: "note-keep", setup: this.setup, step: this.step, text, in_report })).evidence;
      this.text = this.inReport = null;
      this.saved = true;
    });

  /** Shows what a file would be kept as. Nothing is kept yet. */
  private take(files: FileList | null | undefined) {
    const file = files?.[0];
    if (!file) return;
    return this.attempt(async () => {
      const bytes = await base64(file);
      this.draft = null;
      this.draft = { file: bytes, picture: await ask({ do: "picture-look", setup: this.setup, step: this.step, file: bytes }) };
    });
  }

  private readonly keepPicture = () =>
    this.attempt(async () => {
      const { draft } = this;
      if (!draft) return;
      const black = this.blackout?.parts ?? [];
      this.evidence = (await ask({ do: "picture-add", setup: this.setup, step: this.step, file: draft.file, black })).evidence;
      this.draft = null;
    });

  private choose(picture: PictureView, in_report: boolean) {
    return this.attempt(async () => {
      this.evidence = (await ask({ do: "picture-choose", setup: this.setup, picture: picture.id, in_report })).evidence;
    });
  }

  private discard(picture: PictureView) {
    return this.attempt(async () => {
      this.evidence = (await ask({ do: "picture-remove", setup: this.setup, picture: picture.id })).evidence;
      changed(this);
    });
  }

  private toggle({ id }: PictureView) {
    return this.attempt(async () => {
      const { [id]: open, ...rest } = this.shown;
      this.shown = open !== undefined ? rest : { ...rest, [id]: (await ask({ do: "picture-show", setup: this.setup, picture: id })).png };
    });
  }

  override render() {
    const { refused, note, pictures } = this.evidence;
    if (refused) return html`<p class="quiet" data-test="evidence-refused">${say("window-evidence-refused")}</p>`;
    const count = pictures.length + (note ? 1 : 0);
    return html`<details class="note" data-test="evidence">
      <summary data-test="evidence-open">${say("window-evidence")}${count === 0 ? nothing : html` <span class="tag">${count}</span>`}</summary>
      <p class="quiet">${say("window-evidence-what")}</p>
      ${this.note()}
      <ul class="list" ?hidden=${pictures.length === 0}>
        ${pictures.map((picture) => this.picture(picture))}
      </ul>
      ${this.draft ? this.drawing(this.draft) : this.adding()} ${this.problemIfAny()}
    </details>`;
  }

  private note() {
    const { note } = this.evidence;
    const text = this.text ?? note?.text ?? "";
    const type = (event: Event) => {
      this.text = (event.target as HTMLTextAreaElement).value;
      this.saved = false;
    };
    const choose = (event: Event) => {
      this.inReport = (event.target as HTMLInputElement).checked;
      this.saved = false;
    };
    return html`<label for="note">${say("window-note")}</label>
      <textarea id="note" data-test="note-text" maxlength="2000" .value=${text} @input=${type}></textarea>
      <label class="row"><input type="checkbox" data-test="note-in-report" .checked=${this.inReport ?? note?.in_report ?? false} @change=${choose} /> ${say("window-note-in-report")}</label>
      <div class="row">
        <fluent-button data-test="note-keep" ?disabled-focusable=${this.busy} @click=${this.keepNote}>${say("window-note-keep")}</fluent-button>
        ${this.saved ? html`<span role="status" class="quiet">${say("window-note-kept")}</span>` : nothing}
      </div>`;
  }

  private adding() {
    const drop = (event: DragEvent) => {
      event.preventDefault();
      this.over = false;
      void this.take(event.dataTransfer?.files);
    };
    const drag = (over: boolean) => (event: DragEvent) => {
      event.preventDefault();
      this.over = over;
    };
    const chosen = () => this.take(this.chooser.files)?.then(() => (this.chooser.value = ""));
    return html`<div class="drop ${this.over ? "over" : ""}" data-test="picture-drop" @dragover=${drag(true)} @dragleave=${drag(false)} @drop=${drop}>
      <p id="paste">${say("window-picture-paste")}</p>
      <fluent-button data-test="picture-add" aria-describedby="paste" ?disabled-focusable=${this.busy} @click=${() => this.chooser.click()}>${say(this.busy ? "window-busy" : "window-picture-add")}</fluent-button>
      <input type="file" tabindex="-1" aria-hidden="true" data-test="picture-file" accept="image/png,image/jpeg" @change=${chosen} />
    </div>`;
  }

  private drawing({ picture }: Draft) {
    return html`<section aria-label=${say("window-picture-black")} data-test="picture-draft">
      <h4>${say("window-picture-black")}</h4>
      <lia-blackout .picture=${picture}></lia-blackout>
      <div class="row">
        <fluent-button appearance="primary" data-test="picture-keep" ?disabled-focusable=${this.busy} @click=${this.keepPicture}>${say(this.busy ? "window-busy" : "window-picture-keep")}</fluent-button>
        <fluent-button data-test="picture-cancel" @click=${() => (this.draft = null)}>${say("window-cancel")}</fluent-button>
      </div>
    </section>`;
  }

  private picture(picture: PictureView) {
    const { id, at, by, width, height, in_report } = picture;
    const png = this.shown[id];
    const about = [time(at), by].filter((part) => part !== null).join(" · ");
    return html`<li>
      <div class="entry" data-test="picture">
        <div class="row">
          <span class="grow">${about}<br /><span class="quiet">${say("window-picture-size", { width: String(width), height: String(height) })}</span></span>
          <label class="row"><input type="checkbox" data-test="picture-in-report" .checked=${in_report} @change=${(event: Event) => this.choose(picture, (event.target as HTMLInputElement).checked)} /> ${say("window-picture-in-report")}</label>
          <fluent-button data-test="picture-show" aria-expanded=${png !== undefined} role="button" @click=${() => this.toggle(picture)}>${say(png === undefined ? "window-picture-show" : "window-picture-hide")}</fluent-button>
          <fluent-button data-test="picture-remove" ?disabled-focusable=${this.busy} @click=${() => this.discard(picture)}>${say("window-picture-remove")}</fluent-button>
        </div>
        ${png === undefined ? nothing : html`<img data-test="picture-image" src="data:image/png;base64,${png}" width=${width} height=${height} alt=${say("window-picture-alt", { at: time(at) })} />`}
      </div>
    </li>`;
  }
}

/** A file's bytes, as they are sent. */
async function base64(file: File): Promise<string> {
  return new Promise((done, failed) => {
    const reader = new FileReader();
    reader.onerror = () => failed(reader.error);
    // `data:<type>;base64,<bytes>`
    reader.onload = () => done(String(reader.result).split(",", 2)[1] ?? "");
    reader.readAsDataURL(file);
  });
}
