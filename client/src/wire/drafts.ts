// Paces the words on the line: the first letter goes at once, the rest as they come, never more than ten times a second.

export const GAP = 100; // milliseconds

export interface Clock {
  now(): number;
  /** Calls `then` in `after` milliseconds; the answer calls it off. */
  later(then: () => void, after: number): () => void;
}

export const clock: Clock = {
  now: () => performance.now(),
  later(then, after) {
    const timer = setTimeout(then, after);
    return () => clearTimeout(timer);
  },
};

export class Drafts {
  #sentAt = Number.NEGATIVE_INFINITY;
  #cancel = () => {};
  readonly #send: (text: string) => void;
  readonly #clock: Clock;

  constructor(send: (text: string) => void, time: Clock = clock) {
    this.#send = send;
    this.#clock = time;
  }

  type(text: string): void {
    this.#cancel();
    const rest = this.#sentAt + GAP - this.#clock.now();
    if (rest <= 0) this.#go(text);
    else this.#cancel = this.#clock.later(() => this.#go(text), rest);
  }

  /** Let go of a draft that has not gone yet. */
  drop(): void {
    this.#cancel();
  }

  #go(text: string): void {
    this.#sentAt = this.#clock.now();
    this.#send(text);
  }
}
