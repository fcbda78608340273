// The person's own words: the garden, the threads, words looked for, and one text with its date.

import { html, nothing, type TemplateResult } from "lit";
import type { World } from "../world/world.ts";
import type { Act } from "./act.ts";
import { back } from "./back.ts";
import { fewOf, flowersOf, foundIn, threadsOf, tintOf } from "./items.ts";
import type { Item } from "./list.ts";
import { say, sayDate, sayPlace } from "./say.ts";

export const garden = (world: World, act: Act): TemplateResult =>
  listed(
    "garden",
    say("room.garden"),
    world.plants.length > 0 ? say("room.garden-hint") : say("room.garden-empty"),
    flowersOf(world),
    act,
  );

export const threads = (world: World, act: Act): TemplateResult =>
  listed(
    "threads",
    say("room.threads"),
    world.threads.length > 0 ? say("room.threads-hint") : say("room.threads-empty"),
    threadsOf(world),
    act,
  );

/** After a low moment old words weigh more: the garden first, and a few threads by a second choice. */
export const low = (world: World, act: Act, second: boolean): TemplateResult =>
  listed(
    "threads",
    say("room.threads"),
    second ? say("room.few") : say("room.low"),
    second ? fewOf(world) : [],
    act,
    html`<div class="choices">
      <button class="main" @click=${() => act.go("garden")}>${say("room.garden")}</button>
      <button class="quiet" ?hidden=${second} @click=${() => act.go("few")}>${say("room.low-open")}</button>
    </div>`,
  );

const listed = (
  name: string,
  title: string,
  lead: string,
  items: readonly Item[],
  act: Act,
  more: TemplateResult | typeof nothing = nothing,
) => html`
  <section class="panel" aria-labelledby="${name}-title">
    <h2 id="${name}-title" tabindex="-1">${title}</h2>
    <p class="aside">${lead}</p>
    ${items.length > 0 ? list(title, items, act) : nothing} ${more}
    ${back(() => act.go("write"))}
  </section>`;

export const find = (world: World, act: Act): TemplateResult => html`
  <section class="panel" aria-labelledby="find-title">
    <h2 id="find-title" tabindex="-1">${say("room.find")}</h2>
    <form role="search" @submit=${(event: SubmitEvent) => look(event, act)}>
      <label>${say("room.find-line")}<input class="own" name="query" maxlength="200" autocomplete="off" required data-first /></label>
      <div class="choices"><button class="main">${say("room.find")}</button></div>
    </form>
    <div aria-live="polite">${world.found ? found(world, world.found.query, act) : nothing}</div>
    ${back(() => act.go("write"))}
  </section>`;

const found = (world: World, query: string, act: Act) => {
  const items = foundIn(world);
  const lead = items.length > 0 ? say("room.find-found", { query }) : say("room.find-none");
  return html`<p class="aside">${lead}</p>${list(lead, items, act)}`;
};

export const words = ({ given }: World, act: Act): TemplateResult => html`
  <section class="panel" aria-labelledby="words-title">
    <h2 id="words-title" tabindex="-1">${say("room.words-of", { when: sayDate(given?.when ?? "") })}</h2>
    ${given?.place ? html`<p class="aside">${say("room.words-place", { place: sayPlace(given.place) })}</p>` : nothing}
    <blockquote class="own" dir="auto">${given?.spans.map((span) => html`<span data-tint=${tintOf(span)}>${span.text}</span>`)}</blockquote>
    <kindlight-heard .given=${given} .send=${act.send}></kindlight-heard>
    ${back(() => act.aside("given"))}
  </section>`;

const list = (label: string, items: readonly Item[], act: Act) => html`
  <kindlight-list ?data-first=${items.length > 0} .label=${label} .items=${items} .open=${(id: string) => act.send({ kind: "open-thread", id })}></kindlight-list>`;

function look(event: SubmitEvent, act: Act): void {
  event.preventDefault();
  const query = String(new FormData(event.currentTarget as HTMLFormElement).get("query") ?? "").trim();
  if (query) act.send({ kind: "find-words", query });
}
