// What the engine has not answered yet: told again after every return, under the same name, until it is answered.

import type { Gesture } from "../contract/gesture.ts";
import type { SceneMessage } from "../contract/scene.ts";

const LASTING = new Set(["keep-thought", "name-people", "name-facet", "arrange-help"]);

export class Outbox {
  readonly #open = new Map<string, Gesture>();

  put(gesture: Gesture): void {
    if (LASTING.has(gesture.kind)) this.#open.set(gesture.kind, gesture);
  }

  withdraw(kind: Gesture["kind"]): void {
    this.#open.delete(kind);
  }

  /** Take off what this message answers. */
  hear(message: SceneMessage): void {
    if (message.kind === "refused") this.#open.delete(message.gesture);
    if (message.kind === "help-shown") this.#settleHelp(message);
    if (message.kind === "facets-shown") this.#settleName(message.facets);
    if (message.kind === "thought-saved") this.#settleThought(message.id);
  }

  waiting(): readonly Gesture[] {
    return [...this.#open.values()];
  }

  #settleThought(id: string): void {
    const kept = this.#open.get("keep-thought");
    if (kept?.kind === "keep-thought" && kept.id === id) this.#open.delete("keep-thought");
  }

  #settleName(shown: Extract<SceneMessage, { kind: "facets-shown" }>["facets"]): void {
    const called = this.#open.get("name-facet");
    if (called?.kind !== "name-facet") return;
    const name = shown.find(({ facet }) => facet === called.facet)?.name ?? "";
    if (name === called.name) this.#open.delete("name-facet");
  }

  // The arrangement also comes unasked on every return: only one that says what we asked for is an answer.
  #settleHelp(shown: Extract<SceneMessage, { kind: "help-shown" }>): void {
    const people = this.#open.get("name-people");
    if (people?.kind === "name-people" && same(people.people, shown.people)) this.#open.delete("name-people");
    const arranged = this.#open.get("arrange-help");
    if (arranged?.kind !== "arrange-help") return;
    if (arranged.region === shown.region && arranged.offers === shown.offers) this.#open.delete("arrange-help");
  }
}

type People = readonly { readonly name: string; readonly reach: string }[];
const same = (a: People, b: People): boolean =>
  a.length === b.length && a.every((one, at) => one.name === b[at]?.name && one.reach === b[at]?.reach);
