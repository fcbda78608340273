// The page itself: a line to write on, one panel at a time, and Ground and Help in their fixed places.

import { html, LitElement, nothing, type TemplateResult } from "lit";
import { begin, type World } from "../world/world.ts";
import type { Act } from "./act.ts";
import { calm } from "./calm.ts";
import { keys, locked, older, recovery } from "./door.ts";
import { ground } from "./ground.ts";
import { help } from "./help.ts";
import { closing, offer, shut, stale } from "./leaving.ts";
import type { Line } from "./line.ts";
import { hasLine, hasWays, type Place, type Shown, shownAt } from "./place.ts";
import { say } from "./say.ts";
import { statusOf } from "./status.ts";

type Later = typeof import("./later.ts");
const isLater = (shown: Shown): boolean => ["garden", "threads", "few", "find", "words"].includes(shown);

export class Room extends LitElement {
  static override properties = {
    world: { attribute: false },
    place: { attribute: false },
    waiting: { state: true },
    typing: { state: true },
    later: { state: true },
    headset: { state: true },
    worn: { state: true },
  };

  declare world: World;
  declare place: Place;
  declare waiting: string | null; // the name of the thought on the line that waits to be kept
  declare typing: boolean;
  declare later: Later | null; // the panels that come once the page is there
  declare headset: boolean; // there is one to enter with
  declare worn: boolean;
  act!: Act; // given by the app before the page is shown
  #shown: Shown | null = null;

  constructor() {
    super();
    this.world = begin();
    this.place = "write";
    this.waiting = null;
    this.typing = false;
    this.later = null;
    this.headset = this.worn = false;
  }

  get line(): Line | null {
    return this.querySelector<Line>("kindlight-line");
  }

  /** The words on the line. */
  get draft(): string {
    return this.line?.text ?? "";
  }

  /** A waiting thought is the person's again, to change or let go. */
  takeBack(): void {
    if (this.waiting === null) return;
    this.waiting = null;
    this.act.withdraw();
    this.act.aside("keys");
  }

  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  protected override willUpdate(): void {
    const { saved, refused } = this.world;
    if (this.waiting !== null && saved?.id === this.waiting) this.#kept();
    if (refused?.gesture === "keep-thought") this.waiting = null;
  }

  protected override updated(): void {
    const shown = shownAt(this.world, this.place);
    // What was pressed may be gone by now: then the keyboard goes to where one's people stand.
    if (shown === "help" && document.activeElement === document.body)
      this.querySelector<HTMLElement>("#people-title")?.focus();
    if (shown === this.#shown || (this.later === null && isLater(shown))) return;
    const from = this.#shown;
    this.#shown = shown;
    this.#attend(shown, from);
  }

  protected override render() {
    const shown = shownAt(this.world, this.place);
    return html`
      ${calm(this.world)}
      <main data-shown=${shown}>
        ${this.#panel(shown)} ${this.#offer(shown)}
        <p class="status" ?data-urgent=${this.world.refused !== null || this.world.reach !== "here"} role="status" aria-live="polite">${statusOf(this.world, { typing: this.typing, waiting: this.waiting !== null })}</p>
        <kindlight-line
          ?hidden=${!hasLine(shown)} .waiting=${this.waiting !== null}
          .typed=${(text: string) => this.#typed(text)} .kept=${(text: string) => this.#keep(text)}
          .tooLong=${() => this.act.tooLong()} .takenBack=${() => this.takeBack()}
        ></kindlight-line>
      </main>
      ${this.#places(shown)} ${this.#settings(shown)}
      <button class="quiet fixed ground" aria-pressed=${this.place === "ground"} @click=${() => this.#toggle("ground")}>${say("room.ground")}</button>
      <button class="quiet fixed help" aria-pressed=${this.place === "help"} @click=${() => this.#toggle("help")}>${say("room.help")}</button>`;
  }

  #panel(shown: Shown): TemplateResult | typeof nothing {
    const { world, act } = this;
    switch (shown) {
      case "write":
        return nothing;
      case "ground":
        return ground(act);
      case "help":
        return help(world, act);
      case "threads":
      case "few":
        if (world.low || shown === "few") return this.later?.low(world, act, shown === "few") ?? nothing;
        return this.later?.threads(world, act) ?? nothing;
      case "garden":
      case "find":
      case "words":
        return this.later?.[shown](world, act) ?? nothing;
      case "facets":
        return html`<kindlight-facets .world=${world} .act=${act}></kindlight-facets>`;
      default:
        return this.#threshold(shown);
    }
  }

  #threshold(shown: Exclude<Shown, Place | "words">): TemplateResult {
    const { world, act } = this;
    switch (shown) {
      case "keys":
        return keys(world, act, () => this.takeBack());
      case "recovery":
        return recovery(world, act);
      case "locked":
        return locked(world, act);
      case "older":
        return older(act);
      case "shut":
        return shut(this.draft !== "");
      case "stale":
        return stale(act);
      case "closing":
        return closing(act);
    }
  }

  // A heavy thought is offered help, softly; above the line, so that the line stays where it is.
  #offer(shown: Shown) {
    const { saved, help: arranged } = this.world;
    const wanted = shown === "write" && this.waiting === null && saved?.care && arranged.offers;
    return wanted ? offer(this.act, () => this.#offerNoMore()) : nothing;
  }

  #places(shown: Shown) {
    if (!this.#isInside(shown)) return nothing;
    return html`<nav class="places" aria-label=${say("room.places")}>
      ${this.#way("garden", say("room.garden"))} ${this.#way("threads", say("room.threads"))} ${this.#way("find", say("room.find"))} ${this.#way("facets", say("facets.title"))}
    </nav>`;
  }

  #way(place: Place, name: string) {
    return html`<button class="quiet" aria-pressed=${this.place === place} @click=${() => this.#toggle(place)}>${name}</button>`;
  }

  #isInside(shown: Shown): boolean {
    return this.world.door === "open" && !this.world.ended && hasWays(shown);
  }

  #settings(shown: Shown) {
    const { world, act } = this;
    return html`<div class="settings" role="group" aria-label=${say("room.settings")}>
      <button class="quiet" aria-pressed=${world.still} @click=${() => act.still(!world.still)}>${say("room.stillness")}</button>
      <button class="quiet" aria-pressed=${world.dark} @click=${() => act.dark(!world.dark)}>${say("room.darkness")}</button>
      ${this.#isInside(shown) ? this.#leaving() : nothing}
    </div>`;
  }

  #leaving() {
    return html`
      ${this.headset ? html`<button class="quiet" @click=${() => this.act.enter()}>${say(this.worn ? "headset.leave" : "headset.enter")}</button>` : nothing}
      <button class="quiet" @click=${() => this.act.send({ kind: "lock-room" })}>${say("room.lock")}</button>
      <button class="quiet" @click=${() => this.act.send({ kind: "close-visit" })}>${say("room.close")}</button>`;
  }

  #toggle(place: Place): void {
    this.act.go(this.place === place ? "write" : place);
  }

  #typed(text: string): void {
    this.typing = text.trim() !== "";
    if (this.world.saved || this.world.refused) this.act.aside("saved", "refused");
    this.act.draft(text);
  }

  #keep(text: string): void {
    if (this.waiting !== null) return;
    if (this.world.door === "locked") {
      this.#attend("locked", null);
    } else {
      this.waiting = crypto.randomUUID();
      this.act.keep(this.waiting, text);
    }
  }

  #kept(): void {
    this.waiting = null;
    this.typing = false;
    this.line?.clear();
  }

  #offerNoMore(): void {
    this.act.send({ kind: "arrange-help", region: this.world.help.region, offers: false });
    this.act.aside("saved");
  }

  // What is new on the page is where the keyboard and the reader go.
  #attend(shown: Shown, from: Shown | null): void {
    const panel = this.querySelector(".panel");
    this.querySelector("main")?.scrollTo(0, 0);
    const left = from === "words" ? panel?.querySelector<HTMLElement>("kindlight-list[data-first]") : null;
    const first = left ?? panel?.querySelector<HTMLElement>("[data-first]") ?? panel?.querySelector<HTMLElement>("h2");
    if (shown === "write") this.line?.focus();
    else first?.focus({ preventScroll: true });
  }
}

customElements.define("kindlight-room", Room);
