// These words: how each sentence was found, one at a time, and what the person says of it. Theirs is the last word.

import { html, LitElement, nothing } from "lit";
import type { CorrectWords, Gesture } from "../contract/gesture.ts";
import type { WordsGiven } from "../contract/scene.ts";
import { say } from "./say.ts";

type Span = WordsGiven["spans"][number];
type Says = CorrectWords["says"];

export class Heard extends LitElement {
  static override properties = { given: { attribute: false }, at: { state: true }, shown: { state: true } };

  declare given: WordsGiven | null;
  declare at: number;
  declare shown: boolean;
  declare send: (gesture: Gesture) => void; // given with the words, maybe before this panel has come
  #answered = false; // a choice was made with the keyboard here, and its button may be gone

  constructor() {
    super();
    this.given = null;
    this.at = 0;
    this.shown = false;
  }

  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  protected override willUpdate(changed: Map<string, WordsGiven | null>): void {
    if (!changed.has("given") || changed.get("given")?.id === this.given?.id) return;
    this.at = 0;
    this.shown = false;
  }

  protected override updated(changed: Map<string, unknown>): void {
    if (!this.#answered || !changed.has("given")) return;
    this.#answered = false;
    this.querySelector<HTMLElement>(".found")?.focus();
  }

  protected override render() {
    const span = this.given?.spans[this.at];
    if (!span || !this.given) return nothing;
    return html`
      <button class="quiet" aria-expanded=${this.shown} @click=${() => this.#toggle()}>${say("heard.open")}</button>
      ${this.shown ? this.#sentence(span, this.given.spans.length - 1) : nothing}`;
  }

  #sentence(span: Span, last: number) {
    return html`
      <p class="aside">${say("heard.why")}</p>
      <q class="own" dir="auto">${span.text.trim()}</q>
      <p class="found" tabindex="-1" role="status">${foundOf(span)} ${span.told ? say("heard.told") : nothing}</p>
      <div class="choices">
        ${choicesOf(span).map((says) => html`<button class="quiet" @click=${() => this.#say(says)}>${say(`heard.${says}`)}</button>`)}
        ${span.told ? html`<button class="quiet" @click=${() => this.#forget()}>${say("heard.forget")}</button>` : nothing}
      </div>
      <div class="choices">
        ${this.at > 0 ? html`<button class="quiet" @click=${() => this.#go(-1)}>${say("heard.before")}</button>` : nothing}
        ${this.at < last ? html`<button class="quiet" @click=${() => this.#go(1)}>${say("heard.next")}</button>` : nothing}
      </div>`;
  }

  #toggle(): void {
    this.shown = !this.shown;
  }

  #go(step: number): void {
    this.at += step;
    void this.updateComplete.then(() => this.querySelector<HTMLElement>(".found")?.focus());
  }

  #say(says: Says): void {
    this.#answered = true;
    if (this.given) this.send({ kind: "correct-words", id: this.given.id, place: this.at, says });
  }

  #forget(): void {
    this.#answered = true;
    if (this.given) this.send({ kind: "forget-correction", id: this.given.id, place: this.at });
  }
}

/** How a sentence was found, in words that judge nobody. */
export function foundOf({ heard, about }: Pick<Span, "heard" | "about">): string {
  if (heard === "unread") return say("heard.found-unread");
  if (heard !== "plain") return say(heard === "kind" ? "heard.found-kind" : "heard.found-harsh");
  return say(about === "self" ? "heard.found-plain" : about === "other" ? "heard.found-other" : "heard.found-none");
}

/** What can be said against that. */
export function choicesOf({ heard, about }: Pick<Span, "heard" | "about">): readonly Says[] {
  if (heard === "kind") return ["not-kind", "harsh", "not-about-me"];
  if (heard === "harsh") return ["not-harsh", "kind", "not-about-me"];
  if (heard === "unread") return ["kind", "harsh"];
  return about === "self" ? ["kind", "harsh", "not-about-me"] : ["about-me", "kind", "harsh"];
}

customElements.define("kindlight-heard", Heard);
