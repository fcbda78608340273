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

export class List extends LitElement {
  static override properties = { items: { attribute: false }, label: {}, from: { state: true }, at: { state: true } };

  declare items: readonly Item[];
  declare label: string;
  declare from: number;
  declare at: number;
  open: (id: string) => void = () => {};

  constructor() {
    super();
    this.items = [];
    this.label = "";
    this.from = 0;
    this.at = 0;
  }

  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  override focus(): void {
    void this.updateComplete.then(() => this.#buttons()[this.at]?.focus({ preventScroll: true }));
  }

  protected override render() {
    const part = this.items.slice(this.from, this.from + PART);
    return html`
      <ul class="walk" aria-label=${this.label} @keydown=${this.#press}>
        ${part.map((item, at) => this.#item(item, at))}
      </ul>
      <div class="choices">
        ${this.from > 0 ? html`<button class="quiet" @click=${() => this.#turn(-PART)}>${say("room.later")}</button>` : nothing}
        ${this.from + PART < this.items.length ? html`<button class="quiet" @click=${() => this.#turn(PART)}>${say("room.earlier")}</button>` : nothing}
      </div>`;
  }

  #item(item: Item, at: number) {
    return html`<li>
      <button data-tint=${item.tint} tabindex=${at === this.at ? 0 : -1} @focus=${() => this.#stand(at)} @click=${() => this.open(item.id)}>
        <span>${item.label}</span>${item.piece ? html`<q class="own">${item.piece}</q>` : nothing}
      </button>
    </li>`;
  }

  #stand(at: number): void {
    this.at = at;
  }

  #turn(by: number): void {
    this.from = Math.max(0, this.from + by);
    this.at = 0;
    void this.updateComplete.then(() => this.#buttons()[0]?.focus());
  }

  #press(event: KeyboardEvent): void {
    const to = step(event.key, this.at, this.#buttons().length);
    if (to === null) return;
    event.preventDefault();
    this.#buttons()[to]?.focus();
  }

  #buttons(): readonly HTMLButtonElement[] {
    return [...this.querySelectorAll<HTMLButtonElement>(".walk button")];
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
    case "Home":
      return 0;
    case "End":
      return count - 1;
    default:
      return null;
  }
}

customElements.define("kindlight-list", List);
