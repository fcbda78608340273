// The door: keys for a new room, the recovery code once, a locked room, and a record older than remembered.

import { html, type TemplateResult } from "lit";
import type { World } from "../world/world.ts";
import type { Act } from "./act.ts";
import { say } from "./say.ts";

const SHORTEST = 8; // characters of a passphrase, as the engine asks

export const keys = (world: World, act: Act, notNow: () => void): TemplateResult => html`
  <section class="panel" aria-labelledby="keys-title">
    <h2 id="keys-title" tabindex="-1">${say("door.keys-title")}</h2>
    <p>${say("door.keys-why")}</p>
    <form @submit=${sends((field) => act.send({ kind: "found-room", passphrase: field("passphrase") }))}>
      <label>${say("door.passphrase")}
        <textarea
          class="own code" name="passphrase" rows="1" required minlength=${SHORTEST} maxlength="1000" autocomplete="off" autocapitalize="off"
          spellcheck="false" enterkeyhint="done" .value=${world.keys?.join(" ") ?? ""} @input=${onOneLine} @keydown=${sendsOnEnter}
        ></textarea>
      </label>
      <div class="choices"><button class="main">${say("door.use")}</button></div>
    </form>
    <p class="aside">${say("door.without-why")}</p>
    <div class="choices">
      <button class="quiet" @click=${() => act.send({ kind: "found-room", passphrase: null })}>${say("door.without")}</button>
      <button class="quiet" @click=${notNow}>${say("door.not-now")}</button>
    </div>
  </section>`;

export const recovery = (world: World, act: Act): TemplateResult => html`
  <section class="panel printed" aria-labelledby="recovery-title">
    <h2 id="recovery-title" tabindex="-1">${say("door.recovery-title")}</h2>
    <p>${say("door.recovery-why")}</p>
    <output class="own code">${world.recovery}</output>
    <div class="choices">
      <button class="quiet" @click=${(event: Event) => void copy(event, world.recovery ?? "")}>${say("door.copy")}</button>
      <button class="quiet" @click=${() => window.print()}>${say("door.print")}</button>
      <button class="main" @click=${act.goOn}>${say("door.safe")}</button>
    </div>
    <p class="aside" role="status" data-copied></p>
  </section>`;

export const locked = (world: World, act: Act): TemplateResult => html`
  <section class="panel" aria-labelledby="locked-title">
    <h2 id="locked-title" tabindex="-1">${say("door.locked-title")}</h2>
    ${world.sign ? html`<p class="aside">${say("door.sign", { sign: world.sign })}</p>` : ""}
    <form @submit=${sends((field) => act.send({ kind: "unlock", passphrase: field("passphrase") }))}>
      <label>${say("door.passphrase")}
        <input class="own" name="passphrase" type="password" required maxlength="1000" autocomplete="current-password" data-first />
      </label>
      <div class="choices"><button class="main">${say("door.unlock")}</button>${shows()}</div>
    </form>
    <button class="quiet" aria-expanded="false" aria-controls="recover" @click=${unfold}>${say("door.lost")}</button>
      <form id="recover" hidden @submit=${sends((field) => act.send({ kind: "recover", code: field("code"), passphrase: field("passphrase") }))}>
        <label>${say("door.code")}<input class="own" name="code" required maxlength="100" autocomplete="off" autocapitalize="characters" spellcheck="false" /></label>
        <label>${say("door.new-passphrase")}
          <input class="own" name="passphrase" type="password" required minlength=${SHORTEST} maxlength="1000" autocomplete="new-password" />
        </label>
        <small>${say("door.short")}</small>
        <div class="choices"><button class="main">${say("door.recover")}</button>${shows()}</div>
      </form>
  </section>`;

export const older = (act: Act): TemplateResult => html`
  <section class="panel" aria-labelledby="older-title">
    <h2 id="older-title" tabindex="-1">${say("door.older-title")}</h2>
    <p>${say("door.older-why")}</p>
    <div class="choices">
      <button class="main" @click=${() => act.send({ kind: "accept-older" })}>${say("door.older-go-on")}</button>
      <button class="quiet" @click=${() => act.send({ kind: "lock-room" })}>${say("door.older-close")}</button>
    </div>
  </section>`;

type Field = (name: string) => string;

// The fields are read and the form emptied, so that no passphrase stays on the page.
const sends = (send: (field: Field) => void) => (event: SubmitEvent) => {
  event.preventDefault();
  const form = event.currentTarget as HTMLFormElement;
  const data = new FormData(form);
  send((name) => String(data.get(name) ?? ""));
  for (const input of form.querySelectorAll<HTMLInputElement>("input[type=password]")) input.value = "";
};

// A passphrase is one line, however it was pasted: it must be typed again in a field that has no more.
function onOneLine({ currentTarget }: Event): void {
  const field = currentTarget as HTMLTextAreaElement;
  if (/[\r\n]/.test(field.value)) field.value = field.value.replace(/\s*[\r\n]+\s*/g, " ").trim();
}

function sendsOnEnter(event: KeyboardEvent): void {
  if (event.key !== "Enter" || event.isComposing) return;
  event.preventDefault();
  (event.currentTarget as HTMLTextAreaElement).form?.requestSubmit();
}

const shows = () => html`<label class="check"><input type="checkbox" @change=${reveal} /> ${say("door.show")}</label>`;

function unfold({ currentTarget }: Event): void {
  const button = currentTarget as HTMLElement;
  const form = button.parentElement?.querySelector<HTMLElement>("#recover");
  form?.toggleAttribute("hidden");
  button.setAttribute("aria-expanded", String(!form?.hidden));
}

function reveal({ currentTarget }: Event): void {
  const box = currentTarget as HTMLInputElement;
  const field = box.form?.querySelector<HTMLInputElement>("[name=passphrase]");
  if (field) field.type = box.checked ? "text" : "password";
}

async function copy(event: Event, code: string): Promise<void> {
  const told = (event.currentTarget as HTMLElement).closest("section")?.querySelector("[data-copied]");
  const done = await navigator.clipboard.writeText(code).then(
    () => true,
    () => false,
  );
  if (told) told.textContent = say(done ? "door.copied" : "door.copy-failed");
}
