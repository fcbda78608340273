// The one line to the engine: it enters, comes back for ever, and loses nothing that was asked to be kept.

import type { Gesture } from "../contract/gesture.ts";
import type { SceneMessage } from "../contract/scene.ts";
import { CONTRACT } from "../contract/words.ts";
import type { Reach } from "../world/world.ts";
import { afterClose, pause } from "./close.ts";
import { type Clock, clock, Drafts } from "./drafts.ts";
import type { Keyring } from "./key.ts";
import { Outbox } from "./outbox.ts";

/** The part of WebSocket that is needed. */
export interface Socket {
  send(line: string): void;
  close(): void;
  onopen: (() => void) | null;
  onmessage: ((event: { readonly data: string }) => void) | null;
  onclose: ((event: { readonly code: number }) => void) | null;
}

export interface Ends {
  open(): Socket;
  readonly keys: Pick<Keyring, "find" | "drop">;
  receive(message: SceneMessage): void;
  reach(reach: Reach): void;
  readonly clock?: Clock;
}

const DRAFT = 4000; // characters at the end of a draft that the walls answer to

export class Wire {
  readonly #ends: Ends;
  readonly #clock: Clock;
  readonly #outbox = new Outbox();
  readonly #drafts: Drafts;
  #socket: Socket | null = null; // only while the engine is here
  #failures = 0;
  #echo = 0;
  #open = false; // the door, as last heard
  #dropped = false; // the key was refused once; a second time the door is shut

  constructor(ends: Ends) {
    this.#ends = ends;
    this.#clock = ends.clock ?? clock;
    this.#drafts = new Drafts((text) => this.#post({ kind: "draft", echo: ++this.#echo, text }), this.#clock);
  }

  /** Find a key and enter; without one the door is shut. */
  async start(): Promise<void> {
    const key = await this.#ends.keys.find();
    if (key) this.#enter(key);
    else this.#ends.reach("shut");
  }

  /** Send now; what must last is told again until it is answered. */
  send(gesture: Gesture): void {
    this.#outbox.put(gesture);
    if (this.#open || !waitsForDoor(gesture)) this.#post(gesture);
  }

  /** The person goes on past the recovery code: the engine may forget it. */
  goOn(): void {
    void this.#ends.keys.find().then((key) => key && this.#post(entering(key)));
  }

  draft(text: string): void {
    this.#drafts.type(text.slice(-DRAFT));
  }

  /** Keep a thought under its own name. A draft that has not gone yet need not go. */
  keep(id: string, text: string): void {
    this.#drafts.drop();
    this.send({ kind: "keep-thought", id, text });
  }

  /** The person took a waiting thought back. */
  withdraw(): void {
    this.#outbox.withdraw("keep-thought");
  }

  #post(gesture: Gesture): void {
    this.#socket?.send(JSON.stringify(gesture));
  }

  #enter(key: string): void {
    const socket = this.#ends.open();
    socket.onopen = () => socket.send(JSON.stringify(entering(key)));
    socket.onmessage = ({ data }) => this.#hear(socket, JSON.parse(data) as SceneMessage);
    socket.onclose = ({ code }) => this.#closed(code);
  }

  #hear(socket: Socket, message: SceneMessage): void {
    this.#outbox.hear(message);
    if (message.kind === "welcome") this.#welcomed(socket);
    this.#ends.receive(message);
    if (message.kind === "welcome" || message.kind === "door-moved") this.#atDoor(message.door);
  }

  #atDoor(door: "new" | "locked" | "open" | "older"): void {
    this.#open = door === "open";
    if (this.#open || door === "new") this.#tellAgain();
  }

  #welcomed(socket: Socket): void {
    this.#socket = socket;
    this.#failures = 0;
    this.#dropped = false;
  }

  #tellAgain(): void {
    for (const gesture of this.#outbox.waiting()) if (this.#open || !waitsForDoor(gesture)) this.#post(gesture);
  }

  #closed(code: number): void {
    this.#socket = null;
    const next = afterClose(code);
    if (next === "stale") this.#ends.reach("stale");
    if (next === "ask") this.#askAgain();
    if (next === "again") this.#comeBack();
  }

  #comeBack(): void {
    this.#ends.reach("away");
    this.#clock.later(() => void this.start(), pause(this.#failures++));
  }

  // A key that is refused twice in a row opens nothing: other tabs do not know a better one.
  #askAgain(): void {
    const again = !this.#dropped;
    this.#ends.keys.drop();
    this.#dropped = again;
    if (again) void this.start();
    else this.#ends.reach("shut");
  }
}

const entering = (key: string): Gesture => ({ kind: "enter", key, contract: CONTRACT });

// What is arranged before the door is open is told when it is.
const waitsForDoor = ({ kind }: Gesture): boolean => /^(arrange-help|name-)/.test(kind);
