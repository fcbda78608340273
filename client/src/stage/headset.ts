// A headset's own frames: where its eyes are in the room, and what its hands point at. The person sits; the floor stands.

import { Matrix4, PerspectiveCamera, Ray, Vector3, Vector4, type WebGLRenderer, WebGLRenderTarget } from "three";

/** Where the person's floor lies in the room: among the near flowers, the far wall straight ahead. */
export const SEAT = new Vector3(0, 0, 2.4);
const SEATED = new Matrix4().setPosition(SEAT);
const LENS = { near: 0.05, far: 40 }; // metres, as the window's eye
const LONGEST = 0.1; // seconds one frame may stand for

/** What one eye sees, and its part of the headset's picture. */
export interface Sight {
  readonly camera: PerspectiveCamera;
  readonly part: Vector4;
}

export interface Worn {
  /** Draw these sights into the target, `dt` seconds after the last time. */
  frame(dt: number, sights: readonly Sight[], target: WebGLRenderTarget): void;
  /** A trigger, a pinch or a tap, along where it points. */
  point(ray: Ray): void;
  squeeze(): void;
}

/** Whether this browser has a headset at hand. */
export async function isOffered(): Promise<boolean> {
  try {
    return (await navigator.xr?.isSessionSupported("immersive-vr")) ?? false;
  } catch {
    return false;
  }
}

export class Headset {
  /** Resolves when the person who wears it has left. */
  left: Promise<void> = Promise.resolve();
  private session: XRSession | null = null;
  private readonly sights: Sight[] = [];
  private last = Number.NaN;

  /** `unmirrored`: the layer that the eyes see beside the first. */
  constructor(
    private readonly renderer: WebGLRenderer,
    private readonly unmirrored: number,
    private readonly worn: Worn,
  ) {}

  get isWorn(): boolean {
    return this.session !== null;
  }

  /** Resolves when the first frame is on its way; throws when the headset does not open. */
  async enter(): Promise<void> {
    const wishes = { requiredFeatures: ["local-floor"], optionalFeatures: ["hand-tracking"] };
    const session = await navigator.xr!.requestSession("immersive-vr", wishes);
    this.left = new Promise((left) => session.addEventListener("end", () => left(this.end())));
    try {
      await this.begin(session);
    } catch (fault) {
      this.leave(session);
      throw fault;
    }
  }

  leave(session = this.session): void {
    session?.end().catch(() => {}); // it may have ended by itself
  }

  // Without three's own way in: that sizes the page's canvas for the headset, and wants a depth the canvas does not have.
  private async begin(session: XRSession): Promise<void> {
    const context = this.renderer.getContext() as WebGL2RenderingContext;
    await context.makeXRCompatible();
    const layer = new XRWebGLLayer(session, context, { antialias: false, depth: false });
    await session.updateRenderState({ baseLayer: layer, depthNear: LENS.near, depthFar: LENS.far });
    const floor = await session.requestReferenceSpace("local-floor");
    session.addEventListener("select", (event) => this.select(event, floor));
    session.addEventListener("squeeze", () => this.worn.squeeze());
    this.last = Number.NaN;
    this.session = session;
    this.follow(session, layer, floor, new WebGLRenderTarget(1, 1, { depthBuffer: false }));
  }

  private follow(session: XRSession, layer: XRWebGLLayer, floor: XRReferenceSpace, target: WebGLRenderTarget): void {
    session.requestAnimationFrame((now, frame) => {
      this.follow(session, layer, floor, target);
      const pose = frame.getViewerPose(floor);
      if (!pose) return;
      framed(this.renderer).setRenderTargetFramebuffer(target, layer.framebuffer);
      this.worn.frame(this.passed(now), this.look(pose, layer), target);
    });
  }

  private passed(now: number): number {
    const dt = (now - this.last) / 1000;
    this.last = now;
    return Math.min(LONGEST, Math.max(0, dt || 0));
  }

  private look({ views }: XRViewerPose, layer: XRWebGLLayer): readonly Sight[] {
    return views.flatMap((view, k) => {
      const part = layer.getViewport(view);
      if (!part || part.width === 0) return [];
      const sight = this.sights[k] ?? this.opened();
      this.sights[k] = sight;
      sight.part.set(part.x, part.y, part.width, part.height);
      turn(sight.camera, view);
      return [sight];
    });
  }

  private opened(): Sight {
    const camera = new PerspectiveCamera(1, 1, LENS.near, LENS.far);
    camera.layers.enable(this.unmirrored);
    return { camera, part: new Vector4() };
  }

  private select({ frame, inputSource }: XRInputSourceEvent, floor: XRReferenceSpace): void {
    const pose = frame.getPose(inputSource.targetRaySpace, floor);
    if (pose) this.worn.point(pointing(pose.transform.matrix));
  }

  private end(): void {
    this.session = null;
    this.renderer.setRenderTarget(null);
  }
}

// three has it, its types do not.
interface Framed {
  setRenderTargetFramebuffer(target: WebGLRenderTarget, framebuffer: WebGLFramebuffer | null): void;
}
const framed = (renderer: WebGLRenderer): Framed => renderer as WebGLRenderer & Framed;

const placed = (matrix: Float32Array): Matrix4 => new Matrix4().fromArray(matrix).premultiply(SEATED);

function turn(camera: PerspectiveCamera, { transform, projectionMatrix }: XRView): void {
  placed(transform.matrix).decompose(camera.position, camera.quaternion, camera.scale);
  camera.projectionMatrix.fromArray(projectionMatrix);
  camera.projectionMatrixInverse.copy(camera.projectionMatrix).invert();
  camera.updateMatrixWorld();
}

function pointing(matrix: Float32Array): Ray {
  const ray = new Ray();
  ray.origin.setScalar(0);
  ray.direction.set(0, 0, -1);
  return ray.applyMatrix4(placed(matrix));
}

/** The eye in the middle, wide enough for all that any of them sees. */
export function between(middle: PerspectiveCamera, sights: readonly Sight[]): PerspectiveCamera {
  middle.position.setScalar(0);
  let [across, up] = [0, 0];
  for (const { camera } of sights) {
    const { elements } = camera.projectionMatrix;
    across = Math.max(across, (1 + Math.abs(elements[8]!)) / elements[0]!);
    up = Math.max(up, (1 + Math.abs(elements[9]!)) / elements[5]!);
    middle.position.addScaledVector(camera.position, 1 / sights.length);
  }
  const [first, last] = [sights[0]!.camera, sights.at(-1)!.camera];
  middle.quaternion.slerpQuaternions(first.quaternion, last.quaternion, 0.5);
  middle.near = first.near;
  middle.far = first.far;
  middle.fov = (2 * Math.atan(up) * 180) / Math.PI;
  middle.aspect = across / up;
  middle.updateProjectionMatrix();
  middle.updateMatrixWorld();
  return middle;
}
