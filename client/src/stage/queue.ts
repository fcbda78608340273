// At most one frame ahead: a frame that waits behind another makes every answer late, also the page's own.

const LONGEST = 250; // milliseconds after which a frame is no longer waited for

export class Queue {
  private waiting: { readonly sync: WebGLSync; readonly since: number } | null = null;

  constructor(private readonly gl: WebGL2RenderingContext) {}

  /** Whether the last frame is still being drawn. */
  busy(now: number): boolean {
    if (this.waiting === null) return false;
    const drawn = this.gl.getSyncParameter(this.waiting.sync, this.gl.SYNC_STATUS) === this.gl.SIGNALED;
    if (!drawn && now - this.waiting.since < LONGEST) return true;
    this.gl.deleteSync(this.waiting.sync);
    this.waiting = null;
    return false;
  }

  /** A frame was handed over. */
  handed(now: number): void {
    const sync = this.gl.fenceSync(this.gl.SYNC_GPU_COMMANDS_COMPLETE, 0);
    this.gl.flush();
    this.waiting = sync && { sync, since: now };
  }
}
