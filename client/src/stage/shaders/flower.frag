#include "room"
#include "air"
#include "petals"
in vec3 place;
in vec3 facing;
in vec3 walk;
flat in vec4 being;
out vec4 colour;

vec3 petal(vec3 N, vec3 V, vec3 L, float reach) {
  vec3 own = hued(being.y) * mix(vec3(1.0), pearl * 1.25, 0.30);
  own *= mix(vec3(1.0), own, 0.45 * walk.x * walk.z);  // deeper toward the tips of the outer petals
  float rim = pow(max(1.0 - abs(dot(N, V)), 0.0), 2.2);
  float vein = 1.0 - 0.12 * (0.5 + 0.5 * cos(walk.y * 19.0)) * (1.0 - walk.x);
  float each = 0.84 + 0.28 * fract(walk.z * 37.7);
  float veil = mix(0.30, 1.10, smoothstep(0.0, 0.9, walk.x)) * each;
  vec3 tone = sheet(own, N, V, L, reach) * vein * veil;
  tone += own * GOLD * behind * 0.34 * max(dot(normalize(BEHIND - place), V), 0.0) * veil;
  // Light gathers along the margins: by them one petal is told from the next.
  float margin = smoothstep(0.55, 1.0, abs(walk.y)) * smoothstep(0.1, 0.5, walk.x);
  tone += own * (fallen(reach) * 0.16 + pearl * 0.10) * margin;
  tone += own * rim * (fallen(reach) * 0.16 + GOLD * behind * 0.12);
  // Lit from within: gold at the heart, and the flower's own hue as far as that light comes.
  float heart = exp(-3.4 * walk.x * sqrt(walk.z + 0.03));
  tone += GOLD * heart * heart * (0.42 + 0.2 * behind) * vein + own * own * 0.30 * heart;
  float open = distance(place, bloom.xyz);
  float alight = bloom.w * exp(-9.0 * open * open);
  tone += GOLD * heart * 1.3 * alight + own * GOLD * alight * 0.85 * veil * veil * vein;
  return tone + own * GOLD * neighbour(place);
}

vec3 leaf(vec3 N, vec3 V, vec3 L, float reach) {
  float spine = 1.0 - 0.25 * exp(-walk.y * walk.y * 60.0);
  float rim = pow(max(1.0 - abs(dot(N, V)), 0.0), 3.0);
  vec3 own = green(being.z);
  return (sheet(own, N, V, L, reach) * 0.9 + own * (0.10 + GOLD * behind * 0.6)) * spine + rim * pearl * 0.035;
}

// Thin at its margins, and never more than it covers: a petal narrower than a pixel is a part of that pixel.
float cover(bool leafy, vec3 N, vec3 V) {
  float margin = 1.0 - abs(walk.y);
  float narrow = 1.0;
#ifndef RICH
  // With one sample a pixel, a petal narrower than it covers a part of it.
  if (!(leafy && being.x < 1.5)) narrow = clamp(margin / max(fwidth(walk.y), 0.001) + 0.25, 0.0, 1.0);
#endif
  float petal = mix(0.96, 0.80, smoothstep(0.3, 1.0, walk.x)) * mix(0.93, 1.0, smoothstep(0.0, 0.3, margin));
  float sheer = leafy ? 0.96 : petal;
  // Behind the first, stems go down into mist: where many stand, they would be a hedge.
  float hazed = smoothstep(4.2, 6.0, distance(eye, place)) * (1.0 - smoothstep(0.05, 0.5, place.y));
  sheer *= leafy ? 1.0 - 0.75 * hazed : 1.0;
  return being.w * narrow * mix(sheer, sheer * 1.02, pow(max(1.0 - abs(dot(N, V)), 0.0), 2.0));
}

void main() {
  if (flip < 0.0 && place.y < -0.01) discard;
  vec3 N = normalize(facing);
  vec3 V = normalize(eye - place);
  vec3 toCore = coreAt - place;
  float q = length(toCore);
  float reach = reached(q);
  bool leafy = being.x > 0.5 && being.x < 2.5;
  float alpha = cover(leafy, N, V);
  if (alpha < 0.02) discard;
  vec3 tone = leafy ? leaf(N, V, toCore / q, reach) : petal(N, V, toCore / q, reach);
  if (being.x > 2.5) tone = GOLD * (0.30 + 0.3 * behind + 0.25 * core.r) * mix(0.5, 1.3, walk.x);
  tone += FLOOR_GOLD * ember * 0.045 / (0.5 + dot(EMBER - place, EMBER - place));
  // In the dark a flower is read by its heart and its rim, not as a flat shape.
  float inner = leafy ? 0.5 : 0.22 + 1.5 * exp(-2.8 * walk.x) + 1.1 * pow(max(1.0 - abs(dot(N, V)), 0.0), 2.0);
  tone = mix(tone, vec3(luma(tone)) * GOLD * inner, gloom * 0.9);
  colour = vec4(air(tone * present(place), place, 0.25) * alpha, alpha);
}
