#include "room"
// Stateless gold dust: place and glimmer follow from a seed and the time alone.
in vec4 grain;
uniform float tall;   // pixels of the picture's height
uniform float rise;   // 0..1: dust rises with a kind thought
out float light;
out float soft;

void main() {
  bool close = grain.w < 0.35;
  vec3 span = close ? vec3(3.2, 2.6, 3.6) : vec3(9.0, 6.2, 9.0);
  vec3 base = close ? vec3(eye.x, 0.05, eye.z - 2.2) : vec3(0.0, 0.05, 0.0);
  vec3 drift = vec3(0.011 * sin(grain.w * 50.0), 0.010 + 0.008 * grain.x, 0.011 * cos(grain.w * 70.0)) * time;
  vec3 cell = fract(grain.xyz + drift / span);
  vec3 swirl = 0.09 * vec3(sin(time * 0.19 + grain.y * 40.0), sin(time * 0.15 + grain.x * 50.0), cos(time * 0.17 + grain.z * 40.0));
  float low = mix(pow(cell.y, 1.5), cell.y, rise);
  vec3 p = base + vec3((cell.x - 0.5) * span.x, low * span.y, (cell.z - 0.5) * span.z) + swirl * smoothstep(0.0, 0.2, cell.y);
  vec4 at = viewMatrix * vec4(p, 1.0);
  float metres = mix(0.0040, 0.0085, grain.w * grain.w);
  float px = metres * tall * projectionMatrix[1][1] * 0.5 / max(-at.z, 0.1);
  float drawn = clamp(px, 1.3, 0.0075 * tall);
  // Slower than one glimmer in four seconds, and shallow: dust must never sparkle.
  float glimmer = 0.82 + 0.18 * sin(time * (0.5 + 0.9 * grain.y) + grain.z * 60.0);
  float born = smoothstep(0.0, 0.12, cell.y) * (1.0 - smoothstep(0.85, 1.0, cell.y));
  soft = smoothstep(0.003, 0.0072, drawn / tall);
  light = min(px * px / (drawn * drawn), 1.0) * glimmer * born * mix(1.0, 0.07, soft);
  light *= smoothstep(0.35, 0.9, -at.z) * woken(distance(p, coreAt)) * mix(0.55, 0.7, gloom);
  // In the dark only what is low glows; it fades where it is, since what moves fast leaves a trail.
  light *= 1.0 - gloom * smoothstep(0.9, 1.5, p.y);
  gl_Position = projectionMatrix * at;
  gl_PointSize = drawn * 2.0;
}
