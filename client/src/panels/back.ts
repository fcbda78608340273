// The way back from a panel.

import { html, type TemplateResult } from "lit";
import { say } from "./say.ts";

export const back = (go: () => void): TemplateResult =>
  html`<div class="choices"><button class="quiet" @click=${go}>${say("room.back")}</button></div>`;
