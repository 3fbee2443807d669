// The window: its head, and the screen that it shows.
import { css, html, nothing } from "lit";
import "@fluentui/web-components/button/define.js";
import { customElement, state } from "lit/decorators.js";
import { guard } from "lit/directives/guard.js";
import { keyed } from "lit/directives/keyed.js";
import { beginning } from "./beginning";
import type { AskingView, Event as Happened, GuideView, HomeView, KeptView, PicturesView, SettingsView, SetupView, StepView, UpdateView } from "./gen/api";
import { ask, asProblem, close, ready, zoom } from "./host";
import { load } from "./together";
import { type Place, type Wish, placeOf } from "./navigate";
import { Element } from "./parts/element";
import "./screens/home";
import { base } from "./style";
import { applyTheme } from "./theme";
import { addGuideWords, say, speak } from "./words";

type Pictures = PicturesView["pictures"];

/** A place with everything that its screen shows. */
type Screen =
  | { at: "home" | "new-setup"; home: HomeView }
  | { at: "setup"; setup: SetupView; part?: "secrets" | undefined }
  | { at: "step"; setup: SetupView; step: string; steps: StepView[]; pictures: Pictures }
  | { at: "kept"; kept: KeptView; setup: string | null }
  | { at: "settings"; settings: SettingsView }
  | { at: "doctor" }
  | { at: "handover"; home: HomeView; asking: AskingView; wish: Wish | null }
  | { at: "give"; setup: SetupView; seat: string };

/** What the menu shows a screen under, where that is not itself. */
const AREA: Partial<Record<Place["at"], Place["at"]>> = { "new-setup": "home", setup: "home", step: "home", handover: "home", give: "home", kept: "settings" };

/** Ctrl (Command on macOS) and a key: where they lead. */
const KEYS: Record<string, "home" | "new-setup" | "settings"> = { n: "new-setup", ",": "settings", "1": "home" };

/** Ctrl and one of these closes the window. On macOS the menu has them, with Command. */
const CLOSES = ["q", "w"];

/** Ctrl (Command on macOS) and one of these: a step larger or smaller, or as it was made. */
const ZOOMS: Record<string, number> = { "+": 1, "=": 1, "-": -1, "0": 0 };

/** Milliseconds after which it is said that a screen is on its way. */
const LATE = 300;

/** Screens that are loaded when they are wanted: the first is shown sooner without them. */
const SCREENS: Partial<Record<Place["at"], () => Promise<unknown>>> = {
  "new-setup": () => import("./screens/new-setup"),
  setup: () => import("./screens/setup"),
  step: () => import("./screens/step"),
  kept: () => import("./screens/kept"),
  settings: () => import("./screens/settings"),
  doctor: () => import("./screens/doctor"),
  handover: () => import("./screens/handover"),
  give: () => import("./screens/give"),
};

@customElement("lia-window")
export class Window extends Element {
  static override styles = [
    base,
    css`
      :host { min-height: 100vh; display: flex; flex-direction: column; font: var(--fontSizeBase300) / var(--lineHeightBase300) var(--fontFamilyBase); color: var(--colorNeutralForeground1); background: var(--colorNeutralBackground2); }
      nav { display: flex; gap: 4px; }
      nav [aria-current="page"] { border-bottom: 2px solid var(--colorBrandStroke1); border-radius: 0; }
      header { display: flex; gap: 4px; align-items: center; padding: 8px 24px; background: var(--colorNeutralBackground1); border-bottom: 1px solid var(--colorNeutralStroke2); }
      header strong { font-size: var(--fontSizeBase400); margin-right: 16px; }
      .practice { padding: 6px 24px; background: var(--colorStatusWarningBackground1); color: var(--colorStatusWarningForeground1); border-bottom: 1px solid var(--colorStatusWarningBorder1); }
      .opening { position: sticky; top: 0; z-index: 1; margin: 0; max-width: none; padding: 6px 24px; color: var(--colorNeutralForeground2); background: var(--colorNeutralBackground1); border-bottom: 2px solid var(--colorBrandStroke1); }
      main { width: 100%; max-width: 60rem; margin: 0 auto; padding: 24px 24px 64px; }
      @media (min-width: 100rem) { main { max-width: 80rem; } }
      @media (max-width: 52rem) { main { padding: 16px 16px 48px; } header, .practice { padding-left: 16px; padding-right: 16px; } }
    `,
  ];

  @state() private screen: Screen | null = null;
  /** A run goes on, and the window was closed. */
  @state() private leaving = false;
  /** What is asked or told of a newer version. */
  @state() private newer: UpdateView | null = null;
  /** The next screen is late. */
  @state() private opening = false;
  /** What was just let go of by itself, as it was needed no more. */
  @state() private letGo: string[] = [];
  @state() private home: HomeView | null = null;
  private guides: GuideView[] = [];
  /** Of each guide, once one of its steps was opened. */
  private readonly pictures = new Map<string, Pictures>();

  override connectedCallback(): void {
    super.connectedCallback();
    this.addEventListener("lia-go", (event) => void this.show((event as CustomEvent<Place>).detail));
    window.addEventListener("hashchange", this.follow);
    window.addEventListener("keydown", this.key);
    void this.begin();
  }

  override disconnectedCallback(): void {
    window.removeEventListener("hashchange", this.follow);
    window.removeEventListener("keydown", this.key);
    super.disconnectedCallback();
  }

  private readonly key = (event: KeyboardEvent) => {
    if (event.ctrlKey && !event.metaKey && !event.altKey && !event.shiftKey && CLOSES.includes(event.key)) {
      event.preventDefault();
      void close();
      return;
    }
    const isCommand = event.ctrlKey !== event.metaKey && !event.altKey;
    const step = isCommand ? ZOOMS[event.key] : undefined;
    if (step !== undefined) {
      event.preventDefault();
      void zoom(step);
      return;
    }
    const at = isCommand ? KEYS[event.key] : undefined;
    if (at === undefined) return;
    event.preventDefault();
    void this.show({ at });
  };

  private async begin() {
    await this.attempt(async () => {
      const { home, settings, guides } = await beginning;
      for (const guide of guides) addGuideWords(guide.words);
      this.guides = guides;
      applyTheme(settings.theme);
      await speak(settings.language);
      this.home = home;
      this.screen = { at: "home", home };
    });
    // The first screen stands; in this frame its controls answer.
    await this.updateComplete;
    requestAnimationFrame(() => {
      void ready();
      // Whoever goes on finds the next screen there already. Not before that frame, which would wait for them.
      setTimeout(() => Object.values(SCREENS).forEach((read) => void read().catch(() => {})));
    });
    this.follow();
  }

  /** Goes where the address says. A setup that is not there is said at home. */
  private readonly follow = () => {
    const place = placeOf(location.hash);
    // The beginning follows when it is done.
    if (!place || this.busy) return;
    // Read once, so that the same setup can be asked for again.
    history.replaceState(null, "", location.pathname + location.search);
    void this.move(async (isLatest) => {
      try {
        await this.enter(place, isLatest);
      } catch (error) {
        await this.enter({ at: "home" }, isLatest);
        throw error;
      }
    });
  };

  protected override happened(event: Happened): void {
    if (event.event === "home-changed" && this.screen?.at === "home") void this.show({ at: "home" });
    if (event.event === "closing") void this.askToLeave();
    if (event.event === "update") void this.tellOfUpdate(event.update);
    if (event.event === "let-go") {
      const secrets = event.secrets.map((secret) => say("window-kept-let-go", { step: say(`step-${secret.split(".")[0] ?? ""}`) }));
      this.letGo = [...this.letGo, ...secrets, ...event.seats.map((seat) => say("kept-complete", { seat: say(`seat-${seat}`) }))];
    }
  }

  /** Somebody closes the window during a run. */
  private async askToLeave() {
    await import("./parts/leave");
    this.leaving = true;
  }

  /** One after the other: what became of an update takes the place of its question. */
  private async tellOfUpdate(update: UpdateView) {
    await import("./parts/update");
    this.newer = update;
  }

  private async picturesOf(guide: string): Promise<Pictures> {
    const known = this.pictures.get(guide);
    if (known) return known;
    const { pictures } = await ask({ do: "pictures-show", guide });
    this.pictures.set(guide, pictures);
    return pictures;
  }

  private show(place: Place) {
    return this.move((isLatest) => this.enter(place, isLatest));
  }

  private moves = 0;

  /** Goes elsewhere. Whoever asked last is where the window ends, whatever is still being loaded. */
  private async move(work: (isLatest: () => boolean) => Promise<void>) {
    const mine = ++this.moves;
    const isLatest = () => mine === this.moves;
    this.problem = null;
    const late = setTimeout(() => (this.opening = isLatest()), LATE);
    try {
      await work(isLatest);
    } catch (error) {
      if (!isLatest()) return;
      this.problem = asProblem(error);
      // The problem is at the top.
      scrollTo(0, 0);
    } finally {
      clearTimeout(late);
      if (isLatest()) this.opening = false;
    }
  }

  private async enter(place: Place, isLatest: () => boolean) {
    const before = this.screen?.at;
    const [screen] = await Promise.all([this.load(place), SCREENS[place.at]?.()]);
    if (!isLatest()) return;
    this.screen = screen;
    if (place.at === "home" && before === "home") return;
    await this.updateComplete;
    scrollTo(0, 0);
    // A screen reader begins at the new screen's title.
    const shown = this.renderRoot.querySelector("main > :not(lia-problem, .note)");
    if (shown instanceof Element) {
      await shown.updateComplete;
      const title = shown.renderRoot.querySelector<HTMLElement>("[data-begin]") ?? shown.renderRoot.querySelector<HTMLElement>("h1");
      title?.focus();
    }
  }

  private async load(place: Place): Promise<Screen> {
    switch (place.at) {
      case "home":
      case "new-setup":
        this.home = await ask({ do: "home" });
        return { at: place.at, home: this.home };
      case "setup":
        return { at: "setup", setup: await ask({ do: "setup-show", setup: place.setup }), part: place.part };
      case "step": {
        const setup = await ask({ do: "setup-show", setup: place.setup });
        const steps = await load(place.setup, place.step);
        return { at: "step", setup, step: place.step, steps, pictures: await this.picturesOf(setup.guide) };
      }
      case "kept": {
        const setup = place.setup ?? null;
        return { at: "kept", kept: await ask({ do: "kept-show", setup }), setup };
      }
      case "settings":
        return { at: "settings", settings: await ask({ do: "settings-show" }) };
      case "doctor":
        return { at: "doctor" };
      case "handover": {
        const [home, asking] = await Promise.all([ask({ do: "home" }), ask({ do: "handover-show" })]);
        this.home = home;
        return { at: "handover", home, asking, wish: place.wish };
      }
      case "give":
        return { at: "give", setup: await ask({ do: "setup-show", setup: place.setup }), seat: place.seat };
    }
  }

  override render() {
    return html`<header>
        <strong>Liaison</strong>
        <nav aria-label=${say("window-menu")}>${this.link("home")} ${this.link("doctor")} ${this.link("settings")}</nav>
      </header>
      ${this.home?.practice
        ? html`<section class="practice" aria-label=${say("window-practice")} data-test="practice-banner"><strong>${say("window-practice")}.</strong> ${say("window-practice-what")}</section>`
        : nothing}
      ${this.opening ? html`<p class="opening" role="status">${say("window-opening")}</p>` : nothing}
      ${this.leaving ? html`<lia-leave @lia-changed=${() => (this.leaving = false)}></lia-leave>` : nothing}
      ${this.newer ? this.aboutUpdate(this.newer) : nothing}
      <main>${this.problemIfAny()} ${this.letGo.length === 0 ? nothing : this.told()} ${guard([this.screen ?? this.problem], () => this.shown())}</main>`;
  }

  /** Stays until somebody has read it, as another screen may follow at once. */
  private told() {
    return html`<div class="note row" role="status" data-test="let-go">
      <div class="grow">${this.letGo.map((text) => html`<p>${text}</p>`)}</div>
      <fluent-button appearance="subtle" data-test="let-go-read" @click=${() => (this.letGo = [])}>${say("window-read")}</fluent-button>
    </div>`;
  }

  private aboutUpdate(shown: UpdateView) {
    // The next question may have come before the last one's answer was taken.
    const done = () => (this.newer = this.newer === shown ? null : this.newer);
    return keyed(shown, html`<lia-update .about=${shown} @lia-changed=${done}></lia-update>`);
  }

  private link(at: "home" | "doctor" | "settings") {
    const here = this.screen && (AREA[this.screen.at] ?? this.screen.at) === at;
    return html`<fluent-button appearance="subtle" data-test=${at} title=${say(`window-${at}-key`)} aria-current=${here ? "page" : "false"} @click=${() => this.show({ at })}>${say(`window-${at}`)}</fluent-button>`;
  }

  /** Rendered for another screen only: a screen goes on from what it was given, and Lit sets objects again each time. */
  private shown() {
    const { screen } = this;
    switch (screen?.at) {
      case undefined:
        return this.problem ? nothing : html`<p class="quiet">${say("window-busy")}</p>`;
      case "home":
        return html`<lia-home .home=${screen.home} .guides=${this.guides}></lia-home>`;
      case "new-setup":
        return html`<lia-new-setup .home=${screen.home} .guides=${this.guides}></lia-new-setup>`;
      case "setup":
        return keyed(screen.setup.id, html`<lia-setup .setup=${screen.setup} .begin=${screen.part}></lia-setup>`);
      case "step":
        // Another step begins afresh: a plan or a problem of the last one is not its own.
        return keyed(
          `${screen.setup.id} ${screen.step}`,
          html`<lia-step .setup=${screen.setup} .asked=${screen.step} .steps=${screen.steps} .pictures=${screen.pictures}></lia-step>`,
        );
      case "kept":
        return keyed(screen.setup, html`<lia-kept .kept=${screen.kept} .setup=${screen.setup}></lia-kept>`);
      case "settings":
        return html`<lia-settings .settings=${screen.settings}></lia-settings>`;
      case "doctor":
        return html`<lia-doctor></lia-doctor>`;
      case "handover":
        return html`<lia-handover .home=${screen.home} .guides=${this.guides} .asking=${screen.asking} .wish=${screen.wish}></lia-handover>`;
      case "give":
        return keyed(`${screen.setup.id} ${screen.seat}`, html`<lia-give .setup=${screen.setup} .seat=${screen.seat}></lia-give>`);
    }
  }
}
