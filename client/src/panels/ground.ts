// Ground: a few things to do with feet, breath and eyes. No timer, no steps to finish, nothing asked.

import { html, type TemplateResult } from "lit";
import type { Act } from "./act.ts";
import { back } from "./record.ts";
import { say } from "./say.ts";

export const ground = (act: Act): TemplateResult => html`
  <section class="panel" aria-labelledby="ground-title">
    <h2 id="ground-title" tabindex="-1">${say("ground.title")}</h2>
    <p class="aside">${say("ground.lead")}</p>
    <dl>
      <dt>${say("ground.feet-title")}</dt><dd>${say("ground.feet")}</dd>
      <dt>${say("ground.look-title")}</dt><dd>${say("ground.look")}</dd>
      <dt>${say("ground.touch-title")}</dt><dd>${say("ground.touch")}</dd>
      <dt>${say("ground.breath-title")}</dt><dd>${say("ground.breath")}</dd>
    </dl>
    <p class="aside">${say("ground.after")}</p>
    ${back(() => act.go("write"))}
  </section>`;
