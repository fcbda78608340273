// A list that arrow keys walk and Enter opens: flowers as they grew, threads by date. A part at a time, so that a life fits.

import { html, LitElement, nothing } from "lit";
import { say } from "./say.ts";

export interface Item {
  readonly id: string;
  readonly label: string;
  readonly tint: "warm" | "silver" | "pearl";
  readonly piece?: string;
}

const PART = 40;
const LEAP = 10;

const left = new Map<string, string>(); // where each list was left, so that coming back finds it

export class List extends LitElement {
  static override properties = { items: { attribute: false }, label: {}, at: { state: true } };

  declare items: readonly Item[];
  declare label: string;
  declare at: number; // among all items
  open: (id: string) => void = () => {};

  constructor() {
    super();
    this.items = [];
    this.label = "";
    this.at = 0;
  }

  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  override focus(): void {
    void this.updateComplete.then(() => this.querySelector<HTMLElement>('.walk [tabindex="0"]')?.focus());
  }

  protected override willUpdate(changed: Map<string, unknown>): void {
    if (changed.has("items"))
      this.at = Math.max(
        0,
        this.items.findIndex(({ id }) => id === left.get(this.label)),
      );
  }

  protected override render() {
    const from = this.at - (this.at % PART);
    const part = this.items.slice(from, from + PART);
    return html`
      <ul class="walk" aria-label=${this.label} @keydown=${this.#press}>
        ${part.map((item, at) => this.#item(item, from + at))}
      </ul>
      <div class="choices">
        ${from > 0 ? html`<button class="quiet" @click=${() => this.#go(from - PART)}>${say("room.later")}</button>` : nothing}
        ${from + PART < this.items.length ? html`<button class="quiet" @click=${() => this.#go(from + PART)}>${say("room.earlier")}</button>` : nothing}
      </div>`;
  }

  #item(item: Item, at: number) {
    return html`<li>
      <button data-tint=${item.tint} tabindex=${at === this.at ? 0 : -1} @focus=${() => this.#stand(at)} @click=${() => this.open(item.id)}>
        <span>${item.label}</span>${item.piece ? html`<q class="own" dir="auto">${item.piece}</q>` : nothing}
      </button>
    </li>`;
  }

  #stand(at: number): void {
    this.at = at;
    left.set(this.label, this.items[at]?.id ?? "");
  }

  #go(at: number): void {
    this.#stand(at);
    this.focus();
  }

  #press(event: KeyboardEvent): void {
    const to = step(event.key, this.at, this.items.length);
    if (to === null) return;
    event.preventDefault();
    this.#go(to);
  }
}

/** Where a key leads from `at` in a list of `count`, or null when it leads nowhere. */
export function step(key: string, at: number, count: number): number | null {
  if (count === 0) return null;
  switch (key) {
    case "ArrowDown":
    case "ArrowRight":
      return Math.min(count - 1, at + 1);
    case "ArrowUp":
    case "ArrowLeft":
      return Math.max(0, at - 1);
    case "PageDown":
      return Math.min(count - 1, at + LEAP);
    case "PageUp":
      return Math.max(0, at - LEAP);
    case "Home":
      return 0;
    case "End":
      return count - 1;
    default:
      return null;
  }
}

customElements.define("kindlight-list", List);
