// A picture before it is kept: whatever nobody should see is painted over. Rust paints the same parts into the pixels that it seals.
import { css, html } from "lit";
import { customElement, property, query, state } from "lit/decorators.js";
import type { Part, PixelsView } from "../gen/api";
import { base } from "../style";
import { say } from "../words";
import { Element } from "./element";

type Point = { x: number; y: number };

/** How far an arrow key moves, as a part of the picture's width; with Shift it is one pixel. */
const STRIDE = 1 / 60;

const ARROWS: Record<string, Point> = { ArrowLeft: { x: -1, y: 0 }, ArrowRight: { x: 1, y: 0 }, ArrowUp: { x: 0, y: -1 }, ArrowDown: { x: 0, y: 1 } };

/** The part between two corners, whichever they are. */
export function between(a: Point, b: Point): Part {
  const [x, y] = [Math.min(a.x, b.x), Math.min(a.y, b.y)];
  return { x, y, width: Math.max(a.x, b.x) - x, height: Math.max(a.y, b.y) - y };
}

@customElement("lia-blackout")
export class Blackout extends Element {
  static override styles = [base, css`canvas { display: block; max-width: 100%; height: auto; border: 1px solid var(--colorNeutralStroke1); cursor: crosshair; touch-action: none; }`];

  @property({ attribute: false }) picture!: PixelsView;
  /** What is painted over, oldest first. */
  @state() parts: Part[] = [];

  /** Where a part begins that is being drawn. */
  private corner: Point | null = null;
  /** Where the pointer or the keys are. */
  private at: Point = { x: 0, y: 0 };
  private byKeys = false;
  private readonly image = new Image();

  @query("canvas") private canvas!: HTMLCanvasElement;

  override willUpdate(changed: Map<PropertyKey, unknown>): void {
    if (!changed.has("picture")) return;
    this.parts = [];
    this.corner = null;
    this.at = { x: Math.round(this.picture.width / 2), y: Math.round(this.picture.height / 2) };
    this.image.onload = () => this.draw();
    this.image.src = `data:image/png;base64,${this.picture.png}`;
  }

  override updated(): void {
    this.draw();
  }

  private draw() {
    const pen = this.canvas.getContext("2d");
    if (!pen || !this.image.complete) return;
    pen.drawImage(this.image, 0, 0);
    pen.fillStyle = "#000";
    for (const { x, y, width, height } of this.parts) pen.fillRect(x, y, width, height);
    const unit = Math.max(1, this.picture.width / 800);
    pen.lineWidth = 2 * unit;
    if (this.corner) {
      const { x, y, width, height } = between(this.corner, this.at);
      pen.fillStyle = "rgb(0 0 0 / 60%)";
      pen.fillRect(x, y, width, height);
      pen.strokeStyle = "#e3008c";
      pen.strokeRect(x, y, width, height);
    }
    if (this.byKeys) {
      const arm = 12 * unit;
      pen.strokeStyle = "#e3008c";
      pen.beginPath();
      pen.moveTo(this.at.x - arm, this.at.y);
      pen.lineTo(this.at.x + arm, this.at.y);
      pen.moveTo(this.at.x, this.at.y - arm);
      pen.lineTo(this.at.x, this.at.y + arm);
      pen.stroke();
    }
  }

  /** From the page to the picture's pixels. */
  private point(event: PointerEvent): Point {
    const { left, top, width, height } = this.canvas.getBoundingClientRect();
    return this.inside({ x: ((event.clientX - left) / width) * this.picture.width, y: ((event.clientY - top) / height) * this.picture.height });
  }

  private inside({ x, y }: Point): Point {
    const within = (value: number, most: number) => Math.round(Math.min(Math.max(value, 0), most));
    return { x: within(x, this.picture.width), y: within(y, this.picture.height) };
  }

  private readonly down = (event: PointerEvent) => {
    this.byKeys = false;
    this.canvas.setPointerCapture(event.pointerId);
    this.corner = this.at = this.point(event);
  };

  private readonly move = (event: PointerEvent) => {
    if (!this.corner || this.byKeys) return;
    this.at = this.point(event);
    this.draw();
  };

  private readonly up = (event: PointerEvent) => {
    if (!this.corner || this.byKeys) return;
    this.at = this.point(event);
    this.take();
  };

  private take() {
    const part = this.corner && between(this.corner, this.at);
    this.corner = null;
    // A click alone covers nothing.
    if (part && part.width > 0 && part.height > 0) this.parts = [...this.parts, part];
    else this.draw();
  }

  private readonly key = (event: KeyboardEvent) => {
    const arrow = ARROWS[event.key];
    if (arrow) {
      const far = event.shiftKey ? 1 : Math.max(1, Math.round(this.picture.width * STRIDE));
      this.at = this.inside({ x: this.at.x + arrow.x * far, y: this.at.y + arrow.y * far });
    } else if (event.key === " ") {
      if (this.corner) this.take();
      else this.corner = this.at;
    } else if (event.key === "Backspace") {
      this.back();
    } else return;
    event.preventDefault();
    this.byKeys = true;
    this.draw();
  };

  private readonly back = () => {
    this.corner = null;
    this.parts = this.parts.slice(0, -1);
  };

  override render() {
    const { width, height } = this.picture;
    return html`<p class="quiet" id="how">${say("window-picture-black-what")}</p>
      <canvas
        width=${width}
        height=${height}
        tabindex="0"
        role="application"
        aria-label=${say("window-picture-draft")}
        aria-describedby="how"
        data-test="picture-canvas"
        @pointerdown=${this.down}
        @pointermove=${this.move}
        @pointerup=${this.up}
        @keydown=${this.key}
      ></canvas>
      <p class="row">
        <fluent-button data-test="picture-back" ?disabled-focusable=${this.parts.length === 0} aria-disabled=${this.parts.length === 0} @click=${this.back}>${say("window-picture-back")}</fluent-button>
        <span class="quiet" role="status">${say("window-picture-canvas", { count: this.parts.length })}</span>
      </p>`;
  }
}
