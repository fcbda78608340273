// Where this tab's key comes from: the address it was opened with, its own shelf, or another tab.

import type { Siblings } from "./siblings.ts";

const SHELF = "kindlight-key";
const PATIENCE = 400; // milliseconds that other tabs have to answer

export interface Places {
  readonly hash: string;
  /** Trade the one-time token for a key; null when it is spent. */
  redeem(token: string): Promise<string | null>;
  /** Take the token out of the address bar and the history. */
  strip(): void;
  readonly shelf: Pick<Storage, "getItem" | "setItem" | "removeItem">;
  readonly siblings: Siblings;
}

export class Keyring {
  #key: string | null = null;
  readonly #places: Places;
  #token: string | null;

  constructor(places: Places) {
    this.#places = places;
    this.#token = /^#k=(.+)$/.exec(places.hash)?.[1] ?? null;
  }

  get mine(): string | null {
    return this.#key;
  }

  /** A key to enter with, or null when there is none to be had. */
  async find(): Promise<string | null> {
    const { shelf, siblings } = this.#places;
    const key = this.#key ?? (await this.#redeemed()) ?? shelf.getItem(SHELF) ?? (await siblings.ask(PATIENCE));
    if (key) this.take(key);
    return key;
  }

  take(key: string): void {
    this.#key = key;
    this.#places.shelf.setItem(SHELF, key);
  }

  /** The engine does not know this key. */
  drop(): void {
    this.#key = null;
    this.#places.shelf.removeItem(SHELF);
  }

  async #redeemed(): Promise<string | null> {
    const token = this.#token;
    if (!token) return null;
    this.#token = null;
    this.#places.strip();
    const key = await this.#places.redeem(token);
    if (key) this.#places.siblings.tell(key);
    return key;
  }
}

/** Trade a one-time token at the engine's door; null when it is spent or the engine is away. */
export async function redeem(token: string): Promise<string | null> {
  try {
    const headers = { "Content-Type": "application/json", "X-Kindlight": "1" };
    const answer = await fetch("/enter", { method: "POST", headers, body: JSON.stringify({ token }) });
    return answer.ok ? ((await answer.json()) as { key: string }).key : null;
  } catch {
    return null;
  }
}
