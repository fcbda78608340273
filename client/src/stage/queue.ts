// At most one frame ahead: a frame that waits behind another makes every answer late, also the page's own.

const LONGEST = 250; // milliseconds after which a frame is no longer waited for

export class Queue {
  private waiting: WebGLSync | null = null;
  private since = Number.NEGATIVE_INFINITY;
  private took = 0; // milliseconds of the last frame

  /** `rest`: how long the processor is left to the page after each frame, as a share of the time that frame took. */
  constructor(
    private readonly gl: WebGL2RenderingContext,
    private readonly rest: number,
  ) {}

  /** Whether the next frame should wait. An answer (`eager`) waits for the last frame, but not for the rest. */
  busy(now: number, eager: boolean): boolean {
    if (this.waiting !== null) {
      const drawn = this.gl.getSyncParameter(this.waiting, this.gl.SYNC_STATUS) === this.gl.SIGNALED;
      this.took = now - this.since;
      if (!drawn && this.took < LONGEST) return true;
      this.gl.deleteSync(this.waiting);
      this.waiting = null;
    }
    return !eager && now - this.since < (1 + this.rest) * this.took;
  }

  /** A frame was handed over. */
  handed(now: number): void {
    this.waiting = this.gl.fenceSync(this.gl.SYNC_GPU_COMMANDS_COMPLETE, 0);
    this.gl.flush();
    this.since = now;
  }
}
