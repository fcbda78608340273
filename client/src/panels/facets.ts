// The reflections: turn to one, and it comes nearer; call it what you like; or see yourself there, through the camera.

import { html, LitElement, nothing, svg } from "lit";
import { figure, POSTURES } from "../stage/geometry/figure.ts";
import { FACETS } from "../stage/layout/mirrors.ts";
import type { Facet, World } from "../world/world.ts";
import type { Act } from "./act.ts";
import { say } from "./say.ts";

type Camera = "away" | "open" | "failed";

export class Facets extends LitElement {
  static override properties = { world: { attribute: false }, camera: { state: true } };

  declare world: World;
  declare act: Act;
  declare camera: Camera;
  #video: HTMLVideoElement | null = null;

  constructor() {
    super();
    this.camera = "away";
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#putAway();
    this.act.turn(null);
  }

  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  protected override firstUpdated(): void {
    this.querySelector<HTMLElement>("h2")?.focus({ preventScroll: true });
  }

  protected override render() {
    const { turned } = this.world;
    return html`
      <section class="panel" aria-labelledby="facets-title">
        ${turned ? drawn(turned) : nothing}
        <h2 id="facets-title" tabindex="-1">${turned ? calledOf(this.world, turned) : say("facets.title")}</h2>
        ${turned ? nothing : html`<p class="aside">${say("facets.hint")}</p>`}
        <div class="choices" role="group" aria-label=${say("facets.title")}>
          ${FACETS.map((facet) => html`<button class="quiet" aria-pressed=${facet === turned} @click=${() => this.act.turn(facet === turned ? null : facet)}>${calledOf(this.world, facet)}</button>`)}
        </div>
        ${turned ? this.#naming(turned) : nothing}
        <div class="choices">${this.#looking()}<button class="quiet" @click=${() => this.act.go("write")}>${say("room.back")}</button></div>
        ${this.camera === "open" ? nothing : html`<p class="aside" role="status">${say(this.camera === "failed" ? "facets.camera-failed" : "facets.camera-why")}</p>`}
      </section>`;
  }

  #naming(facet: Facet) {
    return html`
      <form class="beside" @submit=${(event: SubmitEvent) => this.#call(event, facet)}>
        <label>${say("facets.name")}<input class="own" name="name" maxlength="60" autocomplete="off" .value=${nameOf(this.world, facet)} /></label>
        <button class="quiet">${say("facets.call")}</button>
      </form>`;
  }

  #looking() {
    return this.camera === "open"
      ? html`<button class="quiet" @click=${() => this.#putAway()}>${say("facets.camera-away")}</button>`
      : html`<button class="quiet" @click=${() => this.#look()}>${say("facets.camera")}</button>`;
  }

  #call(event: SubmitEvent, facet: Facet): void {
    event.preventDefault();
    const name = String(new FormData(event.currentTarget as HTMLFormElement).get("name") ?? "").trim();
    this.act.send({ kind: "name-facet", facet, name });
  }

  async #look(): Promise<void> {
    try {
      const video = document.createElement("video");
      video.muted = video.playsInline = true;
      video.srcObject = await navigator.mediaDevices.getUserMedia({ video: { facingMode: "user" } });
      if (!this.isConnected) return stop(video);
      this.#video = video;
      await video.play();
      this.act.reflect(video);
      this.camera = "open";
    } catch {
      this.#putAway();
      this.camera = "failed";
    }
  }

  #putAway(): void {
    this.act.reflect(null);
    if (this.#video) stop(this.#video);
    this.#video = null;
    this.camera = "away";
  }
}

function stop(video: HTMLVideoElement): void {
  for (const track of (video.srcObject as MediaStream | null)?.getTracks() ?? []) track.stop();
  video.srcObject = null;
}

const STANDS: Readonly<Record<Facet, string>> = {
  kind: say("facets.kind"),
  confident: say("facets.confident"),
  wounded: say("facets.wounded"),
  strong: say("facets.strong"),
  withdrawn: say("facets.withdrawn"),
};

const nameOf = ({ facets }: World, facet: Facet): string => facets.find((one) => one.facet === facet)?.name ?? "";
const calledOf = (world: World, facet: Facet): string => nameOf(world, facet) || STANDS[facet];

// Where there is no chamber the figure is drawn, in lines with round ends.
const drawn = (facet: Facet) => html`
  <svg class="figure" viewBox="-65 -190 130 192" role="img" aria-label=${STANDS[facet]}>
    ${figure(POSTURES[facet]).map(({ a, b, ra, rb }) => svg`<line x1=${100 * a[0]} y1=${-100 * a[1]} x2=${100 * b[0]} y2=${-100 * b[1]} stroke-width=${100 * (ra + rb)} />`)}
  </svg>`;

customElements.define("kindlight-facets", Facets);
