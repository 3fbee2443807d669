// The window: its head, and the screen that it shows.
import { css, html, nothing } from "lit";
import "@fluentui/web-components/button/define.js";
import { customElement, state } from "lit/decorators.js";
import { guard } from "lit/directives/guard.js";
import { keyed } from "lit/directives/keyed.js";
import { beginning } from "./beginning";
import type { Event as Happened, GuideView, HomeView, SettingsView, SetupView, StepView } from "./gen/api";
import { ask, ready } from "./host";
import { type Place, placeOf } from "./navigate";
import { Element } from "./parts/element";
import "./screens/home";
import { base } from "./style";
import { applyTheme } from "./theme";
import { addGuideWords, say, speak } from "./words";

/** A place with everything that its screen shows. */
type Screen =
  | { at: "home" | "new-setup"; home: HomeView }
  | { at: "setup"; setup: SetupView }
  | { at: "step"; setup: SetupView; step: StepView; guide: GuideView }
  | { at: "settings"; settings: SettingsView }
  | { at: "doctor" };

/** The screens beyond the first, read when they are shown. */
const screens = {
  "new-setup": () => import("./screens/new-setup"),
  setup: () => import("./screens/setup"),
  step: () => import("./screens/step"),
  settings: () => import("./screens/settings"),
  doctor: () => import("./screens/doctor"),
};

@customElement("lia-window")
export class Window extends Element {
  static override styles = [
    base,
    css`
      :host { min-height: 100vh; display: flex; flex-direction: column; font: var(--fontSizeBase300) / var(--lineHeightBase300) var(--fontFamilyBase); color: var(--colorNeutralForeground1); background: var(--colorNeutralBackground2); }
      header { display: flex; gap: 4px; align-items: center; padding: 8px 24px; background: var(--colorNeutralBackground1); border-bottom: 1px solid var(--colorNeutralStroke2); }
      header strong { font-size: var(--fontSizeBase400); margin-right: 16px; }
      .practice { padding: 6px 24px; background: var(--colorStatusWarningBackground1); color: var(--colorStatusWarningForeground1); border-bottom: 1px solid var(--colorStatusWarningBorder1); }
      main { width: 100%; max-width: 60rem; margin: 0 auto; padding: 24px; }
    `,
  ];

  @state() private screen: Screen | null = null;
  @state() private home: HomeView | null = null;
  /** Where to go next, and where to when that fails. */
  private wanted: { place: Place; otherwise: Place | null } | null = null;
  private readonly guides = new Map<string, GuideView>();

  override connectedCallback(): void {
    super.connectedCallback();
    this.addEventListener("lia-go", (event) => void this.show((event as CustomEvent<Place>).detail));
    window.addEventListener("hashchange", this.follow);
    void this.begin();
  }

  override disconnectedCallback(): void {
    window.removeEventListener("hashchange", this.follow);
    super.disconnectedCallback();
  }

  private async begin() {
    await this.attempt(async () => {
      const [home, settings] = await beginning;
      applyTheme(settings.theme);
      await speak(settings.language);
      this.home = home;
      this.screen = { at: "home", home };
    });
    // The first screen stands; in this frame its controls answer.
    await this.updateComplete;
    requestAnimationFrame(() => void ready());
    // Whoever goes on finds the next screen there already.
    for (const read of Object.values(screens)) void read().catch(() => {});
    this.follow();
    await this.go();
  }

  /** Goes where the address says. A setup that is not there is said at home. */
  private readonly follow = () => {
    const place = placeOf(location.hash);
    if (!place) return;
    // Read once, so that the same setup can be asked for again.
    history.replaceState(null, "", location.pathname + location.search);
    void this.show(place, { at: "home" });
  };

  protected override happened(event: Happened): void {
    if (event.event === "home-changed" && this.screen?.at === "home") void this.show({ at: "home" });
  }

  private async guide(id: string): Promise<GuideView> {
    const known = this.guides.get(id);
    if (known) return known;
    const guide = await ask({ do: "guide-show", guide: id });
    addGuideWords(guide.words);
    this.guides.set(id, guide);
    return guide;
  }

  private async show(place: Place, otherwise: Place | null = null) {
    this.wanted = { place, otherwise };
    await this.go();
  }

  /** Goes where somebody wants to go. Who changes their mind meanwhile gets there next; what is in between is left out. */
  private async go() {
    while (this.wanted && !this.busy) {
      const { place, otherwise } = this.wanted;
      this.wanted = null;
      await this.attempt(async () => {
        try {
          await this.enter(place);
        } catch (error) {
          if (otherwise) await this.enter(otherwise);
          throw error;
        }
      });
      // The problem is at the top.
      if (this.problem) scrollTo(0, 0);
    }
  }

  private async enter(place: Place) {
    const before = this.screen?.at;
    const [screen] = await Promise.all([this.load(place), place.at === "home" ? null : screens[place.at]()]);
    this.screen = screen;
    if (place.at === "home" && before === "home") return;
    await this.updateComplete;
    scrollTo(0, 0);
    // A screen reader begins at the new screen's title.
    const shown = this.renderRoot.querySelector("main > :not(lia-problem)");
    if (shown instanceof Element) {
      await shown.updateComplete;
      shown.renderRoot.querySelector<HTMLElement>("h1")?.focus();
    }
  }

  private async load(place: Place): Promise<Screen> {
    switch (place.at) {
      case "home":
      case "new-setup":
        this.home = await ask({ do: "home" });
        return { at: place.at, home: this.home };
      case "setup": {
        const setup = await ask({ do: "setup-show", setup: place.setup });
        // Its steps' names.
        await this.guide(setup.guide);
        return { at: "setup", setup };
      }
      case "step": {
        const setup = await ask({ do: "setup-show", setup: place.setup });
        const step = await ask({ do: "step-show", setup: place.setup, step: place.step });
        return { at: "step", setup, step, guide: await this.guide(setup.guide) };
      }
      case "settings":
        return { at: "settings", settings: await ask({ do: "settings-show" }) };
      case "doctor":
        return { at: "doctor" };
    }
  }

  override render() {
    return html`<header>
        <strong>Liaison</strong>
        ${this.link("home")} ${this.link("doctor")} ${this.link("settings")}
      </header>
      ${this.home?.practice
        ? html`<div class="practice" role="note" data-test="practice-banner"><strong>${say("window-practice")}.</strong> ${say("window-practice-what")}</div>`
        : nothing}
      <main>${this.problemIfAny()} ${guard([this.screen ?? this.problem], () => this.shown())}</main>`;
  }

  private link(at: "home" | "doctor" | "settings") {
    return html`<fluent-button appearance="subtle" data-test=${at} @click=${() => this.show({ at })}>${say(`window-${at}`)}</fluent-button>`;
  }

  /** Rendered for another screen only: a screen goes on from what it was given, and Lit sets objects again each time. */
  private shown() {
    const { screen } = this;
    switch (screen?.at) {
      case undefined:
        return this.problem ? nothing : html`<p class="quiet">${say("window-busy")}</p>`;
      case "home":
        return html`<lia-home .home=${screen.home}></lia-home>`;
      case "new-setup":
        return html`<lia-new-setup .home=${screen.home}></lia-new-setup>`;
      case "setup":
        return keyed(screen.setup.id, html`<lia-setup .setup=${screen.setup}></lia-setup>`);
      case "step":
        // Another step begins afresh: a plan or a problem of the last one is not its own.
        return keyed(
          `${screen.setup.id} ${screen.step.line.id}`,
          html`<lia-step .setup=${screen.setup} .step=${screen.step} .guide=${screen.guide}></lia-step>`,
        );
      case "settings":
        return html`<lia-settings .settings=${screen.settings}></lia-settings>`;
      case "doctor":
        return html`<lia-doctor></lia-doctor>`;
    }
  }
}
