// The loom: every text is one string of the warp, hung by its time, and one short weft at its theme, dyed by its words.
// From afar all of them are a veil of few pieces each; those near the gaze are drawn in full, over it; and the text
// whose words are open shows its sentences, each in its own light.

import { Group, type Vector2, Vector3, Vector4 } from "three";
import type { Thread, World } from "../../world/world.ts";
import { type Gaze, type Lens, lens } from "../layout/gaze.ts";
import { BEGIN, type Calendar, calendar, LOOM } from "../layout/loom.ts";
import { MOST, sentences } from "../layout/sentences.ts";
import { FADE, FAINT, isSeen, type Near, near, nearness, veiled, WIDEST } from "../layout/sight.ts";
import { joined, type Weave, woven } from "../layout/weave.ts";
import type { Part } from "../part.ts";
import type { Room } from "../room.ts";
import fragmentShader from "../shaders/thread.frag";
import vertexShader from "../shaders/thread.vert";
import { material } from "../source.ts";
import type { Strings } from "../touch.ts";
import { LUMINOUS } from "./dust.ts";
import { type Dye, mesh, Threads } from "./strands.ts";

const PIECES = { veil: 8, near: 24, weft: 10, poor: 6, sentence: 8 };
const SPARE = 64; // threads that can join before all are written again
const VOICES = 512; // threads that are seen from afar
const GROWING = 6; // seconds until a new thread has its full light
const ARRIVING = 0.4; // seconds without news after which a record that comes in parts is woven

/** The loom on the stage, and what the eye and the hand must know of it. */
export class Loom implements Part {
  readonly object = new Group();
  weave: Weave | null = null;
  private through: Lens = { at: 0, power: 0, left: 1, right: 1 };
  private near: Near = { places: [], edge: 1 };
  private deepest = 0;
  private hung: readonly Thread[] = [];
  private told: readonly Thread[] = [];
  private waited = 0; // seconds since the last news
  private slots = new Int32Array(0); // each thread's place in the veil, or -1
  private held = 0; // threads in the veil
  private newestSince = -1000;
  private looked: Gaze | null = null;
  private opened: World["given"] = null;
  private readonly gaze = { value: new Vector4() };
  private readonly reach = { value: new Vector3(1, 1, 1) };
  private readonly veil: Threads;
  private readonly close: Threads;
  private readonly sentences = new Threads(MOST);
  private readonly surface;

  constructor(
    private readonly room: Room,
    size: { value: Vector2 },
    overhead: { value: number },
    private readonly eye: { readonly gaze: Gaze },
  ) {
    const { tier } = room;
    this.veil = new Threads(tier.threads + SPARE);
    this.close = new Threads(tier.close);
    const numbers = { ...LOOM, BEGIN, FADE, FAINT };
    this.surface = material({
      vertexShader,
      fragmentShader,
      uniforms: { ...room.uniforms, size, overhead, gaze: this.gaze, reach: this.reach },
      defines: Object.fromEntries(Object.entries(numbers).map(([name, value]) => [name, value.toFixed(4)])),
      side: 2,
      ...LUMINOUS,
    });
    const fine = tier.rich ? PIECES.near : PIECES.veil;
    const ribbons = [
      this.veil.ribbon("string", tier.rich ? PIECES.veil : PIECES.poor, false),
      this.veil.ribbon("weft", tier.rich ? PIECES.weft : PIECES.poor, false),
      this.close.ribbon("string", fine, true),
      this.close.ribbon("weft", tier.rich ? PIECES.near : PIECES.poor, true),
      this.sentences.ribbon("sentence", PIECES.sentence, true),
    ];
    this.object.add(...ribbons.map((ribbon) => mesh(ribbon, this.surface, room)));
  }

  get calendar(): Calendar | null {
    return this.weave?.dates ?? null;
  }

  /** The strings as they are seen now, for a finger to find. */
  strings(allowed: (thread: Thread) => boolean): Strings | null {
    const { weave, through, near: close, deepest } = this;
    if (!weave) return null;
    const wanted = (k: number): boolean => allowed(weave.threads[k]!) && isSeen(weave, through, close, deepest, k);
    return { weave, through, wanted };
  }

  /** The share of the round at which a thread hangs. */
  shareOf(id: string): number | null {
    const k = this.weave?.threads.findIndex((thread) => thread.id === id) ?? -1;
    return k < 0 ? null : this.weave!.shares[k]!;
  }

  show(world: World, dt: number): void {
    this.waited += dt;
    if (world.threads !== this.hung) this.take(world);
    const growing = world.time - this.newestSince < GROWING + dt;
    if (growing) this.grow(world);
    if (this.weave && (growing || this.eye.gaze !== this.looked)) this.lookThrough(this.weave, world);
    if (world.given !== this.opened) this.open(world);
  }

  dispose(): void {
    for (const threads of [this.veil, this.close, this.sentences]) threads.dispose();
    this.surface.dispose();
  }

  private take(world: World): void {
    if (world.threads !== this.told) this.waited = 0;
    this.told = world.threads;
    if (this.isOneMore(world)) this.join(world);
    else if (this.isDyed(world.threads)) this.dye(world.threads);
    else if (this.isWhole(world.threads)) this.weaveAll(world);
  }

  private isOneMore({ threads, newestThread }: World): boolean {
    const { length } = this.hung;
    return (
      length > 0 &&
      threads.length === length + 1 &&
      threads[0]!.id === this.hung[0]!.id &&
      threads[length]!.id === newestThread &&
      this.held < this.veil.most
    );
  }

  private isDyed(threads: readonly Thread[]): boolean {
    return (
      this.weave !== null &&
      threads.length === this.hung.length &&
      threads.every(({ id }, k) => id === this.hung[k]!.id)
    );
  }

  // A long record comes in parts, and is not woven anew for each of them.
  private isWhole({ length }: readonly Thread[]): boolean {
    return this.waited >= ARRIVING || length >= 1.5 * this.hung.length || length < this.hung.length;
  }

  private weaveAll(world: World): void {
    const { threads, newestThread } = world;
    const dates = calendar(this.calendar, threads, newestThread);
    const { tier } = this.room;
    if (threads.length === 1 && threads[0]!.id === newestThread) this.newestSince = world.time;
    this.weave = dates && woven(dates, threads, Math.min(VOICES, tier.threads));
    this.deepest = this.weave ? veiled(this.weave, tier.threads) : 0;
    this.slots = new Int32Array(threads.length + SPARE).fill(-1);
    this.held = 0;
    for (const k of this.weave?.order ?? []) if (this.weave!.levels[k]! <= this.deepest) this.hold(this.weave!, k);
    this.veil.count = this.held;
    this.hung = threads;
    this.looked = null;
  }

  private join(world: World): void {
    const k = this.hung.length;
    this.weave = joined(this.weave!, world.threads);
    if (k >= this.slots.length) {
      const slots = new Int32Array(k + SPARE).fill(-1);
      slots.set(this.slots);
      this.slots = slots;
    }
    this.hold(this.weave, k);
    this.veil.count = this.held;
    this.hung = world.threads;
    this.newestSince = world.time;
    this.looked = null;
  }

  private dye(threads: readonly Thread[]): void {
    threads.forEach((thread, k) => {
      if (thread !== this.hung[k] && this.slots[k]! >= 0) this.veil.tint(this.slots[k]!, dyed(thread, 1));
    });
    this.weave = { ...this.weave!, threads };
    this.hung = threads;
    this.looked = null;
  }

  private hold(weave: Weave, k: number): void {
    this.veil.tie(this.held, hungAt(weave, k), weave.levels[k]!);
    this.veil.tint(this.held, dyed(weave.threads[k]!, 1));
    this.slots[k] = this.held++;
  }

  private appeared({ time }: World): number {
    return Math.min(1, Math.max(0, (time - this.newestSince) / GROWING));
  }

  private grow(world: World): void {
    const k = this.hung.length - 1;
    if (k >= 0) this.veil.tint(this.slots[k]!, dyed(this.hung[k]!, this.appeared(world)));
  }

  private lookThrough(weave: Weave, world: World): void {
    const { gaze } = this.eye;
    const { close } = this.room.tier;
    const strength = nearness(gaze);
    this.through = lens(weave.span, gaze);
    this.near = strength > 0 ? near(weave, this.through, close) : { places: [], edge: WIDEST };
    const last = weave.threads.length - 1;
    this.near.places.forEach((k, slot) => {
      this.close.tie(slot, hungAt(weave, k), weave.levels[k]!);
      this.close.tint(slot, dyed(weave.threads[k]!, k === last ? this.appeared(world) : 1));
    });
    this.close.count = this.near.places.length;
    const coarse = Math.fround(gaze.at);
    this.gaze.value.set(coarse, gaze.at - coarse, this.through.power, strength);
    this.reach.value.set(this.through.left, this.through.right, this.near.edge);
    this.looked = gaze;
  }

  private open({ given }: World): void {
    const share = given && this.shareOf(given.id);
    const pieces = share === null ? [] : sentences(given!.spans.map(({ text }) => text.length));
    pieces.forEach(({ middle, half }, k) => {
      const { warmth, silver } = given!.spans[k]!;
      this.sentences.tie(k, { share: share!, theme: middle }, 0);
      this.sentences.tint(k, [warmth, silver, half, 1]);
    });
    this.sentences.count = pieces.length;
    this.opened = given;
  }
}

const hungAt = ({ shares, themes }: Weave, k: number) => ({ share: shares[k]!, theme: themes[k]! });

const dyed = ({ warmth, silver, weight }: Thread, appear: number): Dye => [warmth, silver, weight, appear];
