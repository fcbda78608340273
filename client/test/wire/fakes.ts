// The edge of the machine, by hand: a socket, a clock and a channel that do what a test says.

import type { Gesture } from "../../src/contract/gesture.ts";
import type { SceneMessage } from "../../src/contract/scene.ts";
import type { Clock } from "../../src/wire/drafts.ts";
import type { Channel } from "../../src/wire/siblings.ts";
import type { Socket } from "../../src/wire/socket.ts";

export class FakeSocket implements Socket {
  readonly sent: Gesture[] = [];
  onopen: Socket["onopen"] = null;
  onmessage: Socket["onmessage"] = null;
  onclose: Socket["onclose"] = null;

  send(line: string): void {
    this.sent.push(JSON.parse(line));
  }

  close(): void {}

  say(message: SceneMessage): void {
    this.onmessage?.({ data: JSON.stringify(message) });
  }
}

export class FakeClock implements Clock {
  #now = 0;
  #due: { readonly at: number; readonly then: () => void }[] = [];

  now(): number {
    return this.#now;
  }

  later(then: () => void, after: number): () => void {
    const one = { at: this.#now + after, then };
    this.#due.push(one);
    return () => {
      this.#due = this.#due.filter((other) => other !== one);
    };
  }

  pass(milliseconds: number): void {
    const end = this.#now + milliseconds;
    for (let next = this.#next(end); next; next = this.#next(end)) {
      this.#now = next.at;
      this.#due = this.#due.filter((one) => one !== next);
      next.then();
    }
    this.#now = end;
  }

  #next(end: number) {
    return this.#due.filter(({ at }) => at <= end).sort((a, b) => a.at - b.at)[0];
  }
}

/** Any number of tabs on one channel: what one posts, all others hear. */
export class FakeStreet {
  readonly #heard: { readonly from: Channel; readonly hear: (event: { data: never }) => void }[] = [];

  channel(): Channel {
    const channel: Channel = {
      postMessage: (word) => {
        for (const { from, hear } of this.#heard) if (from !== channel) hear({ data: word as never });
      },
      addEventListener: (_, hear) => {
        this.#heard.push({ from: channel, hear: hear as never });
      },
    };
    return channel;
  }
}
