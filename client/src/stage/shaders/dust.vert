#include "room"
// Stateless gold dust: every grain follows from its number, the time and the breath alone. The first are near and slow,
// each one seen; all others are stardust, two wide arms that turn around the room and open as the lungs fill.
uniform float tall;   // pixels of the picture's height
uniform float rise;   // 0..1: dust rises with a kind thought
uniform vec3 stand;   // where the viewer stands: grains must not follow a head
uniform vec2 breath;  // how full the lungs are (-1 empty, 1 full), and how surely that is known
out float light;
out float soft;

const int SEEN = 5200;

// Four numbers in [0, 1) from one (PCG, O'Neill 2014; after Jarzynski and Olano 2020).
vec4 chance(uint n) {
  uvec4 v = uvec4(n, n * 747796405u, n ^ 2891336453u, n + 277803737u) * 1664525u + 1013904223u;
  v += v.yzxy * v.wxyz;
  v ^= v >> 16u;
  v += v.yzxy * v.wxyz;
  return vec4(v >> 8u) / 16777216.0;
}

vec3 near(vec4 grain, out float metres, out float born) {
  bool close = grain.w < 0.35;
  vec3 span = close ? vec3(3.2, 2.6, 3.6) : vec3(9.0, 6.2, 9.0);
  vec3 base = close ? vec3(stand.x, 0.05, stand.z - 2.2) : vec3(0.0, 0.05, 0.0);
  vec3 drift = vec3(0.011 * sin(grain.w * 50.0), 0.010 + 0.008 * grain.x, 0.011 * cos(grain.w * 70.0)) * time;
  vec3 cell = fract(grain.xyz + drift / span);
  vec3 swirl = 0.09 * vec3(sin(time * 0.19 + grain.y * 40.0), sin(time * 0.15 + grain.x * 50.0), cos(time * 0.17 + grain.z * 40.0));
  float low = mix(pow(cell.y, 1.5), cell.y, rise);
  metres = mix(0.0040, 0.0085, grain.w * grain.w);
  born = smoothstep(0.0, 0.12, cell.y) * (1.0 - smoothstep(0.85, 1.0, cell.y));
  return base + vec3((cell.x - 0.5) * span.x, low * span.y, (cell.z - 0.5) * span.z) + swirl * smoothstep(0.0, 0.2, cell.y);
}

vec3 stardust(vec4 grain, out float metres, out float born) {
  float r = 0.5 + 4.5 * sqrt(grain.x);
  float turn = 6.28318 * grain.y;
  turn += 0.42 * sin(2.0 * turn) - 0.55 * r + time * 0.016;
  float high = 0.5 + 4.4 * grain.z * grain.z + 0.35 * sin(turn + r) + 0.3 * rise * grain.z;
  metres = mix(0.0012, 0.0026, grain.w * grain.w);
  born = 0.5 * smoothstep(0.5, 1.3, r);
  return vec3(r * sin(turn), high, r * cos(turn));
}

void main() {
  vec4 grain = chance(uint(gl_VertexID));
  float metres, born;
  vec3 p = gl_VertexID < SEEN ? near(grain, metres, born) : stardust(grain, metres, born);
  // With each breath it swirls: out and up as the lungs fill, back as they empty.
  float lung = breath.x * breath.y;
  float wheel = 0.05 * lung * exp(-0.2 * dot(p.xz, p.xz));
  p.xz = mat2(cos(wheel), sin(wheel), -sin(wheel), cos(wheel)) * p.xz * (1.0 + 0.045 * lung);
  p.y += 0.05 * lung * smoothstep(0.0, 1.5, p.y);
  vec4 at = viewMatrix * vec4(p, 1.0);
  float px = metres * tall * projectionMatrix[1][1] * 0.5 / max(-at.z, 0.1);
  float drawn = clamp(px, 1.3, 0.0075 * tall);
  // Slower than one glimmer in four seconds, and shallow: dust must never sparkle.
  float glimmer = 0.82 + 0.18 * sin(time * (0.5 + 0.9 * grain.y) + grain.z * 60.0);
  soft = smoothstep(0.003, 0.0072, drawn / tall);
  light = min(px * px / (drawn * drawn), 1.0) * glimmer * born * mix(1.0, 0.07, soft);
  light *= smoothstep(0.35, 0.9, -at.z) * woken(distance(p, coreAt)) * mix(0.55, 0.7, gloom);
  // In the dark only what is low glows; it fades where it is, since what moves fast leaves a trail.
  light *= 1.0 - gloom * smoothstep(0.9, 1.5, p.y);
  gl_Position = projectionMatrix * at;
  gl_PointSize = drawn * 2.0;
}
