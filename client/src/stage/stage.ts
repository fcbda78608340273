// The stage: the one place that knows three.js. It shows the world as it is and decides nothing.

import { type Ray, Scene, Vector2, Vector3, WebGLRenderer, type WebGLRenderTarget } from "three";
import { fitted, paced, START, shown, begin as tierFor } from "../quality/choose.ts";
import type { Tier } from "../quality/tiers.ts";
import { touchable } from "../world/low.ts";
import { begin as beginWorld, type World } from "../world/world.ts";
import { Binocular } from "./binocular.ts";
import { Eye, LIFE, type View } from "./eye.ts";
import { type Governed, governed } from "./governor.ts";
import { Hands } from "./hands.ts";
import { Headset, isOffered, SEAT, type Sight } from "./headset.ts";
import { Mirror } from "./mirror.ts";
import { mixed } from "./palette.ts";
import { dust } from "./parts/dust.ts";
import { facets } from "./parts/facets.ts";
import { garden } from "./parts/garden.ts";
import { pool } from "./parts/pool.ts";
import { Loom } from "./parts/threads.ts";
import { walls } from "./parts/walls.ts";
import { Picture } from "./picture.ts";
import { Queue } from "./queue.ts";
import { colour, lookFrom, roomUniforms } from "./shared.ts";
import { touched, under, wet } from "./touch.ts";
import { DRAWING, type Stage, type Wearer } from "./types.ts";
import { Wave } from "./wave.ts";

const UNMIRRORED = 1;
const WIDE = 16 / 9; // how wide the garden's beds open around who sits among them
const DARKEN = 2.2; // seconds to go two thirds of the way into the dark mode

/** The stage on a canvas, or null when this browser cannot draw it. It rises in steps, and waits for `turn` between them. */
export async function createStage(
  canvas: HTMLCanvasElement,
  turn = async () => {},
  tier?: Tier,
): Promise<Stage | null> {
  const context = canvas.getContext("webgl2", DRAWING) as WebGL2RenderingContext | null;
  if (!context?.getExtension("EXT_color_buffer_float")) return null;
  const chosen = tier ?? tierFor(named(context), matchMedia("(pointer: coarse)").matches);
  await turn();
  const renderer = new WebGLRenderer({ canvas, context });
  await turn();
  return new Chamber(canvas, renderer, chosen, tier !== undefined);
}

function named(context: WebGL2RenderingContext): string {
  const detail = context.getExtension("WEBGL_debug_renderer_info");
  return String(context.getParameter(detail ? detail.UNMASKED_RENDERER_WEBGL : context.RENDERER));
}

class Chamber implements Stage {
  private readonly uniforms = roomUniforms();
  private readonly scene = new Scene();
  private readonly eye = new Eye(UNMIRRORED);
  private readonly mirror;
  private readonly picture: Picture;
  private readonly size = { value: new Vector2(1, 1) };
  private readonly tall = { value: 1 };
  private readonly overhead = { value: 0 };
  private readonly stand = { value: new Vector3() };
  private readonly pool;
  private readonly garden;
  private readonly loom;
  private readonly facets;
  private readonly hands;
  private readonly dust;
  private readonly headset;
  private binocular: Binocular | null = null;
  private wearer: Wearer | null = null;
  private view: View = "room";
  private readonly parts;
  private pace;
  private gloom = 0;
  private governed: Governed | null = null;
  private litAt = 0; // the world's time; it also passes while nothing is drawn
  private owed = 0; // seconds passed while the last frame was still being drawn
  private painted = 0; // frames
  private readonly queue: Queue;
  private world: World = beginWorld();

  constructor(
    private readonly canvas: HTMLCanvasElement,
    private readonly renderer: WebGLRenderer,
    private readonly tier: Tier,
    private readonly steady: boolean,
  ) {
    this.pace = { ...START, share: tier.least };
    this.renderer.setPixelRatio(1);
    this.renderer.debug.checkShaderErrors = steady; // asking waits for every program
    this.picture = new Picture(this.renderer, tier);
    this.queue = new Queue(renderer.getContext() as WebGL2RenderingContext, tier.rest);
    const room = { uniforms: this.uniforms, tier, steady, unmirrored: UNMIRRORED };
    this.mirror = new Mirror(tier.mirrored === "all");
    this.pool = pool(room, this.mirror, new Wave(renderer, tier.wave));
    this.garden = garden(room);
    this.loom = new Loom(room, this.size, this.overhead, this.eye);
    this.hands = new Hands(canvas, this.eye, this.loom);
    this.facets = facets(room);
    this.dust = dust(room, this.tall, this.stand);
    this.headset = new Headset(renderer, UNMIRRORED, {
      frame: (dt, sights, target) => this.see(dt, sights, target),
      point: (ray) => this.point(ray),
      squeeze: () => this.wearer?.ground(),
    });
    this.parts = [walls(room), this.pool, this.facets, this.garden, this.loom, this.dust];
    this.scene.add(...this.parts.map((part) => part.object));
    this.resize();
  }

  draw(world: World, dt: number): void {
    if (this.isWorn || document.hidden || this.renderer.getContext().isContextLost()) return;
    this.owed += dt;
    // A tier that was asked for is stepped by hand, and every step is drawn.
    const eager = world.ripples !== this.world.ripples;
    if (!this.steady && this.queue.busy(performance.now(), eager)) return;
    this.paint(world, this.owed);
    this.owed = 0;
    if (!this.steady) this.queue.handed(performance.now());
  }

  resize(): void {
    if (this.isWorn) return;
    const { clientWidth, clientHeight } = this.canvas;
    const drawn = fitted(this.tier, this.pace.share, clientWidth, clientHeight, devicePixelRatio);
    const whole = shown(this.tier, drawn, clientWidth, clientHeight, devicePixelRatio);
    this.renderer.setSize(...whole, false);
    this.picture.fit(drawn, whole);
    this.mirror.fit(...drawn, this.tier.mirror);
    this.size.value.set(...drawn);
    this.tall.value = drawn[1];
    this.garden.shape(this.aspect());
  }

  at(x: number, y: number): ReturnType<Stage["at"]> {
    const box = this.canvas.getBoundingClientRect();
    if (this.facets.watched)
      return this.facets.at(this.eye.camera, (x - box.left) / box.width, (y - box.top) / box.height);
    const window = { width: box.width, height: box.height, aspect: this.aspect() };
    const strings = this.loom.strings(touchable(this.world));
    return touched(this.world, strings, this.eye.camera, window, x - box.left, y - box.top);
  }

  get stirred(): boolean {
    return this.eye.isStirred;
  }

  look(view: View): void {
    this.view = view;
    this.eye.look(view);
    this.facets.watched = this.isWorn || view === "facets";
  }

  reflect(video: HTMLVideoElement | null): void {
    this.facets.reflect(video);
  }

  stir(x: number, y: number): void {
    const box = this.canvas.getBoundingClientRect();
    const place = under(this.eye.camera, (x - box.left) / box.width, (y - box.top) / box.height);
    if (place) this.pool.touch("finger", ...place);
  }

  beat(): void {
    this.pool.touch("beat", 0, 0);
  }

  canEnter(): Promise<boolean> {
    return isOffered();
  }

  get isWorn(): boolean {
    return this.headset.isWorn;
  }

  async enter(wearer: Wearer): Promise<void> {
    await this.headset.enter();
    const [{ gaze }, { turned }] = [this.eye, this.world];
    this.wearer = wearer;
    this.settle(LIFE);
    await this.headset.left;
    this.binocular?.dispose();
    this.binocular = null;
    if (!this.wearer) return; // the stage itself has gone
    this.settle(gaze);
    wearer.turn(turned);
    this.resize();
    this.paint(this.world, 0); // the page must not wait in the dark for its own next frame
  }

  leave(): void {
    this.headset.leave();
  }

  dispose(): void {
    this.headset.leave();
    this.wearer = null;
    this.hands.dispose();
    for (const part of this.parts) part.dispose();
    this.picture.dispose();
    this.mirror.dispose();
    this.renderer.dispose();
  }

  private paint(world: World, dt: number): void {
    this.world = world;
    this.keepPace(dt);
    this.live(world, dt);
    const { camera, moving } = this.eye;
    this.picture.coats?.next();
    this.mirror.draw(this.renderer, this.scene, camera, this.uniforms, this.picture.coats?.nudge);
    this.picture.draw(this.scene, camera, this.governed!.light.palette, dt, moving);
  }

  /** A frame of the headset. Its own head is all that moves the eye there. */
  private see(dt: number, sights: readonly Sight[], target: WebGLRenderTarget): void {
    const world = this.wearer?.beat(dt);
    if (!world || this.renderer.getContext().isContextLost()) return;
    this.world = world;
    this.live(world, dt);
    const { scene, uniforms, mirror, size, tall } = this;
    this.binocular ??= new Binocular(this.renderer, this.tier, { scene, uniforms, mirror, size, tall });
    this.binocular.draw(sights, target, this.governed!.light.palette);
  }

  /** A trigger or a pinch turns to the reflection it points at, or touches the water. */
  private point(ray: Ray): void {
    const [facet, water] = [this.facets.along(ray), wet(ray)];
    if (facet && facet.far < (water?.far ?? Number.POSITIVE_INFINITY))
      this.wearer?.turn(facet.id === this.world.turned ? null : facet.id);
    else if (water) this.pool.touch("finger", water.x, water.z);
  }

  /** Make ready for a headset, or for the window again. From the seat the loom is seen whole, and the mirrors are there. */
  private settle(gaze: typeof LIFE): void {
    this.eye.gaze = gaze;
    this.dust.thin(this.isWorn);
    this.facets.watched = this.isWorn || this.view === "facets";
    this.garden.shape(this.isWorn ? WIDE : this.aspect());
  }

  private live(world: World, dt: number): void {
    this.follow(world, dt);
    for (const part of this.parts) part.show(world, dt);
    // One part more with each of the first frames: a renderer that builds all its programs at once holds up the page.
    this.parts.forEach((part, k) => {
      part.object.visible = k <= this.painted;
    });
    this.painted += 1;
  }

  private follow(world: World, dt: number): void {
    const uniforms = this.uniforms;
    // In stillness time stands; light still fades.
    if (!world.still) uniforms.time.value += dt;
    const aim = Math.max(world.dark ? 1 : 0, world.light.fade);
    this.gloom += (aim - this.gloom) * (1 - Math.exp(-dt / DARKEN));
    this.eye.open(world.given && this.loom.shareOf(world.given.id));
    const wanted = {
      palette: mixed(world.light, this.gloom),
      wake: world.light.wake,
      gloom: Math.max(this.gloom, world.light.moods.darkness),
    };
    this.governed = governed(this.governed, wanted, Math.max(0, world.time - this.litAt));
    this.litAt = world.time;
    const { palette, wake, gloom } = this.governed.light;
    colour(uniforms, palette);
    uniforms.gloom.value = gloom;
    uniforms.wake.value = wake;
    if (!this.isWorn) this.eye.follow(dt, this.aspect(), palette.near, world, this.loom.weave?.span ?? null);
    const overhead = this.isWorn ? 0 : this.eye.overhead;
    this.overhead.value = overhead;
    uniforms.coreAt.value.set(0, 3 + 3.9 * overhead, -2.2 + 1.9 * overhead);
    this.stand.value.copy(this.isWorn ? SEAT : this.eye.camera.position);
    lookFrom(uniforms, this.eye.camera, 1);
  }

  private aspect(): number {
    return this.canvas.clientWidth / Math.max(1, this.canvas.clientHeight);
  }

  /** A tier that was asked for is kept as it is; a suggested one follows the frames. */
  private keepPace(dt: number): void {
    if (this.steady || this.world.still) return;
    const { share } = this.pace;
    this.pace = paced(this.pace, dt, this.tier.least);
    if (this.pace.share !== share) this.resize();
  }
}
