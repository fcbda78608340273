// The line of light: words are typed here, and are nobody's until Enter.

import { html, LitElement, nothing } from "lit";
import { say } from "./say.ts";

const LONGEST = 20_000; // characters of one thought, as the engine says

export class Line extends LitElement {
  static override properties = { waiting: { type: Boolean }, text: { state: true } };

  declare waiting: boolean;
  declare text: string;
  typed: (text: string) => void = () => {};
  kept: (text: string) => void = () => {};
  tooLong: () => void = () => {};
  takenBack: () => void = () => {};

  constructor() {
    super();
    this.waiting = false;
    this.text = "";
  }

  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  get field(): HTMLTextAreaElement | null {
    return this.querySelector("textarea");
  }

  override focus(): void {
    void this.updateComplete.then(() => this.field?.focus({ preventScroll: true }));
  }

  clear(): void {
    this.text = "";
    if (this.field) this.field.value = "";
    this.#grow();
  }

  protected override render() {
    return html`
      <div class="line">
        <textarea
          rows="1" dir="auto" autocomplete="off" autocapitalize="sentences" spellcheck="false" enterkeyhint="done"
          aria-label=${say("room.line")} placeholder=${say("room.placeholder")} ?readonly=${this.waiting}
          @input=${this.#input} @keydown=${this.#press}
        ></textarea>
        <span class="light" aria-hidden="true"></span>
      </div>
      <div class="under">
        <span class="hint" ?data-shown=${this.text !== "" && !this.waiting}>${say("room.hint")}</span>
        ${this.waiting ? html`<button class="quiet late" @click=${() => this.takenBack()}>${say("room.take-back")}</button>` : nothing}
        <button class="quiet" ?hidden=${this.text.trim() === "" || this.waiting} @click=${this.#keep}>${say("room.keep")}</button>
      </div>`;
  }

  #input(): void {
    this.text = this.field?.value ?? "";
    this.#grow();
    this.typed(this.text);
  }

  #press(event: KeyboardEvent): void {
    if (event.key !== "Enter" || event.shiftKey || event.isComposing) return;
    event.preventDefault();
    this.#keep();
  }

  #keep(): void {
    if (this.text.trim() === "" || this.waiting) return;
    if ([...this.text].length > LONGEST) this.tooLong();
    else this.kept(this.text);
  }

  // Out of sight there is nothing to measure; then the field keeps the height of one line.
  #grow(): void {
    const field = this.field;
    field?.style.removeProperty("height");
    if (field && field.scrollHeight > 0) field.style.setProperty("height", `${field.scrollHeight}px`);
  }
}

customElements.define("kindlight-line", Line);
