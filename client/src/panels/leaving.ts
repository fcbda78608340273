// When the page cannot go on by itself, and when the visit is closed.

import { html, nothing, type TemplateResult } from "lit";
import type { Act } from "./act.ts";
import { say } from "./say.ts";

export const shut = (words: boolean): TemplateResult => html`
  <section class="panel" aria-labelledby="shut-title">
    <h2 id="shut-title" tabindex="-1">${say("room.shut-title")}</h2>
    <p>${say("room.shut")}</p>
    ${words ? html`<p class="aside">${say("room.shut-words")}</p>` : nothing}
  </section>`;

export const stale = (act: Act): TemplateResult => html`
  <section class="panel" aria-labelledby="stale-title">
    <h2 id="stale-title" tabindex="-1">${say("room.stale")}</h2>
    <p>${say("room.stale-words")}</p>
    <div class="choices"><button class="quiet" @click=${act.reload}>${say("room.reload")}</button></div>
  </section>`;

export const closing = (act: Act): TemplateResult => html`
  <section class="panel closing" aria-labelledby="closing-title">
    <h2 id="closing-title" tabindex="-1">${say("room.closing")}</h2>
    <div class="choices"><button class="quiet" @click=${act.comeIn}>${say("room.come-in")}</button></div>
  </section>`;

export const offer = (act: Act, never: () => void): TemplateResult => html`
  <p class="offer">
    <span>${say("room.offer")}</span>
    <button class="quiet" @click=${() => act.go("help")}>${say("room.offer-open")}</button>
    <button class="quiet" @click=${() => act.aside("saved")}>${say("room.offer-later")}</button>
    <button class="quiet" @click=${never}>${say("room.offer-never")}</button>
  </p>`;
