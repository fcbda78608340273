// Help: one's own people first, then people who answer, by region. It lies in the page, so it is there with the engine dead.

import { html, nothing, type TemplateResult } from "lit";
import type { NamePeople } from "../contract/gesture.ts";
import { help as regions } from "../contract/help.ts";
import type { World } from "../world/world.ts";
import type { Act } from "./act.ts";
import { back } from "./back.ts";
import { say, sayDate } from "./say.ts";

type Region = (typeof regions)[number];
type Person = World["help"]["people"][number];

export const help = (world: World, act: Act): TemplateResult => html`
  <section class="panel" aria-labelledby="help-title">
    <h2 id="help-title" tabindex="-1">${say("help.title")}</h2>
    <p>${say("help.danger")} ${emergency(regionOf(world.help.region))}</p>
    ${named(world) ? people(world, act) : nothing}
    ${answering(world, act)}
    ${named(world) ? nothing : people(world, act)}
    <p class="aside">${say("help.honest")}</p>
    <label class="check">
      <input type="checkbox" .checked=${world.help.offers} @change=${(event: Event) => arrange(world, act, { offers: (event.currentTarget as HTMLInputElement).checked })} />
      ${say("help.offers")}
    </label>
    ${back(() => act.go("write"))}
  </section>`;

// Whoever has named someone finds them first; before that, the first thing here is not a form.
const named = ({ help: { people: known } }: World): boolean => known.length > 0;

const emergency = (here: Region | undefined) =>
  here
    ? html`<strong class="number">${reachable(say("help.emergency", { number: here.emergency }), telephone(here.emergency))}</strong>`
    : nothing;

const people = (world: World, act: Act) => html`
  <h3 id="people-title" tabindex="-1">${say("help.people-title")}</h3>
  ${named(world) ? nothing : html`<p class="aside">${say("help.people-none")}</p>`}
  <ul class="people">${world.help.people.map((one, at) => person(one, () => name(act, without(world.help.people, at))))}</ul>
  ${world.door === "open" ? adding(world, act) : html`<p class="aside">${say("help.people-away")}</p>`}`;

const person = ({ name: called, reach }: Person, remove: () => void) => html`
  <li>
    <span class="own">${called}</span> ${reachable(reach)}
    <button class="quiet" @click=${(event: Event) => letGo(event, remove)}>${say("help.remove", { name: called })}</button>
  </li>`;

// The next name moves up under the pointer and the keyboard: neither may remove it by a second press.
function letGo({ currentTarget }: Event, remove: () => void): void {
  (currentTarget as HTMLElement).closest(".panel")?.querySelector<HTMLElement>("#people-title")?.focus();
  remove();
}

const adding = ({ help: { people: known } }: World, act: Act) => html`
  <form class="row" @submit=${(event: SubmitEvent) => add(event, act, known)} ?hidden=${known.length >= 12}>
    <label>${say("help.person")}<input class="own" name="name" required maxlength="80" autocomplete="off" /></label>
    <label>${say("help.reach")}<input class="own" name="reach" maxlength="120" autocomplete="off" /></label>
    <button class="quiet">${say("help.add")}</button>
  </form>`;

function answering(world: World, act: Act) {
  const here = regionOf(world.help.region);
  return html`
    <h3>${say("help.lines-title")}</h3>
    <div class="beside"><label for="region">${say("help.region")}</label>
      <select id="region" @change=${(event: Event) => arrange(world, act, { region: (event.currentTarget as HTMLSelectElement).value })}>
        <option value="" ?selected=${!here}>${say("help.choose")}</option>
        ${regions.map(({ region, name: called }) => html`<option value=${region} ?selected=${here?.region === region}>${called}</option>`)}
      </select></div>
    ${here ? lines(here) : html`<p class="aside">${say("help.elsewhere")}</p>`}`;
}

const lines = ({ verified, lines: answers }: Region) => html`
  <ul class="lines">${answers.map(line)}</ul>
  <p class="aside">${say("help.verified", { date: sayDate(verified) })}</p>`;

const line = ({ name: called, reach, hours, note }: Region["lines"][number]) => html`
  <li>
    <strong>${called}</strong> ${reachable(reach)}
    ${hours ? html`<small>${say("help.hours", { hours })}</small>` : nothing}
    ${note ? html`<small>${note}</small>` : nothing}
  </li>`;

/** A number that can be called is a link that calls it; anything else is shown as it is. */
const reachable = (reach: string, number = telephone(reach)) =>
  number ? html`<a href="tel:${number}">${reach}</a>` : html`<span>${reach}</span>`;

/** The digits of the number to call: the only or the first one, and none where one is asked to text. */
export function telephone(reach: string): string | null {
  const called = /^(?:(?:call|call or text|appeler le)\s+)?(\(?\+?\d[\d\s().–-]*\d)(?=$|,| or | oder )/i.exec(
    reach.trim(),
  );
  const digits = called?.[1]?.replace(/[\s().–-]/g, "") ?? "";
  return /^\+?\d{2,15}$/.test(digits) ? digits : null;
}

/** The lines of the chosen region; without a choice, those of the browser's own. */
export function regionOf(chosen: string, language = navigator.language): Region | undefined {
  const wanted = (chosen || (language.split("-")[1] ?? "")).toLowerCase();
  return regions.find(({ region }) => region.toLowerCase() === wanted);
}

const without = (known: readonly Person[], at: number): readonly Person[] => known.filter((_, other) => other !== at);

function name(act: Act, known: readonly Person[]): void {
  act.send({ kind: "name-people", people: [...known] as NamePeople["people"] });
}

function add(event: SubmitEvent, act: Act, known: readonly Person[]): void {
  event.preventDefault();
  const form = event.currentTarget as HTMLFormElement;
  const data = new FormData(form);
  name(act, [...known, { name: String(data.get("name")).trim(), reach: String(data.get("reach")).trim() }]);
  form.reset();
}

function arrange({ help: { region, offers } }: World, act: Act, change: { region?: string; offers?: boolean }): void {
  act.send({ kind: "arrange-help", region, offers, ...change });
}
