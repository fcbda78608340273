// Ground: one thing to do at a time, with feet, eyes, hands or breath. No timer, no steps to finish, nothing asked.

import { html, LitElement, type TemplateResult } from "lit";
import type { Act } from "./act.ts";
import { back } from "./back.ts";
import { say } from "./say.ts";

const WAYS = [
  { name: say("ground.feet-title"), words: say("ground.feet") },
  { name: say("ground.look-title"), words: say("ground.look") },
  { name: say("ground.touch-title"), words: say("ground.touch") },
  { name: say("ground.breath-title"), words: say("ground.breath") },
] as const;

export const ground = (act: Act): TemplateResult => html`
  <section class="panel" aria-labelledby="ground-title">
    <h2 id="ground-title" tabindex="-1">${say("ground.title")}</h2>
    <p class="aside">${say("ground.lead")}</p>
    <kindlight-ways></kindlight-ways>
    <p class="aside">${say("ground.after")}</p>
    ${back(() => act.go("write"))}
  </section>`;

export class Ways extends LitElement {
  static override properties = { chosen: { state: true } };

  declare chosen: (typeof WAYS)[number];

  constructor() {
    super();
    this.chosen = WAYS[0];
  }

  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  protected override render() {
    return html`
      <p class="own way" aria-live="polite">${this.chosen.words}</p>
      <div class="choices">${WAYS.map((way) => this.#way(way))}</div>`;
  }

  #way(way: (typeof WAYS)[number]) {
    const choose = () => {
      this.chosen = way;
    };
    return html`<button class="quiet" aria-pressed=${this.chosen === way} @click=${choose}>${way.name}</button>`;
  }
}

customElements.define("kindlight-ways", Ways);
